using System.Text.Json;
using System.Text.Json.Nodes;
using Marten;
using Npgsql;
using NpgsqlTypes;

namespace CraftMarket.People.Keys;

/// <summary>Moves keys to where they belong, at each set-up: out of the rows that they open, where older versions kept them, and
/// out of the market's database once keys have one of their own. Every step may be broken off and begun again.</summary>
internal sealed class KeysMoved(IDocumentStore store, NpgsqlDataSource market, KeyPlace place, MasterKey master,
    IEnumerable<SealedDocument> documents) : IReferenceData
{
    private const int AtOnce = 500;

    public async Task EnsureAsync(CancellationToken cancellation)
    {
        if (place.IsApart) await BringApartAsync(cancellation);
        foreach (var document in documents.OrderBy(x => x.Parts.Any(p => !IsOwn(p))))
        {
            var table = store.Options.FindOrResolveDocumentType(document.Document).TableName.QualifiedName;
            while (await MoveAsync(document, table, cancellation) == AtOnce) { }
        }
    }

    /// <summary>The key of a document that stands for its subject becomes the subject's key as it is.</summary>
    private static bool IsOwn(SealedPart part) => part.Subject is "Id";

    private async Task<int> MoveAsync(SealedDocument document, string table, CancellationToken cancellation)
    {
        var rows = new List<(Guid Id, JsonObject Data)>();
        await using (var select = market.CreateCommand($"select id, data from {table} where jsonb_exists(data, 'Key') limit "
            + $"{AtOnce}"))
        await using (var reader = await select.ExecuteReaderAsync(cancellation))
            while (await reader.ReadAsync(cancellation))
                rows.Add((reader.GetGuid(0), JsonNode.Parse(reader.GetString(1))!.AsObject()));
        foreach (var (id, data) in rows)
        {
            if (data["Key"].Deserialize<WrappedKey>() is { } old)
                foreach (var part in document.Parts.Where(x => data[x.Box] is not null))
                    await MoveAsync(data, part, old, cancellation);
            data.Remove("Key");
            await using var update =
                market.CreateCommand($"update {table} set data = $2 where id = $1 and jsonb_exists(data, 'Key')");
            update.Parameters.Add(new() { Value = id });
            update.Parameters.Add(new() { Value = data.ToJsonString(), NpgsqlDbType = NpgsqlDbType.Jsonb });
            await update.ExecuteNonQueryAsync(cancellation);
        }

        return rows.Count;
    }

    private async Task MoveAsync(JsonObject data, SealedPart part, WrappedKey old, CancellationToken cancellation)
    {
        var key = await place.Table.KeepAsync(data[part.Subject].Deserialize<Guid>(), IsOwn(part) ? old : master.NewKey(),
            cancellation);
        // Without a key in row or store, what came back with an older backup stays unreadable.
        if (key.Wrapped is not { } now || now.Box.Bytes.SequenceEqual(old.Box.Bytes)) return;
        data[part.Box] = JsonSerializer.SerializeToNode(master.Reseal(data[part.Box].Deserialize<SealedBox>()!, old, now));
    }

    private async Task BringApartAsync(CancellationToken cancellation)
    {
        await place.Table.MakeAsync(cancellation);
        await using (var there = market.CreateCommand("select to_regclass('keys.subject_keys') is not null"))
            if (!(bool)(await there.ExecuteScalarAsync(cancellation))!) return;
        await using (var select = market.CreateCommand("select subject, wrapped from keys.subject_keys"))
        await using (var reader = await select.ExecuteReaderAsync(cancellation))
            while (await reader.ReadAsync(cancellation))
            {
                var subject = reader.GetGuid(0);
                if (await reader.IsDBNullAsync(1, cancellation)) await place.Table.DestroyAsync([subject], cancellation);
                else await place.Table.KeepAsync(subject, JsonSerializer.Deserialize<WrappedKey>(reader.GetString(1))!,
                    cancellation);
            }

        await using var drop = market.CreateCommand("drop table keys.subject_keys");
        await drop.ExecuteNonQueryAsync(cancellation);
    }
}

/// <summary>Where keys lie.</summary>
/// <param name="IsApart">In a database of their own.</param>
public sealed record KeyPlace(KeyTable Table, bool IsApart);
