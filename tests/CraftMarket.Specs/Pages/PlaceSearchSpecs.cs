using CraftMarket.Web.Shipping;

namespace CraftMarket.Specs.Pages;

public sealed class PlaceSearchSpecs
{
    [Theory]
    [InlineData("Kota Administrasi Jakarta Selatan", "31.74")]
    [InlineData("jakarta selatan", "31.74")]
    [InlineData("  jakarta   sel ", "31.74")]
    [InlineData("kab. bandung barat", "32.17")]
    [InlineData("Kabupaten Bandung", "32.04")]
    [InlineData("kota jogja", "34.71")]
    [InlineData("mataram", "52.71")]
    [InlineData("fak-fak", "92.03")]
    public void a_place_is_found_as_people_write_it(string typed, string code) =>
        Assert.Equal([code], PlaceSearch.Of(typed).Select(x => x.Code.Value));

    [Theory]
    [InlineData("bandung", 3)]
    [InlineData("jakarta", 5)]
    [InlineData("bali", 9)]
    [InlineData("dki", 5)]
    [InlineData("", 0)]
    [InlineData(null, 0)]
    [InlineData("singapura", 0)]
    public void a_word_of_several_places_finds_them_all(string? typed, int places) =>
        Assert.Equal(places, PlaceSearch.Of(typed).Count);
}
