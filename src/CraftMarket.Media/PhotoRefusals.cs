namespace CraftMarket.Media;

/// <summary>Why a photo is not taken, and what the artisan can do.</summary>
public static class PhotoRefusals
{
    public static readonly Refusal TooLarge = Of("too_large", RefusalKind.TooLarge,
        "Foto ini lebih besar dari 25 MB. Kirim foto langsung dari kamera ponsel.",
        "This photo is larger than 25 MB. Send one straight from a phone's camera.");

    public static readonly Refusal NotAnImage = Of("not_an_image", RefusalKind.WrongType,
        "Berkas ini bukan foto JPEG, PNG, WebP atau HEIC. Ambil foto baru dan coba lagi.",
        "This file is not a JPEG, PNG, WebP or HEIC photo. Take a new photo and try again.");

    public static readonly Refusal UnreadableHeic = Of("not_an_image", RefusalKind.WrongType,
        "Foto HEIC ini tidak bisa dibaca. Di iPhone pilih Pengaturan > Kamera > Format > Paling Kompatibel, lalu ambil foto baru.",
        "This HEIC photo cannot be read. On an iPhone choose Settings > Camera > Formats > Most Compatible, then take a new photo.");

    public static readonly Refusal TooManyPixels = Of("too_many_pixels", RefusalKind.Invalid,
        "Foto ini lebih dari 60 megapiksel. Kecilkan ukuran foto di kamera.",
        "This photo has more than 60 megapixels. Choose a smaller size in the camera.");

    public static readonly Refusal Animated = Of("animated", RefusalKind.Invalid,
        "Gambar bergerak tidak bisa dipakai. Kirim satu foto diam.",
        "Moving pictures cannot be used. Send one still photo.");

    public static readonly Refusal Damaged = Of("damaged", RefusalKind.Invalid,
        "Foto ini rusak atau tidak terkirim utuh. Kirim sekali lagi.",
        "This photo is damaged or did not arrive whole. Send it again.");

    private static Refusal Of(string code, RefusalKind kind, string indonesian, string english) =>
        new(code, new(indonesian, english), kind) { Field = "file" };
}
