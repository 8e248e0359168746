using CraftMarket.Kernel;
using CraftMarket.People.Accounts;
using CraftMarket.Web.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Specs.House;

/// <summary>Whatever is sealed for somebody has a key in the key store and something that erases it (decisions 0003 and
/// 0031).</summary>
public sealed class SealedSpecs
{
    /// <summary>What each sealed field holds is under the key of what stands behind the colon, and erased by what stands behind
    /// the arrow.</summary>
    private const string Agreed = """
        DeliveryDetails.Box: Id → EraseBuyerHandler
        DeliveryDetails.Reason: Id → EraseBuyerHandler
        DeliveryDetails.Reply: Id → EraseBuyerHandler
        ErasureWords.Words: Whose → Forgetting
        HouseholdRoster.Members: PersonId → ErasedHouseholdHandler
        Invitation.Login: PersonId → Forgetting
        OverrideReason.Text: ArtisanId → CloseShopHandler
        PersonFile.Sealed: Id → Forgetting
        ReviewWords.Answer: ArtisanId → ErasedAnswersHandler
        ReviewWords.Words: Id → ErasedReviewsHandler
        ShopContact.Number: Id → Forgetting
        VerificationNote.Text: PersonId → ErasedParticipantHandler
        """;

    /// <summary>A key that is itself sealed, the house's own keys for cookies, and what lies in tables that are no documents:
    /// secrets that make codes to sign in, which are deleted with the account, and why it was closed, under its person's key and
    /// deleted with them.</summary>
    private static readonly Type[] Nobodys =
    [
        typeof(WrappedKey), .. typeof(KeyRing).GetNestedTypes(System.Reflection.BindingFlags.NonPublic),
        .. typeof(SecondFactors).GetNestedTypes(System.Reflection.BindingFlags.NonPublic), .. typeof(Closing)
            .GetNestedTypes(System.Reflection.BindingFlags.NonPublic),
    ];

    private static readonly List<SealedDocument> Registered =
    [
        .. MarketApplication.Create([], null, new Dictionary<string, string?>
        {
            ["environment"] = "Development", ["ConnectionStrings:Market"] = "Host=localhost;Database=nowhere",
        }).Services.GetServices<SealedDocument>(),
    ];

    [Fact]
    public void every_sealed_field_has_its_eraser()
    {
        var now = Registered.SelectMany(x => x.Parts.Select(p => $"{x.Document.Name}.{p.Box}: {p.Subject} → {p.Eraser.Name}"))
            .Order(StringComparer.Ordinal);
        Assert.Equal(Agreed.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), now);
    }

    [Fact]
    public void a_new_sealed_field_is_registered_too()
    {
        var known = Registered.SelectMany(x => x.Parts.Select(p => $"{x.Document.Name}.{p.Box}")).ToHashSet();
        var found = Repository.Types.Except(Nobodys)
            .SelectMany(x => x.GetProperties().Where(p => p.PropertyType == typeof(SealedBox)).Select(p => $"{x.Name}.{p.Name}"))
            .ToList();
        Assert.NotEmpty(found);
        Assert.Empty(found.Except(known));
    }

    [Fact]
    public void an_eraser_handles_something_and_deletes_or_blanks_that_document()
    {
        foreach (var (document, part) in Registered.SelectMany(x => x.Parts.Select(p => (x.Document, p))))
        {
            // A handler, or what a workflow decides by.
            Assert.NotNull(part.Eraser.GetMethod("Handle") ?? part.Eraser.GetMethod("Of"));
            var file = Repository.Files("src")
                .Single(x => x.Text.Contains($"static class {part.Eraser.Name}", StringComparison.Ordinal));
            Assert.Contains(document.Name, file.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void no_document_gets_a_key_of_its_own_any_more() =>
        Assert.Empty(Repository.Files("src").Where(x => x.Text.Contains(".NewKey()", StringComparison.Ordinal))
            .Select(x => Path.GetFileName(x.Path))
            .Except(["KeysBeside.cs", "KeysApart.cs", "KeysMoved.cs", "KeyRing.cs", "SecondFactors.cs", "Closing.cs"]));
}
