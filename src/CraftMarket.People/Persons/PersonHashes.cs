using System.Globalization;
using System.Text;

namespace CraftMarket.People.Persons;

/// <summary>How a person is found again without anybody being able to list who is there.</summary>
public sealed record PersonHashes(string Nik, string Name)
{
    public static PersonHashes Of(PersonalDetails details, MasterKey master)
    {
        ArgumentNullException.ThrowIfNull(details);
        ArgumentNullException.ThrowIfNull(master);
        var nameKey =
            string.Create(CultureInfo.InvariantCulture,
            $"{Plain(details.Name)}|{details.BirthDate:yyyy-MM-dd}|{details.Village}");
        return new(master.KeyedHash("nik", details.Nik.Trim()), master.KeyedHash("name", nameKey));
    }

    /// <summary>Upper case letters and digits with single spaces: <c>Baiq Nur'aini</c> and <c>BAIQ NURAINI</c> are one
    /// name.</summary>
    internal static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c)) plain.Append(char.ToUpperInvariant(c));
            else if ((char.IsWhiteSpace(c) || c is '-' or '.') && plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }

        return plain.ToString().Trim();
    }
}
