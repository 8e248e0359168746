namespace CraftMarket.Catalogue;

/// <summary>Pages found on one shelf before. A shelf never changes, so they stay right as long as it stands; a new one starts
/// with none.</summary>
internal sealed class Answers
{
    /// <summary>Most of what is asked is asked by many: the kinds, the villages, the words everybody looks for.</summary>
    public const int Most = 1_000;

    /// <summary>Longer words are somebody's own question and not kept.</summary>
    private const int LongestWords = 80;

    private readonly Latest<(ShopQuestion, DateOnly), Finds> _pages = new(Most);

    public int Count => _pages.Count;

    public Finds? Of(ShopQuestion question, DateOnly day) => _pages.Find((question, day));

    public void Keep(ShopQuestion question, DateOnly day, Finds finds)
    {
        if (question.Words is not { Length: > LongestWords }) _pages.Keep((question, day), finds);
    }
}
