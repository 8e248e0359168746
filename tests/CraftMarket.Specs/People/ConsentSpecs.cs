using System.Reflection;
using System.Security.Cryptography;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.People.Joining;
using CraftMarket.Specs.House;
using CraftMarket.Specs.Ordering;
using CraftMarket.Web.Consents;

namespace CraftMarket.Specs.People;

public sealed class ConsentSpecs
{
    private static readonly PersonId Sahnun = new(Guid.Parse("0193a000-0000-7000-8000-000000000101"));

    /// <summary>Each purpose with the code that obeys the answer.</summary>
    private static readonly Dictionary<string, string[]> Obeying = Repository.Types
        .SelectMany(x => x.GetCustomAttributes<ObeysAttribute>().Select(y => (y.Purpose, x.Name)))
        .GroupBy(x => x.Purpose).ToDictionary(x => x.Key, x => x.Select(y => y.Name).Order(StringComparer.Ordinal).ToArray());

    [Fact]
    public void every_purpose_names_the_code_that_obeys_it()
    {
        Assert.Empty(ConsentPurpose.All.Except(Obeying.Keys));
        Assert.Empty(Obeying.Keys.Except(ConsentPurpose.All));
    }

    [Theory]
    [InlineData(ConsentPurpose.Income, "IncomeReport")]
    [InlineData(ConsentPurpose.Contact, "ShopContacts")]
    [InlineData(ConsentPurpose.Training, "TrainedBy")]
    [InlineData(ConsentPurpose.Shop, "OwnShop")]
    public void the_code_that_obeys(string purpose, params string[] code) => Assert.Equal(code, Obeying[purpose]);

    [Fact]
    public void a_consent_is_neither_given_nor_refused_until_somebody_answers()
    {
        var register = ConsentRegister.Of(Sahnun);
        Assert.Null(register.Answer("income"));
        var said = register.Apply(new ConsentWithdrawn(Sahnun, "income"));
        Assert.Equal((false, null), (said.Answer("income"), said.Answer("shop")));
        Assert.True(said.Apply(new ConsentGiven(Sahnun, "income", "2026-11")).Answer("income"));
    }

    [Fact]
    public void a_no_is_written_down_once()
    {
        Assert.Equal(new ConsentWithdrawn(Sahnun, "income"), ConsentChange.Of(Sahnun, "income", false, null));
        Assert.Null(ConsentChange.Of(Sahnun, "income", false,
            ConsentRegister.Of(Sahnun).Apply(new ConsentWithdrawn(Sahnun, "income"))));
    }

    [Fact]
    public void a_yes_to_an_older_wording_is_asked_anew() =>
        Assert.Equal(new ConsentGiven(Sahnun, "income", Purposes.CurrentVersion), ConsentChange.Of(Sahnun, "income", true,
            ConsentRegister.Of(Sahnun).Apply(new ConsentGiven(Sahnun, "income", "2025-01"))));

    /// <summary>What people answered to is never written anew: the SHA-256 of each version's words.</summary>
    private static readonly Dictionary<string, string> Versions = new()
    {
        ["2026-11"] = "beb3b85fb5af2ea61fa7164fdc748a6f640bf13bfdd7fdf46d874fa5393889a5",
        ["2026-12"] = "cd2a8e89fa37eba31972fe5f50a8667b8b13d8d6af4a55f0f288bfd8e570cc8b",
    };

    private static readonly string Kept = Path.Combine(Repository.Root, "tests/CraftMarket.Specs/People/consents");

    [Fact]
    public void the_words_of_a_version_stay_as_they_were()
    {
        Assert.Equal(Versions, Directory.EnumerateFiles(Kept).ToDictionary(x => Path.GetFileNameWithoutExtension(x),
            x => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(x)))));
        Assert.Equal(Purposes.CurrentVersion, Versions.Keys.Max(StringComparer.Ordinal));
    }

    /// <summary>A file for each version holds what people were asked; the older ones stay, for their answers still
    /// stand.</summary>
    [Fact]
    public void another_wording_is_another_version()
    {
        var kept = Path.Combine(Kept, $"{Purposes.CurrentVersion}.txt");
        var asked = AskedConsent.Of(ConsentRegister.Of(Sahnun), null).Concat(AskedConsent.Of(ConsentRegister.Of(Sahnun), "(…)"))
            .SelectMany(x => (string[])[x.Purpose, x.Title.In("id"), x.Meaning.In("id"), x.Title.In("en"), x.Meaning.In("en")]);
        Assert.Equal(File.Exists(kept) ? File.ReadAllLines(kept) : [], asked);
    }

    [Fact]
    public void a_yes_to_an_older_wording_still_stands() =>
        Assert.True(ConsentRegister.Of(Sahnun).Apply(new ConsentGiven(Sahnun, "shop", "2026-11")).Answer("shop"));

    [Theory]
    [InlineData("marketing", true, "unknown_purpose")]
    [InlineData("account", false, "unknown_purpose")]
    [InlineData("income", null, "given_missing")]
    [InlineData("income", false, null)]
    [InlineData("shop", true, null)]
    public void what_may_be_answered(string purpose, bool? given, string? code) =>
        Assert.Equal(code, ConsentChange.Problem(purpose, given)?.Code);
}
