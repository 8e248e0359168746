using System.Reflection;
using CraftMarket.Catalogue;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Operating;
using Wolverine.Util;

namespace CraftMarket.Specs.House;

/// <summary>What a deployment does to what earlier versions left.</summary>
public sealed class UpgradeSpecs
{
    /// <summary>What every handler takes first, by the name under which it would lie in the database.</summary>
    private static readonly IReadOnlySet<string> Handled =
        (from type in Repository.Types
         where type.Name.EndsWith("Handler", StringComparison.Ordinal)
         from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance)
         where method.Name is "Handle"
         select method.GetParameters()[0].ParameterType.ToMessageTypeName()).ToHashSet();

    [Fact]
    public void no_message_that_is_taken_away_is_handled_today()
    {
        Assert.Contains(typeof(DrawShop).ToMessageTypeName(), Handled);
        Assert.NotEmpty(RetiredMessages.Types);
        Assert.Empty(RetiredMessages.Types.Intersect(Handled));
    }

    [Theory]
    [InlineData("", "-c idle_in_transaction_session_timeout=60s")]
    [InlineData(";Options=-c search_path=market", "-c idle_in_transaction_session_timeout=60s -c search_path=market")]
    public void a_forgotten_transaction_ends_whatever_else_is_set(string options, string expected) =>
        Assert.Equal(expected, MarketStore.Connection($"Host=localhost{options}").Options);
}
