namespace CraftMarket.Catalogue;

/// <summary>A row that could not be taken.</summary>
/// <param name="Code">What is wrong.</param>
/// <param name="Region">The code of the region as it is written there.</param>
public sealed record RejectedRegion(int Row, string Code, Wording Why, string Region)
{
    internal static RejectedRegion Of(DamagedLine line) =>
        new(line.Row, "row_damaged", new("Tanda kutip di baris ini tidak lengkap, jadi isinya tidak bisa dibaca.",
        "A quotation mark is missing in this line, so it cannot be read."), line.Start);
}

/// <summary>Sorts the rows of a list into regions and mistakes.</summary>
internal static class RegionCheck
{
    /// <summary>A BPS code has as many digits for each level; which ones is never computed from the other code.</summary>
    private static readonly Dictionary<string, (int CodeLength, int BpsDigits)> Levels = new()
    {
        ["province"] = (2, 2), ["regency"] = (5, 4), ["district"] = (8, 7), ["village"] = (13, 10),
    };

    /// <param name="known">Regions that were known before.</param>
    /// <param name="holders">Regions that keep a BPS code which the list does not state for them.</param>
    public static (Dictionary<RegionCode, RegionRow> Good, List<RejectedRegion> Bad) Sort(IReadOnlyList<RegionRow> rows,
        Func<RegionCode, bool> known, ILookup<string, RegionCode> holders)
    {
        var (good, bad) = (new Dictionary<RegionCode, RegionRow>(), new List<RejectedRegion>());
        var bps = new HashSet<string>();
        // Parents first, wherever they stand in the file.
        foreach (var row in rows.OrderBy(x => x.Code.Length).ThenBy(x => x.Row))
        {
            var (code, problem) = Judge(row);
            if (problem is null && good.ContainsKey(code))
                problem = Bad("duplicate_code", "Kode ini sudah ada di baris lain.", "This code stands in another row already.");
            if (problem is null && !code.IsProvince && !good.ContainsKey(code.Parent) && !known(code.Parent))
                problem = Bad("unknown_parent", "Wilayah induk kode ini tidak dikenal.",
                    "The region above this code is not known.");
            if (problem is null && row.BpsCode is { } held && holders[held].Any(x => x != code))
                problem = Bad("duplicate_bps_code", $"Kode BPS ini sudah dipakai wilayah {holders[held].First(x => x != code)}.",
                    $"The region {holders[held].First(x => x != code)} has this BPS code already.");
            if (problem is null && row.BpsCode is { } number && !bps.Add(number))
                problem = Bad("duplicate_bps_code", "Kode BPS ini sudah ada di baris lain.",
                    "This BPS code stands in another row already.");
            if (problem is null) good[code] = row;
            else bad.Add(new(row.Row, problem.Value.Code, problem.Value.Why, row.Code));
        }

        return (good, [.. bad.OrderBy(x => x.Row)]);
    }

    private static (RegionCode, (string Code, Wording Why)?) Judge(RegionRow row)
    {
        if (!RegionCode.TryParse(row.Code, out var code))
            return (code,
                Bad("code_unreadable", "Kode Kemendagri ditulis seperti 52.02.06.2003.",
                "A Kemendagri code is written like 52.02.06.2003."));
        if (!code.IsWithin(Regions.Ntb))
            return (code, Bad("outside_ntb", "Wilayah ini di luar NTB.", "This region lies outside NTB."));
        if (!Levels.TryGetValue(row.Level, out var level))
            return (code,
            Bad("unknown_level", "Tingkat wilayah: province, regency, district, village.",
            "Levels are province, regency, district, village."));
        if (level.CodeLength != code.Value.Length)
            return (code,
            Bad("level_mismatch", "Tingkat wilayah tidak sesuai dengan panjang kode.",
            "The level does not fit the length of the code."));
        if (row.Name.Length is 0 or > 80)
            return (code,
            Bad("name_length", "Nama wilayah harus 1 sampai 80 huruf.", "A region's name must have 1 to 80 letters."));
        return row.BpsCode is null || (row.BpsCode.Length == level.BpsDigits && row.BpsCode.All(char.IsAsciiDigit)) ? (code, null)
            : (code, Bad("bps_code_unreadable", $"Kode BPS di tingkat ini {level.BpsDigits} angka.",
                $"A BPS code of this level has {level.BpsDigits} digits."));
    }

    private static (string, Wording) Bad(string code, string indonesian, string english) => (code, new(indonesian, english));
}
