namespace CraftMarket.Training;

/// <summary>What buyers read of a training: the title that the office typed for them, else what was learnt and who taught it.
/// Never what the office calls programme and batch: that names registers and who is on them.</summary>
internal static class PublicTitle
{
    /// <summary>What is wrong with a title that was typed; null when none was or nothing is.</summary>
    public static Refusal? Problem(string? title, WelfareWords words)
    {
        if (Typed(title) is not { } typed) return null;
        if (typed.Length > Bounds.PublicTitle || typed.Any(char.IsControl))
            return Refusal.Invalid("public_title_length",
                $"Nama untuk pembeli paling panjang {Bounds.PublicTitle} huruf, dalam satu baris.",
                $"The title for buyers has at most {Bounds.PublicTitle} letters, in one line.", "publicTitle");
        return words.AreIn(typed)
            ? Refusal.Invalid("welfare_word",
                "Nama ini dibaca pembeli. Jangan sebut kemiskinan, desil, atau nama program dan daftar bantuan.",
                "Buyers read this title. Do not speak of poverty, deciles, or aid programmes and their registers.", "publicTitle")
            : null;
    }

    /// <summary>Null when nothing may be told. The list of words may have grown since the title was typed.</summary>
    public static string? Of(string? batch, string? programme, string skill, string organiser, WelfareWords words)
    {
        if ((Typed(batch) ?? Typed(programme)) is { } title && !words.AreIn(title)) return title;
        return string.Join(", ", new[] { skill, organiser }.Where(x => !words.AreIn(x))) is { Length: > 0 } told ? told : null;
    }

    public static string? Typed(string? title) => string.IsNullOrWhiteSpace(title) ? null : title.Trim();
}
