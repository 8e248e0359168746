using CraftMarket.Training;
using CraftMarket.Training.Participants;

namespace CraftMarket.Web.Pages;

/// <summary>How the office and its companions say where somebody stands and what a visit found.</summary>
internal static class FieldWords
{
    public static Wording Words(this Standing standing) => standing switch
    {
        Standing.NotVerified => new("Belum dikunjungi", "Not visited yet"),
        Standing.Ready => new("Terverifikasi", "Verified"),
        Standing.Stale => new("Perlu kunjungan ulang", "Needs a new visit"),
        Standing.Unavailable => new("Tidak bisa ikut", "Cannot take part"),
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };

    /// <summary>Style of the tag that shows the standing.</summary>
    public static string Tag(this Standing standing) => standing switch
    {
        Standing.Ready => "tag good",
        Standing.Unavailable => "tag bad",
        _ => "tag",
    };

    public static Wording Words(this VerificationOutcome outcome) => outcome switch
    {
        VerificationOutcome.Valid => new("Data sesuai", "As stated"),
        VerificationOutcome.Changed => new("Ada perubahan", "Something changed"),
        VerificationOutcome.Moved => new("Sudah pindah", "Moved away"),
        VerificationOutcome.Deceased => new("Meninggal dunia", "Deceased"),
        VerificationOutcome.NotFound => new("Tidak ditemukan", "Not found"),
        VerificationOutcome.Refused => new("Tidak bersedia", "Did not want to"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public static Wording Words(this DeliveryMode mode) => mode == DeliveryMode.InClass
        ? new("Di kelas", "In class")
        : new("Di tempat peserta", "At the trainees' place");

    /// <summary>Stands where a name has been erased at the person's wish.</summary>
    public static readonly Wording Erased = new("Data sudah dihapus", "Data erased");
}
