using System.Globalization;
using System.Text;

namespace CraftMarket.Kernel;

/// <summary>A region with its Kemendagri code and, where it is known, its BPS code.</summary>
public sealed record Region(RegionCode Code, string Name, string? BpsCode)
{
    /// <summary>The name in an address line: <c>semoyang</c>. Of several villages with one name the first known has it
    /// plain.</summary>
    public string Slug { get; init; } = SlugOf(Name);

    /// <summary>No longer in the official list. What was written under its code stays readable; forms do not offer it.</summary>
    public bool Gone { get; init; }

    /// <summary>Every region right below this one is known: a code below it that is not among them does not exist.</summary>
    public bool ListedWhole { get; init; }

    /// <summary>Lower case letters, digits and hyphens; accents dropped.</summary>
    public static string SlugOf(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0
                && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString().Trim('-');
    }
}

/// <summary>The regions that are known: those the house starts with, and those that an office has imported since.</summary>
/// <remarks>Kemendagri codes: Kepmendagri 300.2.2-2138/2025. A village without a known BPS code has none; it is never
/// guessed.</remarks>
public static class Regions
{
    public static readonly RegionCode Ntb = RegionCode.Parse("52");
    public static readonly RegionCode Semoyang = RegionCode.Parse("52.02.06.2003");

    /// <summary>The provinces of Indonesia with their regencies and cities; of NTB with their BPS codes, and the villages of
    /// Praya Timur.</summary>
    public static IReadOnlyList<Region> Shipped { get; } =
    [
        .. CountryRegions.Read().Where(x => !x.Code.IsWithin(Ntb)),
        Of("52", "Nusa Tenggara Barat", "52") with { ListedWhole = true },
        Of("52.01", "Kabupaten Lombok Barat", "5201"),
        Of("52.02", "Kabupaten Lombok Tengah", "5202"),
        Of("52.03", "Kabupaten Lombok Timur", "5203"),
        Of("52.04", "Kabupaten Sumbawa", "5204"),
        Of("52.05", "Kabupaten Dompu", "5205"),
        Of("52.06", "Kabupaten Bima", "5206"),
        Of("52.07", "Kabupaten Sumbawa Barat", "5207"),
        Of("52.08", "Kabupaten Lombok Utara", "5208"),
        Of("52.71", "Kota Mataram", "5271"),
        Of("52.72", "Kota Bima", "5272"),
        Of("52.02.06", "Praya Timur", "5202030") with { ListedWhole = true },
        Of("52.02.06.2001", "Sukaraja"),
        Of("52.02.06.2002", "Beleka"),
        Of("52.02.06.2003", "Semoyang", "5202030003"),
        Of("52.02.06.2004", "Mujur"),
        Of("52.02.06.2005", "Landah"),
        Of("52.02.06.2006", "Sengkerang"),
        Of("52.02.06.2007", "Bilelando"),
        Of("52.02.06.2008", "Ganti"),
        Of("52.02.06.2009", "Marong"),
        Of("52.02.06.2010", "Kidang"),
        Of("52.02.06.2011", "Beleke Daye"),
        Of("52.02.06.2012", "Beleke Lebe Sane"),
        Of("52.02.06.2013", "Pegonak"),
        Of("52.02.06.2014", "Jero Puri"),
    ];

    // Replaced whole, so that a reader sees one list or the other and never a mixture.
    private static volatile Known _known = new([]);

    public static IReadOnlyList<Region> All => _known.All;
    public static IEnumerable<Region> Provinces => _known.All.Where(x => x.Code.IsProvince && !x.Gone);

    /// <summary>The regencies and cities of the whole country.</summary>
    public static IEnumerable<Region> Regencies => _known.All.Where(x => x.Code.IsRegency && !x.Gone);
    public static IEnumerable<Region> Districts => _known.All.Where(x => x.Code.IsDistrict && !x.Gone);
    public static IEnumerable<Region> Villages => _known.All.Where(x => x.Code.IsVillage && !x.Gone);

    public static Region? Find(RegionCode code) => _known.ByCode.GetValueOrDefault(code);

    /// <summary>Whether somebody can live in that village of NTB: it is known, or lies where the list of villages or districts is
    /// not known yet.
    /// One that is gone from the list counts: older papers name it.</summary>
    public static bool MayBeVillage(RegionCode code)
    {
        if (!code.IsVillage || !code.IsWithin(Ntb) || Find(code.Regency) is null) return false;
        return Find(code) is not null
            || (Find(code.Parent) is { } district ? !district.ListedWhole : Find(code.Regency) is { ListedWhole: false });
    }

    /// <summary>The village of that name in addresses, also one that is gone from the list; before it one that is not.</summary>
    public static Region? VillageBySlug(string slug) => _known.All.Where(x => x.Code.IsVillage && x.Slug == slug)
        .OrderBy(x => x.Gone).FirstOrDefault();

    /// <summary>The region with that BPS code, before others one that is not gone. BPS uses fewer digits and no dots, so the two
    /// never mix, but for the province, whose codes are the same.</summary>
    public static Region? ByBps(string code) => _known.All.Where(x => x.BpsCode == code).OrderBy(x => x.Gone).FirstOrDefault();

    /// <summary>Takes over what was imported; it goes before what was shipped under the same code.</summary>
    public static void Learn(IEnumerable<Region> imported) => _known = new(imported);

    /// <summary>The name of a region; where it is not known, of the smallest known one that it lies in. A code is nobody's
    /// name.</summary>
    public static string NameOf(RegionCode code)
    {
        var known = code;
        while (Find(known) is null && known.Parent != known) known = known.Parent;
        return Find(known)?.Name ?? code.Value;
    }

    private static Region Of(string code, string name, string? bps = null) => new(RegionCode.Parse(code), name, bps);

    private sealed class Known
    {
        public Known(IEnumerable<Region> imported)
        {
            ByCode = Shipped.ToDictionary(x => x.Code);
            foreach (var region in imported) ByCode[region.Code] = region;
            All = [.. ByCode.Values.OrderBy(x => x.Code.Value, StringComparer.Ordinal)];
        }

        public Dictionary<RegionCode, Region> ByCode { get; }
        public IReadOnlyList<Region> All { get; }
    }
}
