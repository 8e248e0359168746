using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.People.Contact;
using CraftMarket.People.Joining;
using CraftMarket.People.Persons;
using CraftMarket.Specs.Ordering;

namespace CraftMarket.Specs.People;

public sealed class ContactSpecs
{
    private static readonly PersonId Sahnun = new(Guid.CreateVersion7());
    private static readonly MasterKey Master = new(new byte[32]);
    private static readonly SubjectKey Key = new(Sahnun.Value, Master.NewKey());
    private static readonly PersonFile File = new(Sahnun, Master.Seal(Key.Wrapped!, "x"), "n", "m", false,
        DateTimeOffset.UnixEpoch);
    private static readonly ContactFacts Facts = new(File, null, Key);
    private static readonly ShareContact Share = new(Sahnun, "0812 3456 7890");

    [Fact]
    public void agreeing_is_written_down_with_its_wording_and_without_the_number()
    {
        var consents = new Written<ConsentRegister>(null);
        var (answer, decided) = ShareContactHandler.Handle(Share, consents, Facts, Master);
        Assert.IsType<Done>(answer);
        Assert.Empty(consents.Appended);
        Appending.Do(decided);
        Assert.Equal([new ConsentGiven(Sahnun, "contact", Purposes.CurrentVersion)], consents.Appended);
    }

    [Fact]
    public void another_number_under_the_same_agreement_is_no_new_agreement()
    {
        var consents = new Written<ConsentRegister>(Agreed(Purposes.CurrentVersion));
        Appending.Do(ShareContactHandler.Handle(Share, consents, Facts, Master).Item2);
        Assert.Empty(consents.Appended);
        var older = new Written<ConsentRegister>(Agreed("2025-01"));
        Appending.Do(ShareContactHandler.Handle(Share, older, Facts, Master).Item2);
        Assert.Single(older.Appended);
    }

    [Fact]
    public void taking_it_back_twice_is_taking_it_back_once()
    {
        var consents = new Written<ConsentRegister>(Agreed(Purposes.CurrentVersion));
        Appending.Do(WithdrawContactHandler.Handle(new(Sahnun), consents).Item2);
        Assert.Equal([new ConsentWithdrawn(Sahnun, "contact")], consents.Appended);
        var again = new Written<ConsentRegister>(Agreed(Purposes.CurrentVersion).Apply(new ConsentWithdrawn(Sahnun, "contact")));
        Appending.Do(WithdrawContactHandler.Handle(new(Sahnun), again).Item2);
        Assert.Empty(again.Appended);
    }

    [Theory]
    [InlineData("")]
    [InlineData("bukan nomor")]
    [InlineData("12")]
    public void what_is_no_number_is_refused(string number) =>
        Assert.Equal("phone_unknown", ShareContactHandler.Validate(Share with { Number = number }, Facts)?.Code);

    [Fact]
    public void who_was_erased_shares_nothing()
    {
        Assert.Equal("not_found", ShareContactHandler.Validate(Share, Facts with { File = null })?.Code);
        Assert.Equal("not_found", ShareContactHandler.Validate(Share, Facts with { Key = Key with { Wrapped = null } })?.Code);
    }

    [Fact]
    public void the_number_is_in_no_log() =>
        Assert.DoesNotContain("3456", Share.ToString().Replace(Sahnun.Value.ToString(), "", StringComparison.Ordinal),
        StringComparison.Ordinal);

    private static ConsentRegister Agreed(string version) =>
        new(ConsentRegister.StreamOf(Sahnun), Sahnun, new Dictionary<string, string> { ["contact"] = version });
}
