using CraftMarket.Kernel;

namespace CraftMarket.Specs;

public sealed class RegionSpecs
{
    [Theory]
    [InlineData("52", true)]
    [InlineData("52.02", true)]
    [InlineData("52.02.06", true)]
    [InlineData("52.02.06.2003", true)]
    [InlineData("5202062003", false)]
    [InlineData("52.2", false)]
    [InlineData("52.02.06.203", false)]
    [InlineData("52.", false)]
    [InlineData("52\n", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void a_code_has_two_two_two_and_four_digits(string? text, bool isCode) =>
        Assert.Equal(isCode, RegionCode.TryParse(text, out _));

    [Theory]
    [InlineData("52.02.06.2003", "52", true)]
    [InlineData("52.02.06.2003", "52.02", true)]
    [InlineData("52.02.06.2003", "52.02.06.2003", true)]
    [InlineData("52.02.06.2003", "52.02.06.2004", false)]
    [InlineData("52.02", "52.02.06", false)]
    [InlineData("52.02.06.2003", "52.0", false)]
    public void an_area_holds_what_lies_below_it(string inner, string area, bool holds)
    {
        if (!RegionCode.TryParse(area, out var code)) Assert.False(holds);
        else Assert.Equal(holds, RegionCode.Parse(inner).IsWithin(code));
    }

    [Fact]
    public void no_code_holds_nothing() => Assert.False(RegionCode.Parse("52.02").IsWithin(default));

    [Fact]
    public void a_village_knows_its_regency() => Assert.Equal("52.02", Regions.Semoyang.Regency.Value);

    [Fact]
    public void semoyang_has_both_codes_and_its_district_is_numbered_differently_in_them()
    {
        var semoyang = Regions.Find(Regions.Semoyang)!;
        Assert.Equal(("Semoyang", "semoyang", "5202030003"), (semoyang.Name, semoyang.Slug, semoyang.BpsCode));
        Assert.Equal("5202030", Regions.Find(RegionCode.Parse("52.02.06"))!.BpsCode);
    }

    [Fact]
    public void the_house_starts_with_the_regencies_of_the_country_and_the_villages_of_praya_timur()
    {
        Assert.Equal(38, Regions.Provinces.Count());
        Assert.Equal(514, Regions.Regencies.Count());
        Assert.Equal(10, Regions.Regencies.Count(x => x.Code.IsWithin(Regions.Ntb) && x.BpsCode is not null));
        Assert.Equal(14, Regions.Villages.Count());
        Assert.All(Regions.Regencies, x => Assert.NotNull(Regions.Find(x.Code.Province)));
        Assert.All(Regions.Districts.Concat(Regions.Villages), x => Assert.True(x.Code.IsWithin(Regions.Ntb)));
        Assert.Equal(Regions.All.Count, Regions.All.Select(x => x.Code).Distinct().Count());
    }

    [Theory]
    [InlineData("31.74", "Kota Administrasi Jakarta Selatan")]
    [InlineData("31.74.01.1001", "Kota Administrasi Jakarta Selatan")]
    [InlineData("52.02.06.9999", "Praya Timur")]
    [InlineData("77.01", "77.01")]
    public void what_has_no_name_of_its_own_is_called_by_what_it_lies_in(string code, string name) =>
        Assert.Equal(name, Regions.NameOf(RegionCode.Parse(code)));

    [Theory]
    [InlineData("52.01.01.2001", true)]
    [InlineData("52.02.06.9999", false)]
    [InlineData("31.74.01.1001", false)]
    public void people_of_the_programme_live_in_ntb(string code, bool may) =>
        Assert.Equal(may, Regions.MayBeVillage(RegionCode.Parse(code)));

    [Theory]
    [InlineData("Beleke Lebe Sane", "beleke-lebe-sane")]
    [InlineData("  Désa / Baru! ", "desa-baru")]
    public void a_slug_is_plain(string name, string slug) => Assert.Equal(slug, Region.SlugOf(name));
}
