using CraftMarket.Catalogue;
using CraftMarket.Search;

namespace CraftMarket.Specs.Search;

public sealed class WordCacheSpecs
{
    [Fact]
    public void whatever_visitors_type_goods_words_are_kept_and_memory_stays_bounded()
    {
        var known = new WordCache(100);
        for (var n = 0; n < 1_000; n++) known.Keep(A($"ketikan{n}"), typed: true);
        Assert.InRange(known.Typed, 50, 100);
        for (var n = 0; n < 1_000; n++) known.Keep(A($"barang{n}"), typed: false);
        Assert.Equal(1_000, known.Indexed);
        Assert.NotNull(known.Find("barang0", typed: true));
        Assert.Null(known.Find("ketikan0", typed: true));
        Assert.NotNull(known.Find("ketikan999", typed: true));
    }

    [Fact]
    public void what_is_asked_for_again_and_again_is_not_forgotten()
    {
        var known = new WordCache(100);
        known.Keep(A("tas"), typed: true);
        for (var n = 0; n < 1_000; n++)
        {
            known.Keep(A($"ketikan{n}"), typed: true);
            Assert.NotNull(known.Find("tas", typed: true));
        }
    }

    [Fact]
    public void a_visitors_word_that_a_good_has_too_becomes_a_goods_word()
    {
        var known = new WordCache(10);
        known.Keep(A("ketak"), typed: true);
        Assert.NotNull(known.Find("ketak", typed: false));
        for (var n = 0; n < 100; n++) known.Keep(A($"ketikan{n}"), typed: true);
        Assert.NotNull(known.Find("ketak", typed: true));
    }

    [Fact]
    public void stems_and_words_are_the_same_by_what_they_say()
    {
        Assert.Equal(new Stem("anyam"), new Stem("anyam"));
        var (parsed, told) = (A("anyaman"), A("anyaman"));
        Assert.NotEmpty(parsed.Trigrams);
        Assert.Equal((told, told.GetHashCode()), (parsed, parsed.GetHashCode()));
        var index = new ASearchIndex().With("Tas anyaman").ForgettingWords();
        Assert.Equal(["Tas anyaman"], index.Names("anyaman"));
    }

    private static Word A(string text) => new(text, new(text));
}
