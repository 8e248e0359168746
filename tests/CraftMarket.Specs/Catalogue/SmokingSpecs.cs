using CraftMarket.Catalogue;
using static CraftMarket.Specs.Catalogue.AProduct;

namespace CraftMarket.Specs.Catalogue;

public sealed class SmokingSpecs
{
    private static readonly GoodsClass Craft = ClassOf(GoodsClass.Craft);
    private static readonly GoodsClass Other = ClassOf(GoodsClass.Other);
    private static readonly GoodsClass ByProduct = ClassOf(GoodsClass.ByProduct);

    [Theory]
    [InlineData("Rokok kretek Semoyang isi 12")]
    [InlineData("Cerutu tangan")]
    [InlineData("TEMBAKAU IRIS kering 100 gram")]
    [InlineData("Tembakau rajangan Lombok super halus")]
    [InlineData("Bako tingwe mild 50 gr")]
    [InlineData("Isi ulang vape rasa kopi")]
    [InlineData("Hand-rolled cigarettes")]
    [InlineData("Premium pipe tobacco 50 g")]
    [InlineData("Rokoknya wangi")]
    [InlineData("Rokoq Sasak asli")]
    [InlineData("Asbak gratis. Rokok kretek satu bungkus")]
    [InlineData("Bukan tas. Rokok klobot")]
    [InlineData("Liquid vapor rasa mangga")]
    [InlineData("Klobot tembakau isi 10")]
    [InlineData("Lintingan tembakau Lombok")]
    public void smoking_goods_are_refused(string words) =>
        Assert.Equal(SmokingVerdict.Refused, SmokingWords.Initial.Judge(words).Verdict);

    [Theory]
    [InlineData("R0k0k murah")]
    [InlineData("r o k o k enak")]
    [InlineData("R.O.K.O.K.")]
    [InlineData("r-o-k-o-k batangan")]
    [InlineData("R*K r_o_k_o_k")]
    [InlineData("Rokoook mantap")]
    [InlineData("rookokk")]
    [InlineData("kr3t3k halus")]
    [InlineData("V4pe murah")]
    [InlineData("$haG 100 gram")]
    [InlineData("rоkоk dengan huruf Kiril")]
    [InlineData("ro\u200bkok")]
    [InlineData("RÓKÓK")]
    [InlineData("ｒｏｋｏｋ")]
    [InlineData("j u a l r o k o k")]
    [InlineData("C1garettes")]
    [InlineData("1intingan temb4kau")]
    public void disguised_smoking_goods_are_refused_too(string words) =>
        Assert.Equal(SmokingVerdict.Refused, SmokingWords.Initial.Judge(words).Verdict);

    [Theory]
    [InlineData("Rokokmurah jaya")]
    [InlineData("ro kok asli")]
    [InlineData("ro-kok asli")]
    [InlineData("Sigarett tangan pilihan", SmokingVerdict.Refused)]
    [InlineData("Sigaretz tangan pilihan")]
    [InlineData("Kretec halus")]
    [InlineData("Udud enak")]
    [InlineData("Marlboro merah")]
    [InlineData("Siap linting")]
    public void what_hints_at_smoking_is_seen_by_a_curator(string words, SmokingVerdict verdict = SmokingVerdict.Flagged) =>
        Assert.Equal(verdict, SmokingWords.Initial.Judge(words).Verdict);

    [Theory]
    [InlineData("Tas daun tembakau")]
    [InlineData("Briket batang tembakau")]
    [InlineData("Asap cair dari batang tembakau")]
    [InlineData("Bingkai daun tembakau. Iris tipis lalu dianyam")]
    [InlineData("Gantungan kunci batang tembakau")]
    [InlineData("Asbak tempurung kelapa")]
    [InlineData("Rok batik motif Sasambo")]
    [InlineData("Rok tenun, cocok untuk pesta")]
    [InlineData("Hijab ceruti polos")]
    [InlineData("Bingkai gaya rokoko")]
    [InlineData("Cerita rakyat Lombok, buku")]
    [InlineData("Ukiran kayu vas bunga")]
    [InlineData("Tas ransel 40 liter")]
    [InlineData("Kain 2 x 3 m, 150 g/m2")]
    [InlineData("Kopi robusta Sembalun 250 g")]
    [InlineData("Sandal kulit No. 42")]
    [InlineData("Pokok pohon kering untuk hiasan")]
    [InlineData("Kotak perhiasan tembakau")]
    public void crafts_of_leaf_and_stalk_are_welcome(string words) =>
        Assert.Equal(SmokingFinding.Nothing.Verdict, SmokingWords.Initial.Judge(words).Verdict);

    [Theory]
    [InlineData("Asbak rokok tempurung kelapa")]
    [InlineData("Kotak rokok anyaman ketak")]
    [InlineData("Tas daun tembakau, bukan rokok")]
    [InlineData("Dompet dari bungkus rokok bekas")]
    [InlineData("Cigarette case of woven leaf")]
    [InlineData("Lilin pengusir asap rokok")]
    [InlineData("Bingkai rokok antik")]
    [InlineData("Kaos anti rokok")]
    [InlineData("Papan dilarang merokok")]
    [InlineData("Keranjang lintingan kertas koran")]
    [InlineData("Bunga klobot jagung")]
    [InlineData("Asap cair dari kondensasi vapor")]
    [InlineData("Lintingan tangan")]
    [InlineData("v a p o r")]
    [InlineData("Dulu buruh pabrik rokok, kini perajin")]
    [InlineData("Cigar box guitar")]
    [InlineData("Karpet shag wol")]
    [InlineData("Daun yang tidak dipakai rokok")]
    public void what_only_speaks_of_smoking_is_for_the_curator_to_judge(string words) =>
        Assert.Equal(SmokingVerdict.Flagged, SmokingWords.Initial.Judge(words).Verdict);

    [Fact]
    public void the_refusal_names_the_law_the_word_and_the_field()
    {
        Assert.Null(SmokingRules.Problem(Bag with { Name = "Kotak rokok kayu" }, Facts()));
        var name = SmokingRules.Problem(Bag with { Name = "Paket R0k0k" }, Facts())!;
        Assert.Equal(("smoking_goods", "name"), (name.Code, name.Field));
        Assert.Contains("PP 28/2024 pasal 434", name.Why.Indonesian, StringComparison.Ordinal);
        Assert.Contains("r0k0k", name.Why.Indonesian, StringComparison.Ordinal);
        Assert.Equal("description", SmokingRules.Problem(Bag with { Description = "Isi: kretek 12 batang." }, Facts())?.Field);
        Assert.Equal("category", SmokingRules.Problem(Bag, Facts() with { Class = ClassOf(GoodsClass.Smoking) })?.Field);
    }

    [Fact]
    public void by_products_pass_in_their_class_and_are_seen_in_another()
    {
        var briquette = Bag with { Name = "Briket batang tembakau 1 kg", Category = "briket" };
        Assert.Null(SmokingRules.Problem(briquette, With(ByProduct)));
        Assert.False(SmokingRules.NeedsLook(briquette, With(ByProduct)));
        Assert.Null(SmokingRules.Problem(briquette, With(Craft)));
        Assert.Equal(["briket"], SmokingRules.Why(briquette, With(Craft)));
        Assert.False(SmokingRules.NeedsLook(Bag with { Name = "Asap cair 250 ml", Description = "Pengawet ikan." },
            With(ByProduct)));
    }

    [Fact]
    public void the_bare_plant_is_looked_at_outside_the_classes_that_know_it()
    {
        var plant = Bag with { Name = "Tembakau kering 1 kg", Description = "", Materials = ["tembakau"] };
        Assert.True(SmokingRules.NeedsLook(plant, With(Other)));
        Assert.False(SmokingRules.NeedsLook(Bag, With(Other)));
        Assert.False(SmokingRules.NeedsLook(plant with { Name = "Tas tembakau" }, With(Craft)));
    }

    [Theory]
    [InlineData("Tembakau kering 1 kg", "")]
    [InlineData("Tembakau kering 1kg", "")]
    [InlineData("Tembakau Lombok", "Panen tahun ini.")]
    [InlineData("Daun tembakau kering 500 gram", "")]
    [InlineData("Paket hemat Sahnun", "Tembakau kering pilihan.")]
    [InlineData("Toples tembakau", "")]
    [InlineData("Raw tobacco", "")]
    public void the_plant_itself_is_looked_at_among_crafts_too(string name, string description) =>
        Assert.Equal(["tembakau"], SmokingRules.Why(Bag with { Name = name, Description = description, Materials = ["tembakau"] },
            With(Craft)));

    [Theory]
    [InlineData("Tas daun tembakau", "daun tembakau", "Dianyam tangan.")]
    [InlineData("Tas tembakau", "tembakau", "Dianyam dari tembakau kering.")]
    [InlineData("Bingkai batang tembakau", "daun tembakau", "Dihaluskan dengan tangan.")]
    [InlineData("Lampion daun tembakau", "tembakau", "")]
    [InlineData("Tempat Pensil Daun Tembakau", "daun tembakau", "Dari sisa potongan daun.")]
    [InlineData("Hadiah wisuda", "tembakau", "Anyaman daun tembakau kering, berlapis katun.")]
    [InlineData("Kotak perhiasan tembakau", "tembakau", "")]
    public void what_is_made_of_the_plant_passes_among_crafts(string name, string material, string description) =>
        Assert.Empty(SmokingRules.Why(Bag with { Name = name, Description = description, Materials = [material] }, With(Craft)));

    [Fact]
    public void a_name_offers_cut_tobacco_and_a_story_may_tell_how_leaves_were_cut()
    {
        Assert.Equal("name", SmokingRules.Problem(Bag with { Name = "Irisan tembakau halus" }, With(Craft))?.Field);
        var bag = Bag with { Name = "Tas Sahnun", Description = "Dari daun tembakau yang diiris halus, lalu dianyam." };
        Assert.Null(SmokingRules.Problem(bag, With(Craft)));
        Assert.Null(SmokingRules.Problem(bag with { Description = "mbako lombok siap linting" }, With(Craft)));
        Assert.True(SmokingRules.NeedsLook(bag with { Description = "mbako lombok siap linting" }, With(Craft)));
    }

    [Fact]
    public void a_material_is_never_refused_but_looked_at()
    {
        var bag = Bag with { Materials = ["bungkus rokok bekas"] };
        Assert.Null(SmokingRules.Problem(bag, With(Craft)));
        Assert.True(SmokingRules.NeedsLook(bag, With(Craft)));
    }

    private static ListingFacts With(GoodsClass goods) => Facts() with { Class = goods, ByProductWords = ByProduct.Words };

    private static GoodsClass ClassOf(string id) => GoodsClass.Initial.Single(x => x.Id == id);
}
