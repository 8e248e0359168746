namespace CraftMarket.Media;

/// <summary>Why a photo is not taken, and what the artisan can do.</summary>
public static class PhotoRefusals
{
    public static readonly Refusal TooLarge = Of("too_large", RefusalKind.TooLarge,
        "Foto ini lebih besar dari 25 MB. Kirim foto langsung dari kamera HP.",
        "This photo is larger than 25 MB. Send one straight from a phone's camera.");

    public static readonly Refusal NotAnImage = Of("not_an_image", RefusalKind.WrongType,
        "Ini bukan foto yang bisa dipakai (JPEG, PNG, WebP atau HEIC). Ambil foto baru dengan kamera HP, lalu coba lagi.",
        "This is not a photo we can use (JPEG, PNG, WebP or HEIC). Take a new one with the phone's camera and try again.");

    public static readonly Refusal UnreadableHeic = Of("not_an_image", RefusalKind.WrongType,
        "Foto HEIC ini tidak bisa dibaca. Di iPhone pilih Pengaturan > Kamera > Format > Paling Kompatibel, lalu ambil foto "
        + "baru.",
        "This HEIC photo cannot be read. On an iPhone choose Settings > Camera > Formats > Most Compatible, then take a new "
        + "photo.");

    public static readonly Refusal TooManyPixels = Of("too_many_pixels", RefusalKind.Invalid,
        "Foto ini terlalu besar (lebih dari 60 megapiksel). Pilih ukuran foto yang lebih kecil di pengaturan kamera, lalu foto "
        + "lagi.", "This photo has more than 60 megapixels. Choose a smaller size in the camera.");

    public static readonly Refusal Animated = Of("animated", RefusalKind.Invalid,
        "Gambar bergerak tidak bisa dipakai. Kirim satu foto biasa.",
        "Moving pictures cannot be used. Send one still photo.");

    public static readonly Refusal Damaged = Of("damaged", RefusalKind.Invalid,
        "Foto ini rusak atau tidak terkirim utuh. Kirim sekali lagi.",
        "This photo is damaged or did not arrive whole. Send it again.");

    private static Refusal Of(string code, RefusalKind kind, string indonesian, string english) =>
        new(code, new(indonesian, english), kind) { Field = "file" };
}
