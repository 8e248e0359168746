using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using JasperFx.Events;
using static CraftMarket.Specs.Catalogue.AProduct;

namespace CraftMarket.Specs.Catalogue;

/// <summary>The weavers' group of Semoyang that Inaq Sahnun founded.</summary>
internal static class AGroup
{
    public static readonly GroupId PembanAji = new(Guid.Parse("01900000-0000-7000-8000-0000000000c1"));
    public static readonly ArtisanId Nurhayati = new(Guid.Parse("01900000-0000-7000-8000-0000000000a3"));

    public static readonly Maker RajabBingkai = new(Guid.NewGuid(), Rajab, Regions.Semoyang, "Rajab Bingkai", "",
        "#5b4a1f", null);

    public static readonly MakerGroup Founded =
        MakerGroup.Create(new Event<GroupFounded>(new(Sahnun, "Penenun Pemban Aji",
        Regions.Semoyang))
        { StreamId = PembanAji.Value })
        .Apply(new GroupAddressGiven("penenun-pemban-aji"));

    public static readonly MakerGroup WithRajab = Founded.Apply(new GroupMemberJoined(Rajab));
}
