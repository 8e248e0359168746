namespace CraftMarket.Notices;

/// <summary>What is written to somebody, before it is addressed.</summary>
public sealed record Letter(string Subject, string Text);

/// <summary>One kind of notice: facts in, words out, in both languages. No name and no address, only what the page behind its
/// link says.</summary>
public abstract record Template(Wording Subject, Wording Text)
{
    /// <summary>Indonesian, and English below it for who reads English.</summary>
    public Letter In(string language) => language == "en"
        ? new($"{Subject.Indonesian} / {Subject.English}", $"{Text.Indonesian}\n\n— English —\n\n{Text.English}\n")
        : new(Subject.Indonesian, $"{Text.Indonesian}\n");

    /// <summary>Never the words: their link opens an order or an account.</summary>
    public sealed override string ToString() => $"{GetType().Name} ****";
}
