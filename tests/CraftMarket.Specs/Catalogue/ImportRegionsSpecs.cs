using System.Text;
using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using JasperFx.Events;
using static CraftMarket.Specs.Catalogue.AProduct;

namespace CraftMarket.Specs.Catalogue;

public sealed class ImportRegionsSpecs
{
    private const string Head = "kemendagri_code,level,name,bps_code\n";
    private const string Jonggat = Head
        + "52.02.02,district,Jonggat,\n52.02.02.2001,village,Ubung,\n52.02.02.2002,village,Semoyang,\n"
        + "52.02.02.2003,village,Sukarara,5202080001\n";

    [Fact]
    public void a_list_is_taken_once_and_then_says_nothing_new()
    {
        var (taken, after) = Import(Jonggat);
        Assert.Equal((4, 0, 0, 0, 0), Figures(taken));
        Assert.Equal((0, 0, 4, 0, 0), Figures(Import(Jonggat, after).Taken));
        Assert.Null(Import(Jonggat, after).Event);
    }

    [Fact]
    public void what_the_house_starts_with_is_known_already()
    {
        var (taken, _) =
            Import(Head + "52.02,regency,Kabupaten Lombok Tengah,\n52.02.06,district,Praya "
            + "Timur,\n52.02.06.2003,village,Semoyang,\n");
        Assert.Equal((0, 0, 3, 13, 0), Figures(taken));
    }

    [Fact]
    public void a_bps_code_is_stated_or_unknown_and_never_computed()
    {
        var (_, after) = Import(Jonggat);
        Assert.Equal("5202080001", after!.Lines["52.02.02.2003"].BpsCode);
        Assert.Null(after.Lines["52.02.02.2001"].BpsCode);
        var without = Jonggat.Replace("5202080001", "", StringComparison.Ordinal);
        Assert.Equal((0, 0, 4, 0, 0), Figures(Import(without, after).Taken));
    }

    [Fact]
    public void a_second_village_of_a_name_gets_an_address_of_its_own_and_keeps_it()
    {
        var (_, after) = Import(Jonggat);
        Assert.Equal("semoyang-jonggat", after!.Lines["52.02.02.2002"].Slug);
        var renamed = Jonggat.Replace("2002,village,Semoyang", "2002,village,Semoyang Indah", StringComparison.Ordinal);
        var (taken, later, _) = Import(renamed, after);
        Assert.Equal((0, 1, 3, 0, 0), Figures(taken));
        Assert.Equal(("Semoyang Indah", "semoyang-jonggat"),
            (later!.Lines["52.02.02.2002"].Name, later.Lines["52.02.02.2002"].Slug));
    }

    [Fact]
    public void a_village_that_leaves_the_list_stays_readable_and_may_come_back()
    {
        var (_, after) = Import(Jonggat);
        var shorter = Jonggat.Replace("52.02.02.2001,village,Ubung,\n", "", StringComparison.Ordinal);
        var (taken, later, _) = Import(shorter, after);
        Assert.Equal((0, 0, 3, 1, 0), Figures(taken));
        var ubung = later!.Known().Single(x => x.Code.Value == "52.02.02.2001");
        Assert.Equal(("Ubung", true), (ubung.Name, ubung.Gone));
        Assert.Equal((0, 0, 3, 0, 0), Figures(Import(shorter, later).Taken));
        Assert.Equal((0, 1, 3, 0, 0), Figures(Import(Jonggat, later).Taken));
    }

    [Fact]
    public void a_list_of_one_district_says_nothing_of_another()
    {
        var (_, after) = Import(Jonggat);
        var (taken, _, _) =
            Import(Head + "52.02.03,district,Batukliang,\n52.02.03.2001,village,Selebung,\n"
                + "52.02.02,district,Jonggat,\n52.02.06,district,Praya Timur,\n", after);
        Assert.Equal((2, 0, 2, 0, 0), Figures(taken));
    }

    [Theory]
    [InlineData("5202021001,village,Ubung,", "code_unreadable")]
    [InlineData("51.02.02.2001,village,Ubung,", "outside_ntb")]
    [InlineData("52.02.02.2009,desa,Ubung,", "unknown_level")]
    [InlineData("52.02.02.2009,district,Ubung,", "level_mismatch")]
    [InlineData("52.02.02.2009,village,,", "name_length")]
    [InlineData("52.02.99.2009,village,Ubung,", "unknown_parent")]
    [InlineData("52.02.02.2001,village,Ubung lagi,", "duplicate_code")]
    [InlineData("52.02.02.2009,village,Ubung,52.02", "bps_code_unreadable")]
    [InlineData("52.02.02.2009,village,Ubung,5202080001", "duplicate_bps_code")]
    public void a_row_with_a_mistake_is_named_and_the_others_are_taken(string row, string code)
    {
        var (taken, _) = Import(Jonggat + row + "\n");
        var rejected = Assert.Single(taken.Rejected);
        Assert.Equal((6, code), (rejected.Row, rejected.Code));
        Assert.Equal(4, taken.Imported);
    }

    [Fact]
    public void a_quotation_mark_left_open_costs_its_own_line_and_no_region_is_marked_as_gone()
    {
        var (_, after) = Import(Jonggat);
        var damaged = Jonggat.Replace("village,Ubung", "village,\"Ubung", StringComparison.Ordinal);
        var (taken, _, imported) = Import(damaged, after);
        var rejected = Assert.Single(taken.Rejected);
        Assert.Equal((3, "row_damaged", "52.02.02.2001"), (rejected.Row, rejected.Code, rejected.Region));
        Assert.Equal((0, 0, 3, 0, 1), Figures(taken));
        Assert.True(taken.GoneWithheld);
        Assert.Null(imported);
        // Closed again further down, it would have swallowed what lies between.
        var twice = damaged.Replace("village,Sukarara", "village,\"Sukarara\"", StringComparison.Ordinal);
        Assert.Equal((0, 0, 3, 0, 1), Figures(Import(twice, after).Taken));
    }

    [Fact]
    public void a_code_that_cannot_be_read_may_have_been_any_region()
    {
        var (_, after) = Import(Jonggat);
        var (taken, _, imported) = Import(Jonggat.Replace("52.02.02.2001", "5202022001", StringComparison.Ordinal), after);
        Assert.Equal((0, true), (taken.Gone, taken.GoneWithheld));
        Assert.Equal("5202022001", Assert.Single(taken.Rejected).Region);
        Assert.Null(imported);
    }

    [Fact]
    public void a_district_that_leaves_the_list_takes_its_villages_along()
    {
        const string regency = Head + "52.02,regency,Kabupaten Lombok Tengah,\n52.02.06,district,Praya Timur,\n";
        var (_, after) = Import(regency + Jonggat[Head.Length..]);
        var (taken, later, _) = Import(regency, after);
        Assert.Equal((4, false), (taken.Gone, taken.GoneWithheld));
        Assert.All(later!.Known().Where(x => x.Code.Value.StartsWith("52.02.02", StringComparison.Ordinal)), x =>
            Assert.True(x.Gone));
        // A list that names one of its villages knows the district, though its row is missing.
        Assert.Equal(0, Import(regency + "52.02.02.2003,village,Sukarara,\n", after).Taken.Gone);
    }

    [Fact]
    public void a_bps_code_belongs_to_one_region_whichever_list_named_it()
    {
        var (_, after) = Import(Jonggat);
        const string other = Head + "52.02.03,district,Batukliang,\n52.02.03.2001,village,Selebung,5202080001\n";
        var (taken, _, _) = Import(other, after);
        Assert.Equal((1, 0, 0, 0, 1), Figures(taken));
        Assert.Equal("duplicate_bps_code", Assert.Single(taken.Rejected).Code);
        // Semoyang's comes with the house.
        Assert.Equal("duplicate_bps_code",
            Assert.Single(Import(Jonggat.Replace("Ubung,", "Ubung,5202030003", StringComparison.Ordinal)).Taken.Rejected).Code);
    }

    [Fact]
    public void a_bps_code_moves_with_a_village_that_gets_another_code_and_two_may_trade_theirs()
    {
        var (_, after) = Import(Jonggat);
        var moved = Jonggat.Replace("52.02.02.2003", "52.02.02.2013", StringComparison.Ordinal);
        var (taken, later, _) = Import(moved, after);
        Assert.Equal((1, 0, 3, 1, 0), Figures(taken));
        Assert.Equal("5202080001", later!.Lines["52.02.02.2013"].BpsCode);
        // In a damaged file nobody leaves, so nobody hands a code on.
        Assert.Equal(["duplicate_bps_code", "code_unreadable"], Import(moved + "520202,village,Rusak,\n", after)
            .Taken.Rejected.Select(x => x.Code));
        // Back in the list, a village gets no code that another has taken over.
        var back = Import(Jonggat.Replace("Sukarara,5202080001", "Sukarara,", StringComparison.Ordinal)
            + "52.02.02.2013,village,Sukarara,\n", later).After!;
        Assert.Equal((null, "5202080001"), (back.Lines["52.02.02.2003"].BpsCode, back.Lines["52.02.02.2013"].BpsCode));
        var both = Jonggat.Replace("Ubung,", "Ubung,5202080002", StringComparison.Ordinal);
        var traded = Jonggat.Replace("Ubung,", "Ubung,5202080001", StringComparison.Ordinal)
            .Replace("Sukarara,5202080001", "Sukarara,5202080002", StringComparison.Ordinal);
        Assert.Equal((0, 2, 2, 0, 0), Figures(Import(traded, Import(both, after).After).Taken));
    }

    [Fact]
    public void every_row_of_a_list_is_counted_once()
    {
        const string list = Head
            + "52.02,regency,Kabupaten Lombok Tengah,\n52.02.02,district,Jonggat,\n52.02.02.2001,village,Ubung,5202080007\n"
            + "52.02.02.2002,village,Bonjeruk,\n52.02.02.2003,village,Perina,5202080001\n"
            + "52.02.02.2004,desa,Puyung,\n52.02.02.2005,village,Gemel,5202080001\n";
        var (taken, later, _) = Import(list, Import(Jonggat).After);
        // New: Puyung and Gemel are refused. Changed: Ubung's code, two names. Gone: Praya Timur with its 14 villages.
        Assert.Equal((0, 3, 2, 15, 2), Figures(taken));
        Assert.Equal(7, taken.Imported + taken.Changed + taken.Unchanged + taken.Rejected.Count);
        Assert.Equal(["52.02.02.2002"], later!.Known().Where(x => x is { Gone: false, BpsCode: null, Code.IsVillage: true })
            .Select(x => x.Code.Value));
    }

    [Fact]
    public void a_list_that_names_a_region_and_what_lies_in_it_lists_it_whole()
    {
        var (_, after, imported) = Import(Jonggat, null);
        Assert.Equal(["52.02.02"], imported!.Whole!.Select(x => x.Value));
        Assert.True(after!.Known().Single(x => x.Code.Value == "52.02.02").ListedWhole);
        // The regency was not named, so its other districts are as unknown as before.
        const string regency = Head
            + "52.02,regency,Kabupaten Lombok Tengah,\n52.02.02,district,Jonggat,\n52.02.06,district,Praya Timur,\n";
        var (_, later, second) = Import(regency, after);
        Assert.Equal(["52.02"], second!.Whole!.Select(x => x.Value));
        Assert.True(later!.Known().Single(x => x.Code.Value == "52.02").ListedWhole);
        Assert.Null(Import(regency, later).Event);
        Assert.True(later.Known().Single(x => x.Code.Value == "52.02.02").ListedWhole);
    }

    [Fact]
    public void a_refused_row_may_be_the_village_that_a_list_lacks()
    {
        var (_, after, imported) = Import(Jonggat + "52.02.02.2009,desa,Ubung,\n", null);
        Assert.Empty(imported!.Whole!);
        Assert.False(after!.Known().Single(x => x.Code.Value == "52.02.02").ListedWhole);
    }

    [Fact]
    public void an_import_of_before_lists_the_districts_whole_whose_villages_it_named()
    {
        var (_, _, imported) = Import(Jonggat, null);
        var old = Gazetteer.Create(new Event<RegionsImported>(imported! with { Whole = null }) { StreamId = Gazetteer.TheOnly });
        Assert.Equal(["52.02.02"], old.Known().Where(x => x.ListedWhole).Select(x => x.Code.Value));
    }

    [Fact]
    public void a_file_without_the_columns_is_no_list() =>
        Assert.Equal("columns_missing", Assert.IsType<Refusal>(RegionFile.Read(Encoding.UTF8.GetBytes("kode,nama\n52,NTB\n")))
            .Code);

    private static (int, int, int, int, int) Figures(RegionsTaken taken) =>
        (taken.Imported, taken.Changed, taken.Unchanged, taken.Gone, taken.Rejected.Count);

    private static (RegionsTaken Taken, Gazetteer? After) Import(string file) => Import(file, null) is var (taken, after, _)
        ? (taken, after) : default;

    private static (RegionsTaken Taken, Gazetteer? After, RegionsImported? Event) Import(string file, Gazetteer? before)
    {
        var list = Assert.IsType<RegionFile>(RegionFile.Read(Encoding.UTF8.GetBytes(file)));
        var known = before?.Known() ?? [];
        var (answer, imported) = ImportRegionsHandler.Decide(list, known, Now);
        var after = imported is null ? before : before is null
            ? Gazetteer.Create(new Event<RegionsImported>(imported) { StreamId = Gazetteer.TheOnly })
            : before.Apply(imported);
        return (answer, after, imported);
    }
}
