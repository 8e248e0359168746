using CraftMarket.Kernel;
using CraftMarket.People;
using CraftMarket.People.Accounts;
using CraftMarket.People.Joining;
using CraftMarket.People.Persons;

namespace CraftMarket.Specs.People;

public sealed class JoiningSpecs
{
    private static readonly Login Phone = Read("081234567890");
    private static readonly Login Mail = Read("sahnun@semoyang.test");

    private static readonly PeopleRules Production = new(AllowFictitiousNik: false);

    [Fact]
    public void the_password_of_the_demo_is_one_in_the_demo_only()
    {
        Assert.Null(Password.Check("Semoyang-2026", Phone, new PeopleRules(AllowFictitiousNik: true, "Semoyang-2026")));
        Assert.Equal("weak_password", Password.Check("Semoyang-2026", Phone, Production)?.Code);
    }

    [Theory]
    [InlineData("tembakau anyam senja")]
    [InlineData("daun-tembakau-9")]
    [InlineData("Rp1250000 untung")]
    public void eight_characters_that_nobody_tries_first_are_a_password(string password)
    {
        Assert.Null(Password.Check(password, Phone, Production));
        Assert.Null(Password.Check(password, Mail, Production));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("pendek")]
    [InlineData("Password123")]
    [InlineData("bismillah")]
    [InlineData("12345678")]
    [InlineData("87654321")]
    [InlineData("abcdefgh")]
    [InlineData("aaaaaaaa")]
    [InlineData("semoyang123")]
    [InlineData("081234567890")]
    [InlineData("6281234567890")]
    [InlineData("+62 812-3456-7890")]
    [InlineData("34567890")]
    public void what_everybody_tries_first_is_none(string? password) =>
        Assert.Equal("weak_password", Password.Check(password, Phone, Production)?.Code);

    [Fact]
    public void nor_is_the_own_address() =>
        Assert.Equal("weak_password", Password.Check("Sahnun@Semoyang.test", Mail, Production)?.Code);

    [Theory]
    [InlineData("0812 3456 7890", "+6281234567890")]
    [InlineData("Sahnun@Semoyang.Test ", "sahnun@semoyang.test")]
    public void a_login_has_one_spelling(string typed, string value) => Assert.Equal(value, Read(typed).Value);

    [Theory]
    [InlineData("sahnun")]
    [InlineData("sahnun@semoyang")]
    [InlineData("Inaq <sahnun@semoyang.test>")]
    [InlineData("")]
    [InlineData(null)]
    public void a_login_is_a_number_or_an_address(string? typed) => Assert.False(Login.TryParse(typed, out _));

    [Theory]
    [InlineData("Inaq Sahnun binti Amaq Rajab", "Inaq Sahnun")]
    [InlineData("Baiq Nurhayati", "Baiq Nurhayati")]
    [InlineData("Hj. Siti Aminah Zahra", "Hj. Siti Aminah")]
    [InlineData("Nurhayati Zahra", "Nurhayati")]
    [InlineData("Inaq", "Inaq")]
    public void somebody_is_greeted_by_first_name_and_title(string name, string greeting) =>
        Assert.Equal(greeting, Greeting.FirstName(name));

    [Theory]
    [InlineData("Baiq Nur'aini", "BAIQ  NURAINI")]
    [InlineData("Moh. Zaenuddin", "moh zaenuddin")]
    [InlineData("Désa-Ayu", "DESA AYU")]
    public void one_name_has_many_spellings(string one, string other) =>
        Assert.Equal(PersonHashes.Plain(one), PersonHashes.Plain(other));

    [Fact]
    public void numbered_names_are_different_names() =>
        Assert.NotEqual(PersonHashes.Plain("Peserta 1"), PersonHashes.Plain("Peserta 2"));

    [Theory]
    [InlineData("income", true)]
    [InlineData("income_reporting", true)]
    [InlineData("Semua Hal", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void a_purpose_is_a_word(string? text, bool isPurpose) => Assert.Equal(isPurpose, Purposes.IsPurpose(text));

    [Fact]
    public void a_link_cannot_be_guessed_or_looked_up()
    {
        var (one, two) = (Invitation.NewToken(), Invitation.NewToken());
        Assert.NotEqual(one, two);
        Assert.Equal(43, one.Length);
        Assert.DoesNotContain(one, Invitation.HashOf(one), StringComparison.Ordinal);
    }

    private static Login Read(string text) => Login.TryParse(text, out var login) ? login : throw new FormatException();
}
