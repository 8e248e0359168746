using System.Text.RegularExpressions;
using CraftMarket.Catalogue;
using CraftMarket.Search;

namespace CraftMarket.Specs.Search;

public sealed class SearchSpecs
{
    [Fact]
    public void all_words_must_be_there_and_the_name_says_most()
    {
        var index = new ASearchIndex().With("Kotak", description: "Cocok dengan tas anyaman.")
            .With("Tas anyaman").With("Tas polos");
        Assert.Equal(["Tas anyaman", "Kotak"], index.Names("tas anyam"));
    }

    [Fact]
    public void words_as_typed_come_before_words_alike_and_those_before_slips()
    {
        var index = new ASearchIndex().With("Dompett kulit").With("Purse kulit").With("Dompet kulit").Alike(["dompet", "purse"]);
        Assert.Equal(["Dompet kulit", "Purse kulit", "Dompett kulit"], index.Names("dompet"));
    }

    [Fact]
    public void as_typed_comes_first_wherever_the_word_stands()
    {
        var index = new ASearchIndex().With("Selempang tenun", category: "tas").With("Tasbih kayu", category: "lainnya")
            .With("Bag kulit", category: "lainnya")
            .With("Tikar", category: "anyaman", description: "Muat di tas.").Alike(["tas", "bag"]);
        Assert.Equal(["Selempang tenun", "Tikar"], index.Names("tas").Take(2));
        Assert.Equal(["Bag kulit", "Tasbih kayu"], index.Names("tas").Skip(2).Order());
        var slips = new ASearchIndex().With("Donpet kulit").With("Kotak", category: "lainnya", description: "Untuk purse.")
            .Alike(["dompet", "purse"]);
        Assert.Equal(["Kotak", "Donpet kulit"], slips.Names("dompet"));
    }

    [Fact]
    public void one_word_alike_puts_a_good_behind_all_that_have_every_word_as_typed()
    {
        var index = new ASearchIndex().With("Tas anyam", description: "")
            .With("Kotak", category: "lainnya", description: "Tas anyaman kecil.").With("Bag anyaman", category: "lainnya")
            .Alike(["tas", "bag"]);
        Assert.Equal(["Tas anyam", "Kotak", "Bag anyaman"], index.Names("tas anyaman"));
    }

    [Theory]
    [InlineData("domet")]
    [InlineData("dompte")]
    [InlineData("ddompet")]
    [InlineData("donpet")]
    public void a_slip_still_finds_and_the_right_word_is_offered(string typed)
    {
        var result = new ASearchIndex().With("Dompet batik").With("Tikar pandan").Find(typed);
        Assert.Equal((1, "dompet"), (result.Total, result.Suggestion));
    }

    [Fact]
    public void a_short_word_that_is_known_is_no_slip_for_its_neighbour()
    {
        var index = new ASearchIndex().With("Topi pandan").With("Kopi bubuk", category: "makanan");
        Assert.Equal(["Topi pandan"], index.Names("topi"));
        Assert.Null(index.Find("topi").Suggestion);
    }

    [Fact]
    public void two_words_with_one_meaning_are_taken_together()
    {
        var index = new ASearchIndex().With("Gantungan kunci lumbung").With("Kunci pintu").Alike(["gantungan kunci", "key ring"]);
        Assert.Equal(["Gantungan kunci lumbung"], index.Names("key ring"));
        Assert.Equal(2, index.Find("kunci").Total);
    }

    [Theory]
    [InlineData("perajin")]
    [InlineData("pengrajin")]
    [InlineData("artisan")]
    public void everything_here_is_a_makers(string typed)
    {
        var index = new ASearchIndex().With("Tas polos").With("Tikar").Alike(["perajin", "artisan"]);
        Assert.Equal(2, index.Find(typed).Total);
        Assert.Equal(1, index.Find($"{typed} tikar").Total);
    }

    [Fact]
    public void the_last_word_may_be_half_typed() =>
        Assert.Equal(["Tas anyaman"], new ASearchIndex().With("Tas anyaman").With("Tas polos").Names("tas anya"));

    [Fact]
    public void nothing_found_says_what_was_meant_and_what_to_leave_out()
    {
        var index = new ASearchIndex().With("Tas besar", village: "semoyang")
            .With("Tikar", village: "ganti", category: "anyaman");
        Assert.Equal((0, "tas"), (index.Find("tass").Total, index.Find("tass").Suggestion));
        Assert.Equal([new("village", 1)], index.Find("tikar", village: "semoyang").Widenings.Where(x => x.Dropped != "q"));
        Assert.Equal([new("q", 1)], index.Find("tikar", village: "semoyang", category: "tas").Widenings);
    }

    [Fact]
    public void each_choice_is_counted_as_if_none_of_its_kind_were_made()
    {
        var index = new ASearchIndex().With("Tas besar", 300_000, village: "semoyang").With("Tas kecil", 40_000, village: "ganti")
            .With("Dompet", 60_000, "dompet", village: "ganti");
        var facets = index.Find(village: "ganti", category: "tas").Facets!;
        Assert.Equal([("ganti", 1), ("semoyang", 1)], facets.Villages.Select(x => (x.Village.Slug, x.Count)).Order());
        Assert.Equal([("dompet", 1), ("tas", 1)], facets.Categories.Select(x => (x.Category, x.Count)).Order());
        Assert.Equal([(49_999L, 1)], facets.Prices.Select(x => (x.Band.Max!.Value, x.Count)));
    }

    [Fact]
    public void every_count_is_the_number_of_goods_that_have_it_and_choosing_it_finds_them()
    {
        string[] materials = ["daun tembakau", "tembakau", "katun", "benang katun, bambu", "kemasan bekas", "emas"],
        villages = ["ganti", "semoyang", "kidang"];
        var index = new ASearchIndex();
        var goods = Enumerable.Range(0, 60)
            .Select(n => (Village: villages[n * 5 % 3], Category: n % 4 == 0 ? "dompet" : "tas", Material: materials[n * 7 % 6],
            Price: 20_000L + n * 11_000)).ToArray();
        foreach (var (n, good) in goods.Index())
            index.With($"Barang {n}", good.Price, good.Category, good.Material, good.Village, $"Pembuat {n % 9}");
        foreach (var (village, category, material) in new[] { (null, null, null), ("ganti", null, null), ("ganti", "tas", null),
            ("kidang", "tas", "katun") })
        {
            var facets = index.Find(village: village, category: category, material: material).Facets!;
            Assert.NotEmpty(facets.Villages);
            Assert.All(facets.Villages, x => Same(x.Count, x.Village.Slug, category, material));
            Assert.All(facets.Categories, x => Same(x.Count, village, x.Category, material));
            Assert.All(facets.Materials, x => Same(x.Count, village, category, x.Material));
            Assert.All(facets.Prices, x => Same(x.Count, village, category, material, x.Band.Min, x.Band.Max));
        }

        void Same(int count, string? village, string? category, string? material, long? min = null, long? max = null)
        {
            var have = goods.Count(x => (village is null || x.Village == village) && (category is null || x.Category == category)
                && (material is null || Regex.IsMatch(x.Material, $@"(^|[ ,]){material}($|[ ,])")) && x.Price >= (min ?? 0)
                    && x.Price <= (max ?? long.MaxValue));
            Assert.Equal((have, have),
                (count, index.Find(village: village, category: category, material: material, min: min, max: max).Total));
        }
    }

    [Fact]
    public void a_material_counts_where_its_whole_words_stand()
    {
        var index = new ASearchIndex().With("Kalung", material: "emas").With("Tas", material: "kemasan bekas")
            .With("Cincin", material: "Emas putih")
            .With("Dompet", material: "daun tembakau").With("Topi", material: "tembakau");
        Assert.Equal([("emas", 2), ("Emas putih", 1), ("kemasan bekas", 1)], Counts("emas", "kemasan bekas", "Emas putih"));
        Assert.Equal([("daun tembakau", 1), ("tembakau", 2)], Counts("tembakau", "daun tembakau"));
        Assert.Equal(["Cincin", "Kalung"], index.Names(material: "EMAS").Order());
        Assert.Equal(["Dompet", "Topi"], index.Names(material: "tembakau").Order());
        Assert.Empty(index.Names(material: "bakau"));

        IEnumerable<(string, int)> Counts(params string[] materials) =>
            index.Find().Facets!.Materials.Where(x => materials.Contains(x.Material))
            .Select(x => (x.Material, x.Count)).OrderBy(x => x.Material, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void every_village_and_kind_can_be_chosen_and_a_chosen_material_is_always_listed()
    {
        var index = new ASearchIndex();
        for (var n = 1; n <= 80; n++)
            index.With($"Barang {n}", category: $"jenis-{n}", village: new string('a', n), material: $"bahan {n}")
            .With($"Tas {n}", category: "jenis-1", material: $"bahan {Math.Min(n, 79)}");
        var facets = index.Find().Facets!;
        Assert.Equal((81, 80, 60), (facets.Villages.Count, facets.Categories.Count, facets.Materials.Count));
        var rare = index.Find().Facets!.Materials.Select(x => x.Material).ToHashSet();
        var hidden = Enumerable.Range(1, 80).Select(x => $"bahan {x}").First(x => !rare.Contains(x));
        Assert.Contains(index.Find(material: hidden).Facets!.Materials, x => x.Material == hidden);
    }

    [Fact]
    public void sorting_is_by_what_is_asked_for()
    {
        var index = new ASearchIndex().With("A", 30_000).With("B", 10_000).With("C", 20_000);
        Assert.Equal(["B", "C", "A"], index.Names(order: SortOrder.CheapestFirst));
        Assert.Equal(["A", "C", "B"], index.Names(order: SortOrder.DearestFirst));
        Assert.Equal(["C", "B", "A"], index.Names(order: SortOrder.Newest));
    }
}
