using CraftMarket.Kernel;
using CraftMarket.People;
using CraftMarket.People.Accounts;
using CraftMarket.People.Joining;

namespace CraftMarket.Specs.People;

/// <summary>What everybody uses, and what somebody who knows the person or the place tries first, is no password; the words say
/// why.</summary>
public sealed class PasswordSpecs
{
    private static readonly PeopleRules Production = new(AllowFictitiousNik: false);

    [Theory]
    // Of zxcvbn's lists of passwords, English words and names.
    [InlineData("trustno1", "banyak orang")]
    [InlineData("iloveyou2", "banyak orang")]
    [InlineData("liverpool1", "banyak orang")]
    [InlineData("P@ssw0rd!", "banyak orang")]
    [InlineData("drowssap", "banyak orang")]
    [InlineData("christopher", "Nama")]
    [InlineData("jennifer1990", "Nama")]
    [InlineData("qwertyuiop", "banyak orang|qwerty")]
    [InlineData("zxcvfrewq", "qwerty")]
    [InlineData("aaaabbbb", "berulang")]
    [InlineData("abcabcabcabc", "berulang")]
    [InlineData("98765432", "berurutan|banyak orang")]
    [InlineData("17081945", "Tanggal")]
    // What is tried first in Lombok.
    [InlineData("Semoyang-2026", "banyak orang|sendiri")]
    [InlineData("lombok2026", "banyak orang")]
    [InlineData("Bismillah123", "banyak orang")]
    [InlineData("s4y4ngku1", "banyak orang")]
    [InlineData("Operator2026", "banyak orang")]
    [InlineData("kurator123", "banyak orang")]
    // The person's own.
    [InlineData("sahnun1985", "sendiri")]
    [InlineData("Kamariah12", "sendiri")]
    public void it_is_refused_and_the_words_say_why(string password, string why)
    {
        var refusal = Password.Check(password, Read("sahnun@semoyang.test"), Production, "Inaq Kamariah");
        Assert.Equal(("weak_password", "password"), (refusal?.Code, refusal?.Field));
        Assert.Matches(why, refusal!.Why.Indonesian);
    }

    [Theory]
    [InlineData("tembakau anyam senja")]
    [InlineData("kerajinan-tembakau")]
    [InlineData("Rp1250000 untung")]
    [InlineData("hujan turun di sawah")]
    [InlineData("kopi pahit pagi hari")]
    public void three_words_that_one_remembers_are_good(string password) =>
        Assert.Null(Password.Check(password, Read("081234567890"), Production, "Inaq Sahnun"));

    [Fact]
    public void two_hundred_characters_are_judged_as_fast_as_sixty() =>
        Assert.Null(Password.Check(string.Concat(Enumerable.Repeat("hujan turun di sawah pak Amir ", 6)), Read("081234567890"),
            Production));

    private static Login Read(string text) => Login.TryParse(text, out var login) ? login
        : throw new ArgumentException("No login.", nameof(text));
}
