using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Specs.Ordering;

namespace CraftMarket.Specs.Catalogue;

public sealed class SynonymSpecs
{
    private static readonly Synonyms Now = new(Synonyms.TheOnly, [["tas", "bag"]], 3);

    [Fact]
    public void the_list_to_begin_with_is_in_order()
    {
        Assert.Null(Refused(Synonyms.Initial));
        Assert.Equal(Synonyms.Initial, ChangeSynonyms.Tidy(Synonyms.Initial));
    }

    [Fact]
    public void lines_become_groups_without_blanks_capitals_or_words_said_twice() =>
        Assert.Equal([["tas", "bag"], ["gantungan kunci", "key ring"]],
            ChangeSynonyms.GroupsOf("Tas,  BAG, tas\r\n\n Gantungan   Kunci, key-ring,,\n"));

    [Fact]
    public void a_list_that_would_confuse_is_refused()
    {
        Assert.Equal("synonym_alone", Refused([["tas"]])?.Code);
        Assert.Equal("synonym_twice", Refused([["tas", "bag"], ["dompet", "bag"]])?.Code);
        Assert.Equal("synonyms_too_long", Refused([[.. Enumerable.Range(0, 13).Select(x => $"kata{x}")]])?.Code);
        Assert.Equal("too_many_groups", Refused([.. Enumerable.Range(0, 401).Select(x => new[] { $"a{x}", $"b{x}" })])?.Code);
    }

    [Fact]
    public void a_change_of_an_older_list_is_stale()
    {
        var stream = new Written<Synonyms>(Now);
        Assert.Equal("stale", ChangeSynonymsHandler.Validate(new([["tas", "bag"]], 2), stream)?.Code);
        Assert.Null(ChangeSynonymsHandler.Validate(new([["tas", "bag"]], 3), stream));
        Assert.Null(ChangeSynonymsHandler.Validate(new([["tas", "bag"]], null), stream));
    }

    [Fact]
    public void the_same_list_again_is_no_change()
    {
        var stream = new Written<Synonyms>(Now);
        Appending.Do(ChangeSynonymsHandler.Handle(new([["tas", "bag"]], 3), stream).Item2);
        Assert.Empty(stream.Appended);
        Appending.Do(ChangeSynonymsHandler.Handle(new([["tas", "bag", "tote"]], 3), stream).Item2);
        Assert.Equal([["tas", "bag", "tote"]], Assert.IsType<SynonymsChanged>(Assert.Single(stream.Appended)).Groups);
    }

    private static Refusal? Refused(IReadOnlyList<IReadOnlyList<string>> groups) =>
        ChangeSynonymsHandler.Validate(new(groups, null), new Written<Synonyms>(Now));
}
