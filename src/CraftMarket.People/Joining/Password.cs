using CraftMarket.People.Accounts;
using Zxcvbn;
using Zxcvbn.Matcher;

namespace CraftMarket.People.Joining;

/// <summary>Which passwords are good enough: eight characters or more and not what somebody who guesses tries first.</summary>
/// <remarks>No rules about capitals and symbols: they make people write passwords down (NIST SP 800-63B, 3.1.1.2). Lists of
/// passwords, words and names, rows of keys and dates are zxcvbn's; what is tried first in Lombok is ours.</remarks>
public static class Password
{
    public const int Shortest = 8;

    private const int Longest = 200;

    /// <summary>Of 4: it takes more than a hundred million guesses. With the locks of <see cref="SignInAttempts"/> nobody gets
    /// to a thousandth of them.</summary>
    private const int GoodEnough = 2;

    /// <summary>What comes after these characters makes no password weaker, and judging it would take long.</summary>
    private const int Judged = 64;

    /// <param name="names">The person's own, where they are known.</param>
    internal static Refusal? Check(string? password, Login login, PeopleRules rules, params IEnumerable<string> names)
    {
        if (rules.Shares(password)) return null;
        if (password is not { Length: >= Shortest and <= Longest })
            return Weak($"Kata sandi paling sedikit {Shortest} huruf atau angka.",
                $"A password has at least {Shortest} characters.");
        var plain = password.Trim().ToLowerInvariant();
        if (IsOwn(plain, login)) return Own;
        var own = OwnWords(login, names);
        var judged = new Zxcvbn.Zxcvbn().EvaluatePassword(plain[..Math.Min(plain.Length, Judged)], [.. own, .. TriedHere]);
        return judged.Score >= GoodEnough && plain.Distinct().Count() > 2 ? null : Why(judged, own);
    }

    /// <param name="again">The password once more; null where it is typed once.</param>
    internal static Refusal? Differs(string? password, string? again) => again is null || again == (password ?? "") ? null
        : Refusal.Invalid("password_differs", "Kedua kata sandi tidak sama. Ketik sekali lagi.",
            "The two passwords differ. Type it once more.", "again");

    private static bool IsOwn(string plain, Login login)
    {
        var digits = new string([.. plain.Where(char.IsAsciiDigit)]);
        return login.IsPhone ? digits.Length >= 8 && login.Value.EndsWith(digits.TrimStart('0'), StringComparison.Ordinal)
            : plain == login.Value || plain == login.Value.Split('@')[0];
    }

    private static List<string> OwnWords(Login login, IEnumerable<string> names) =>
        [.. login.Value.Split('@', '.').Concat(names.SelectMany(x => x.Split(' ')))
            .Select(x => x.ToLowerInvariant()).Where(x => x.Length > 2)];

    /// <summary>Names the longest piece that whoever guesses knows.</summary>
    private static Refusal Why(Result judged, List<string> own) => judged.MatchSequence
        .Where(x => x.Pattern != "bruteforce").MaxBy(x => x.Token.Length) switch
    {
        DictionaryMatch { DictionaryName: "user_inputs" } found when own.Contains(found.MatchedWord) => Own,
        DictionaryMatch { DictionaryName: "surnames" or "male_names" or "female_names" } =>
            Weak($"Nama orang mudah ditebak. {Better.Indonesian}", $"Names are easy to guess. {Better.English}"),
        DictionaryMatch => Weak($"Kata sandi ini dipakai banyak orang, jadi mudah ditebak. {Better.Indonesian}",
            $"Many people use this password, so it is easy to guess. {Better.English}"),
        SpatialMatch => Weak($"Tombol yang berderet, seperti qwerty, mudah ditebak. {Better.Indonesian}",
            $"Keys in a row, such as qwerty, are easy to guess. {Better.English}"),
        RepeatMatch or SequenceMatch => Weak($"Huruf atau angka yang berulang atau berurutan mudah ditebak. {Better.Indonesian}",
            $"Letters or digits that repeat or follow each other are easy to guess. {Better.English}"),
        { Pattern: "date" or "year" or "digits" } => Weak($"Tanggal dan angka saja mudah ditebak. {Better.Indonesian}",
            $"Dates and mere digits are easy to guess. {Better.English}"),
        _ => Weak($"Kata sandi ini terlalu mudah ditebak. {Better.Indonesian}",
            $"This password is too easy to guess. {Better.English}"),
    };

    private static readonly Wording Better = new("Coba tiga kata yang Anda ingat.", "Try three words that you remember.");

    private static readonly Refusal Own = Weak(
        "Jangan pakai nama, nomor HP atau e-mail sendiri sebagai kata sandi. Coba tiga kata yang Anda ingat.",
        "Do not use your own name, phone number or e-mail address as the password. Try three words that you remember.");

    private static Refusal Weak(string indonesian, string english) =>
        Refusal.Invalid("weak_password", indonesian, english, "password");

    /// <summary>What whoever knows the place tries first, the surest before the others: the lists of zxcvbn are
    /// English.</summary>
    private static readonly string[] TriedHere =
    [
        "semoyang", "craftmarket", "indonesia", "bismillah", "alhamdulillah", "lombok", "mataram", "praya", "sumbawa",
        "jakarta", "sayang", "sayangku", "sayangkamu", "cinta", "cintaku", "anakku", "cantik", "ganteng", "merdeka", "rahasia",
        "katasandi", "kata sandi", "sandi", "kerajinan", "perajin", "lomboktengah", "masuk", "rumah", "keluarga",
        "bunda", "ibuku",
        "bapakku", "insyaallah", "subhanallah", "assalamualaikum", "operator", "kurator", "pendamping", "kantor", "perajin",
        "disperin", "pelatih", "angkatan",
    ];
}
