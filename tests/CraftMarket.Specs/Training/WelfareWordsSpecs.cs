using CraftMarket.Training;

namespace CraftMarket.Specs.Training;

public sealed class WelfareWordsSpecs
{
    [Theory]
    [InlineData("Angkatan P3KE desil 1")]
    [InlineData("KEMISKINAN ekstrem")]
    [InlineData("warga termiskin")]
    [InlineData("Peserta DTSEN")]
    [InlineData("data-DTKS-2024")]
    [InlineData("desil1")]
    [InlineData("PKH2026")]
    [InlineData("P.K.H. Semoyang")]
    [InlineData("p 3 k e")]
    [InlineData("Program Tepat Sasaran")]
    [InlineData("GMP-PK")]
    [InlineData("Bantuan  Sosial")]
    [InlineData("mısk\u0131n miskın miskín")]
    [InlineData("For poor families")]
    public void a_word_of_welfare_is_found_however_it_is_written(string text) => Assert.True(WelfareWords.Initial.AreIn(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Kerajinan, Disperin NTB")]
    [InlineData("Pelatihan kriya hasil samping tembakau, UPTD Balatkop")]
    [InlineData("Diklat pijat dan cukur, Dinas Koperasi dan UKM")]
    [InlineData("Desain produk desa industri Semoyang")]
    [InlineData("Kelas A P K")]
    [InlineData("Tenun gedogan 2026, Balai Latihan")]
    public void other_words_are_not(string? text) => Assert.False(WelfareWords.Initial.AreIn(text));
}
