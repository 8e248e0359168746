namespace CraftMarket.Media;

/// <summary>Why an upload cannot begin or go on.</summary>
public static class UploadRefusals
{
    public static readonly Refusal LengthMissing = Refusal.Invalid("length_missing", "Sebutkan ukuran foto dalam byte di Upload-Length.",
        "State the size of the photo in bytes in Upload-Length.", "file");

    public static readonly Refusal TooMany = new("too_many_uploads", new("Terlalu banyak foto yang belum selesai dikirim. Tunggu sampai sebagian selesai.",
        "Too many photos are still being sent. Wait until some of them have arrived."), RefusalKind.Locked);

    public static readonly Refusal OtherPhoto = Refusal.Invalid("idempotency_mismatch", "Kunci unggahan ini sudah dipakai untuk foto lain.",
        "This upload key was already used for another photo.");

    public static readonly Refusal Busy = Refusal.Conflict("upload_busy", "Foto ini sedang dikirim lewat sambungan lain. Coba lagi sebentar lagi.",
        "This photo is being sent over another connection. Try again shortly.");

    public static readonly Refusal BeyondLength = new("beyond_length", new("Kiriman ini lebih panjang daripada ukuran yang disebutkan.",
        "This is longer than the size that was stated."), RefusalKind.Malformed);

    public static readonly Refusal Expired = new("upload_expired", new("Kiriman foto ini sudah terlalu lama. Kirim sekali lagi dari awal.",
        "This upload has been left for too long. Send the photo again from the start."), RefusalKind.Gone);

    /// <summary>The next piece must begin where the last one ended.</summary>
    public static Refusal WrongOffset(long offset) =>
        Refusal.Conflict("wrong_offset", "Kiriman tidak menyambung. Lanjutkan dari Upload-Offset yang disebutkan.",
            "This piece does not follow on. Go on from the Upload-Offset that is stated.") with
        { Details = new Dictionary<string, object?> { ["offset"] = offset } };
}
