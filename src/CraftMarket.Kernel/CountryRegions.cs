using System.Reflection;

namespace CraftMarket.Kernel;

/// <summary>The provinces of Indonesia with their regencies and cities, as this version of the house knows them.</summary>
internal static class CountryRegions
{
    /// <summary>In the order of their codes; without BPS codes, which are stated or unknown.</summary>
    public static IEnumerable<Region> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("CraftMarket.Kernel.Regions.txt")
            ?? throw new InvalidOperationException("The list of provinces and regencies is missing.");
        using var lines = new StreamReader(stream);
        var province = "";
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var (code, name) = (line.Trim()[..2], line.Trim()[3..]);
            // A regency stands below its province, a little to the right.
            var isProvince = !line.StartsWith(' ');
            if (isProvince) province = code;
            yield return new(RegionCode.Parse(isProvince ? code : $"{province}.{code}"), name, null);
        }
    }
}
