using CraftMarket.Catalogue;

namespace CraftMarket.Web.Marks;

/// <summary>How people say where an application for the village mark stands.</summary>
internal static class MarkWords
{
    public static Wording Words(this MarkStatus status) => status switch
    {
        MarkStatus.Waiting => new("Menunggu jawaban kantor", "Waiting for the office's answer"),
        MarkStatus.Given => new("Boleh memakai tanda desa", "May use the village mark"),
        MarkStatus.Refused => new("Ditolak", "Refused"),
        MarkStatus.Withdrawn => new("Tanda desa dicabut", "The village mark was taken back"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
