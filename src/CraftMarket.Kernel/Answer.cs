namespace CraftMarket.Kernel;

/// <summary>What a command answers: its own result, <see cref="Done"/>, or a <see cref="Refusal"/>.</summary>
public abstract record Answer;

/// <summary>The command was carried out and has nothing more to tell.</summary>
public sealed record Done : Answer
{
    public static readonly Done Instance = new();
}

/// <summary>A sentence in Indonesian and in English; English readers get the Indonesian one where nobody has translated
/// it.</summary>
public sealed record Wording(string Indonesian, string English)
{
    public static readonly Wording Nothing = new("", "");

    public string In(string language) => LanguageIn(language) == "en" ? English : Indonesian;

    /// <summary>The language that <see cref="In"/> answers in: what nobody put into English stays Indonesian, and its readers are
    /// told so.</summary>
    public string LanguageIn(string language) => language == "en" && English.Length > 0 ? "en" : "id";
}

/// <summary>What kind of no a refusal is; the edge turns it into a status code.</summary>
public enum RefusalKind
{
    Conflict, Invalid, Missing, Forbidden, TooLarge, WrongType, WrongMethod, Locked, NotSignedIn,
    Malformed, Broken, Gone
}

/// <summary>Something a person asked for that cannot be done, with a stable code and a sentence that helps.</summary>
/// <param name="Code">Stable snake_case code, part of the HTTP contract.</param>
/// <param name="Why">What is wrong and what to do, in plain words.</param>
/// <param name="Kind">Conflict with the present state unless stated otherwise.</param>
public sealed record Refusal(string Code, Wording Why, RefusalKind Kind = RefusalKind.Conflict) : Answer
{
    /// <summary>The form field that the refusal is about, in the contract's spelling; null when it is about the whole.</summary>
    public string? Field { get; init; }

    /// <summary>Further members of the problem details, such as what is left of each line.</summary>
    public IReadOnlyDictionary<string, object?> Details { get; init; } = new Dictionary<string, object?>();

    /// <summary>What else is wrong with the same request.</summary>
    public IReadOnlyList<Refusal> Others { get; init; } = [];

    /// <summary>This one and the others, in the order in which they were found.</summary>
    public IReadOnlyList<Refusal> All => Others.Count == 0 ? [this] : [this with { Others = [] }, .. Others];

    /// <summary>How long it is no use to try again; null for what does not pass with time.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static Refusal Conflict(string code, string indonesian, string english) => new(code, new(indonesian, english));

    public static Refusal Invalid(string code, string indonesian, string english, string? field = null) =>
        new(code, new(indonesian, english), RefusalKind.Invalid) { Field = field };

    public static Refusal Missing() =>
        new("not_found", new("Tidak ditemukan.", "Not found."), RefusalKind.Missing);

    public static Refusal Forbidden() =>
        new("forbidden", new("Anda tidak berhak melakukan ini.", "You are not allowed to do this."), RefusalKind.Forbidden);
}
