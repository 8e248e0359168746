using System.Text.Json;
using CraftMarket.Catalogue;
using CraftMarket.Web.Outside;

namespace CraftMarket.Specs.Outside;

/// <summary>What shopping sites and search engines are told of a product; both must say the same.</summary>
public sealed class MerchantSpecs
{
    private static readonly ProductCard Card = new(Guid.NewGuid(), "tas-rinjani", "Tas Rinjani", 150_000, 5, null,
        new(Guid.NewGuid(), "Sahnun Anyam"),
        new("52.02.06.2003"), null, "tas", ["daun tembakau", "katun"], ProductCard.OnSale,
        DateTimeOffset.UnixEpoch);

    private static readonly ProductPage Page = new(Card.Id, Card.Name, "Dianyam tangan.", "tas", Card.Materials, 400,
        "Sahnun Anyam",
        [.. Enumerable.Range(1, 13).Select(x => new PagePhoto(Guid.NewGuid(), $"/media/{x}.webp", 640, 480, []))], null, 1);

    [Theory]
    [InlineData("id", "Buatan Sahnun Anyam, Desa Semoyang")]
    [InlineData("en", "Made by Sahnun Anyam, village of Semoyang")]
    public void who_wrote_no_description_is_named_instead(string language, string told) =>
        Assert.Equal([told], Told("description", Card, Page with { Description = " \n" }, language));

    [Fact]
    public void at_most_three_materials_are_told_and_none_is_cut_in_half()
    {
        Assert.Equal(["a/b/c"], Told("material", Card with { Materials = ["a", "b", "c", "d"] }));
        var (long1, long2) = (new string('x', 120), new string('y', 120));
        Assert.Equal([$"{long1}/katun"], Told("material", Card with { Materials = [long1, long2, "katun"] }));
        Assert.Empty(Told("material", Card with { Materials = [] }));
    }

    [Theory]
    [InlineData(5, null, "in_stock", "InStock", null)]
    [InlineData(2, null, "in_stock", "InStock", null)]
    [InlineData(0, null, "out_of_stock", "OutOfStock", null)]
    [InlineData(null, 9, "in_stock", "InStock", 9)]
    public void list_and_page_agree_on_what_can_be_had_and_when(int? available, int? lead, string listed,
        string marked, int? days)
    {
        var card = Card with { Available = available, LeadTimeDays = lead };
        Assert.Equal([listed], Told("availability", card));
        Assert.Equal(days is null ? [] : [$"{days}"], Told("max_handling_time", card));
        var offer = JsonSerializer.SerializeToElement(LinkedData.Product(card, Page, "http://x/produk/tas-rinjani", [], "Tas",
            null, null)).GetProperty("offers");
        Assert.Equal($"https://schema.org/{marked}", offer.GetProperty("availability").GetString());
        Assert.Equal(days, offer.TryGetProperty("deliveryLeadTime", out var time) ? time.GetProperty("value").GetInt32() : null);
        if (days is not null) Assert.Equal("DAY", time.GetProperty("unitCode").GetString());
    }

    [Fact]
    public void the_first_picture_is_the_main_one_and_ten_more_go_with_it()
    {
        Assert.Equal(["http://x/media/1.webp"], Told("image_link", Card));
        Assert.Equal(Enumerable.Range(2, 10).Select(x => $"http://x/media/{x}.webp"), Told("additional_image_link", Card));
    }

    private static IEnumerable<string> Told(string column, ProductCard card, ProductPage? page = null, string language = "id") =>
        PriceList.Row(new(card, page ?? Page, DateTimeOffset.UnixEpoch), "http://x", language, new Dictionary<string, string>())
            .Where(x => x.Name == column).Select(x => x.Value);
}
