using System.Reflection;
using System.Text.RegularExpressions;
using CraftMarket.Catalogue;
using CraftMarket.Ordering;
using CraftMarket.Payments;
using JasperFx;
using Marten.Schema;

namespace CraftMarket.Specs.House;

/// <summary>What an order touches is found by a plain UUID (decision 0015).</summary>
public sealed class HotDocumentSpecs
{
    private static readonly Type[] Hot =
    [
        typeof(StockItem), typeof(Offer), typeof(Order), typeof(SellerOrder), typeof(DeliveryDetails), typeof(Payment),
        typeof(Product),
    ];

    [Fact]
    public void marten_finds_them_by_a_plain_uuid() =>
        Assert.All(Hot, x =>
            Assert.Equal(typeof(Guid), Assert.IsAssignableFrom<PropertyInfo>(DocumentMapping.FindIdMember(x)).PropertyType));

    [Fact]
    public void they_are_loaded_by_the_value_of_their_id()
    {
        var found = Repository.Files("src").SelectMany(file => TypedLoads(file.Text).Select(x => $"{file.Path}: {x}"));
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("session.LoadAsync<Product>(command.ProductId, cancellation)", true)]
    [InlineData("session.LoadAsync<Product>(command.ProductId.Value, cancellation)", false)]
    [InlineData("session.LoadAsync<StockItem>(StockItemId.Of(product), cancellation)", true)]
    [InlineData("session.LoadAsync<StockItem>(StockItemId.Of(product).Value, cancellation)", false)]
    [InlineData("batch.Load<Order>(id)", true)]
    [InlineData("session.LoadAsync<Photo>(id, cancellation)", false)]
    public void the_search_for_typed_loads_finds_them(string code, bool found) => Assert.Equal(found, TypedLoads(code).Any());

    private static IEnumerable<string> TypedLoads(string code) => Regex
        .Matches(code,
            $@"\bLoad(Async)?<({string.Join('|', Hot.Select(x => x.Name))})>\((?<id>(?:[^(),]|\((?:[^()]|\([^()]*\))*\))*)")
        .Where(x => !x.Groups["id"].Value.TrimEnd().EndsWith(".Value", StringComparison.Ordinal)).Select(x => x.Value);
}
