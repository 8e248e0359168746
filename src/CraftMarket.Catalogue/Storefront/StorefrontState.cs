using CraftMarket.Search;

namespace CraftMarket.Catalogue;

/// <summary>The storefront as one look found it. The next change makes another.</summary>
/// <param name="categories">The kinds of goods that are taken, in their order.</param>
internal sealed class StorefrontState(SearchIndex index, IReadOnlyList<Category> categories)
{
    private sealed record Greeting(DateOnly Day, ShopHome Home);

    private volatile Greeting? _greeting;

    public SearchIndex Index => index;

    public IReadOnlyList<Category> Categories => categories;

    /// <summary>Put together once a day and change, for it looks at all that is on sale.</summary>
    public ShopHome Greet(DateOnly day)
    {
        if (_greeting is { } made && made.Day == day) return made.Home;
        var home = ShopHome.Of(index, day);
        _greeting = new(day, home);
        return home;
    }
}
