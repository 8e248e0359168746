using CraftMarket.People.Accounts;

namespace CraftMarket.People.Joining;

/// <summary>Which passwords are good enough: eight characters or more and not what everybody tries first.</summary>
/// <remarks>No rules about capitals and symbols: they make people write passwords down (NIST SP 800-63B, 3.1.1.2).</remarks>
internal static class Password
{
    public static Refusal? Check(string? password, Login login, PeopleRules rules)
    {
        // In the demo everybody shares one password, the one that is refused everywhere else.
        if (rules.AllowDemoAccounts && password == DemoAccounts.DefaultPassword) return null;
        if (password is not { Length: >= 8 and <= 200 })
            return Weak("Kata sandi paling sedikit 8 huruf atau angka.", "A password has at least 8 characters.");
        var plain = password.Trim().ToLowerInvariant();
        var digits = new string([.. password.Where(char.IsAsciiDigit)]);
        if (Common.Contains(plain) || plain.Distinct().Count() < 3 || IsRun(plain))
            return Weak("Kata sandi ini terlalu mudah ditebak. Coba tiga kata yang Anda ingat.",
                "This password is too easy to guess. Try three words that you remember.");
        var own = login.IsPhone ? digits.Length >= 8 && login.Value.EndsWith(digits.TrimStart('0'), StringComparison.Ordinal)
            : plain == login.Value || plain == login.Value.Split('@')[0];
        return own
            ? Weak("Jangan pakai nomor HP atau e-mail sebagai kata sandi.", "Do not use the phone number or e-mail address as the password.")
            : null;
    }

    private static bool IsRun(string text) => Enumerable.Range(1, text.Length - 1).All(i => text[i] - text[i - 1] == text[1] - text[0]);

    private static Refusal Weak(string indonesian, string english) => Refusal.Invalid("weak_password", indonesian, english, "password");

    private static readonly HashSet<string> Common =
    [
        "password", "password1", "password12", "password123", "passw0rd", "p@ssw0rd", "p@ssword", "1234567890", "0123456789", "123456789a",
        "12345678a", "a12345678", "1q2w3e4r", "1q2w3e4r5t", "qwertyui", "qwertyuiop", "qwerty123", "qwerty12", "qwerty1234", "asdfghjkl",
        "zxcvbnm1", "abcd1234", "abc12345", "abcdef123", "admin123", "admin1234", "administrator", "iloveyou", "iloveyou1", "welcome1",
        "welcome123", "letmein1", "sunshine", "princess", "football", "baseball", "superman", "michael1", "monkey123", "dragon123",
        "12341234", "11223344", "112233445566", "123123123", "12312312", "123321123", "147258369", "987654321", "87654321", "10203040",
        "sayang123", "sayangku", "sayangkamu", "bismillah", "bismillah1", "bismillah123", "alhamdulillah", "indonesia", "indonesia1",
        "indonesia123", "indonesia45", "merdeka45", "rahasia123", "katasandi", "katasandi1", "katasandi123", "kata sandi", "cantik123",
        "ganteng123", "cintaku123", "anakku123", "jakarta123", "mataram123", "lombok123", "lomboktengah", "semoyang", "semoyang1",
        "semoyang123", "semoyang-2026", "craftmarket", "craftmarket1", "craftmarket123", "kerajinan", "perajin123",
    ];
}
