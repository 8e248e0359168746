using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;
using NpgsqlTypes;

namespace CraftMarket.People.Accounts;

/// <summary>The keys that sign cookies and tokens: in the database, so that every node reads them, and sealed by the master
/// key.</summary>
public sealed class KeyRing(NpgsqlDataSource source, MasterKey master) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = source.CreateCommand("select sealed from people.key_ring order by id");
        using var reader = command.ExecuteReader();
        var elements = new List<XElement>();
        while (reader.Read())
        {
            var entry = JsonSerializer.Deserialize<Entry>(reader.GetString(0))!;
            elements.Add(XElement.Parse(master.Open<string>(entry.Key, entry.Box)));
        }

        return elements;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        var key = master.NewKey();
        var entry = new Entry(key, master.Seal(key, element.ToString(SaveOptions.DisableFormatting)));
        using var command = source.CreateCommand("insert into people.key_ring (id, sealed) values ($1, $2)");
        command.Parameters.Add(new() { Value = Guid.CreateVersion7() });
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(entry), NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.ExecuteNonQuery();
    }

    private sealed record Entry(WrappedKey Key, SealedBox Box);
}
