namespace CraftMarket.Media;

/// <summary>Why an upload cannot begin or go on.</summary>
public static class UploadRefusals
{
    public static readonly Refusal LengthMissing =
        Refusal.Invalid("length_missing", "Sebutkan ukuran foto dalam byte di Upload-Length.",
        "State the size of the photo in bytes in Upload-Length.", "file");

    /// <summary>Not for ever: when one has arrived or is given up, the next may begin.</summary>
    public static Refusal TooMany(int underWay) => new("too_many_uploads",
        new($"{underWay} foto Anda belum selesai dikirim. Foto ini menunggu sampai ada yang selesai.",
            $"{underWay} of your photos are still being sent. This one waits until one of them has arrived."), RefusalKind.Locked)
    {
        RetryAfter = TimeSpan.FromSeconds(30),
        Details = new Dictionary<string, object?> { ["underWay"] = underWay },
    };

    public static readonly Refusal OtherPhoto =
        Refusal.Invalid("idempotency_mismatch", "Kunci unggahan ini sudah dipakai untuk foto lain.",
        "This upload key was already used for another photo.");

    public static readonly Refusal Busy =
        Refusal.Conflict("upload_busy", "Foto ini sedang dikirim lewat sambungan lain. Coba lagi sebentar lagi.",
        "This photo is being sent over another connection. Try again shortly.");

    public static readonly Refusal BeyondLength =
        new("beyond_length", new("Kiriman ini lebih panjang daripada ukuran yang disebutkan.",
        "This is longer than the size that was stated."), RefusalKind.Malformed);

    public static readonly Refusal Expired =
        new("upload_expired", new("Kiriman foto ini sudah terlalu lama. Kirim sekali lagi dari awal.",
        "This upload has been left for too long. Send the photo again from the start."), RefusalKind.Gone);

    /// <summary>The next piece must begin where the last one ended.</summary>
    public static Refusal WrongOffset(long offset) =>
        Refusal.Conflict("wrong_offset", "Kiriman tidak menyambung. Lanjutkan dari Upload-Offset yang disebutkan.",
            "This piece does not follow on. Go on from the Upload-Offset that is stated.") with
        { Details = new Dictionary<string, object?> { ["offset"] = offset } };
}
