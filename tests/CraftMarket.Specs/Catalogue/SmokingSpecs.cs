using CraftMarket.Catalogue;

namespace CraftMarket.Specs.Catalogue;

public sealed class SmokingSpecs
{
    [Theory]
    [InlineData("Rokok kretek Semoyang isi 12")]
    [InlineData("Cerutu tangan")]
    [InlineData("TEMBAKAU IRIS kering 100 gram")]
    [InlineData("Isi ulang vape rasa kopi")]
    [InlineData("Hand-rolled cigarettes")]
    [InlineData("Rokoknya wangi")]
    [InlineData("Asbak gratis. Rokok kretek satu bungkus")]
    public void smoking_goods_are_refused(string words) => Assert.Equal(SmokingVerdict.Refused, SmokingWords.Initial.Judge(words));

    [Theory]
    [InlineData("Tas daun tembakau")]
    [InlineData("Briket batang tembakau")]
    [InlineData("Asap cair dari batang tembakau")]
    [InlineData("Bingkai daun tembakau. Iris tipis lalu dianyam")]
    [InlineData("Gantungan kunci batang tembakau")]
    public void crafts_of_leaf_and_stalk_are_welcome(string words) => Assert.Equal(SmokingVerdict.Clear, SmokingWords.Initial.Judge(words));

    [Theory]
    [InlineData("Asbak rokok tempurung kelapa")]
    [InlineData("Kotak rokok anyaman ketak")]
    [InlineData("Tas daun tembakau, bukan rokok")]
    [InlineData("Dompet dari bungkus rokok bekas")]
    [InlineData("Cigarette case of woven leaf")]
    [InlineData("Lilin pengusir asap rokok")]
    public void what_only_speaks_of_smoking_is_for_the_curator_to_judge(string words) =>
        Assert.Equal(SmokingVerdict.Flagged, SmokingWords.Initial.Judge(words));
}
