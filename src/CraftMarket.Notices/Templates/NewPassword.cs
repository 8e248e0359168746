namespace CraftMarket.Notices;

/// <summary>How the holder of a mailbox sets a new password.</summary>
/// <param name="Link">Good once, for a day.</param>
public sealed record NewPassword(string Link) : Template(
    new("Kata sandi baru untuk CraftMarket", "A new password for CraftMarket"), new(
    $"""
    Ada yang meminta kata sandi baru untuk akun CraftMarket dengan alamat e-mail ini. Buat kata sandi baru di sini:
    {Link}

    Tautan ini berlaku 24 jam dan hanya sekali. Jangan berikan kepada siapa pun.
    Kalau bukan Anda yang meminta, abaikan surat ini; kata sandi lama tetap berlaku.
    """,
    $"""
    Somebody asked for a new password for the CraftMarket account with this e-mail address. Choose it here:
    {Link}

    The link works once, for 24 hours. Give it to nobody.
    If it was not you, ignore this letter; the old password stays.
    """));
