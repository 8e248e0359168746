using System.Text.Json;
using CraftMarket.Search;
using Npgsql;

namespace CraftMarket.Catalogue;

/// <summary>This node's copy of the storefront, exact at every query: it first asks the database what changed since the last
/// look.</summary>
/// <remarks>A change is known by the transaction that made it. Everything below the lowest transaction that was still open at the
/// last look has been seen; what is at or above it is asked for again. So nothing is missed, in whatever order transactions end,
/// and no node has to tell another. Queries that arrive during a look share the next one.</remarks>
public sealed class StorefrontIndex(NpgsqlDataSource database)
{
    private const string Changes = """
        select pg_snapshot_xmin(pg_current_snapshot())::text::bigint, w.id, w.changed
        from (select 1) as always left join market.window_change as w on w.changed >= $1
        """;

    /// <summary>With the cards that a change of the village mark, or of who may use it, is seen on.</summary>
    private const string MarkedCards = $"""
        select c.id from {MarkUse.Table} as u
            join {ProductCard.Table} as c on c.data -> 'artisan' ->> 'id' = u.data ->> 'ArtisanId'
        where u.id = any($1) or u.data ->> 'Village' in (select data ->> 'Code' from {Village.Table} where id = any($1))
        """;

    private static readonly string Cards = $"""
        select {ShownCard.Columns}, coalesce(p.data ->> 'description', ''),
            coalesce((select k.data ->> 'Class' from {Category.Table} as k where k.id = c.data ->> 'category'), '')
        {CardNow.From}
        where c.id in (select unnest($1) union {MarkedCards}) and c.status = '{ProductCard.OnSale}'
        """;

    private const string Kinds = $"select convert_to(data::text, 'UTF8') from {Category.Table}";

    private static readonly string Groups = $"select convert_to(data::text, 'UTF8') from {Synonyms.Table} where id = $1";

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, long> _changed = [];
    private readonly SearchEngine _engine = new(database);
    private Task _looking = Task.CompletedTask;
    private Task<StorefrontState>? _next;
    private StorefrontState? _state;
    private long _seen;

    /// <summary>The storefront as it is in the database at a moment after this call.</summary>
    internal Task<StorefrontState> LatestAsync()
    {
        lock (_gate) return _next ??= LookAfter(_looking);
    }

    /// <summary>What is on sale under that id or address; null when nothing is.</summary>
    internal async Task<ShownCard?> FindAsync(Guid? id, string address)
    {
        await LatestAsync();
        return (id is { } known ? _engine.Find(known) : _engine.Find(address)) is { } product ? ShownCard.Of(product) : null;
    }

    internal Task<SearchResult> SearchAsync(SearchIndex index, SearchQuery query, DateOnly day, CancellationToken cancellation) =>
        _engine.SearchAsync(index, query, day, cancellation);

    private async Task<StorefrontState> LookAfter(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate) (_looking, _next) = (_next!, null);
        return await Look();
    }

    private async Task<StorefrontState> Look()
    {
        var changed = new List<(Guid Id, long In)>();
        var seen = _seen;
        await using (var command = database.CreateCommand(Changes))
        {
            command.Parameters.Add(new() { Value = _seen });
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                seen = reader.GetInt64(0);
                if (reader.IsDBNull(1)) continue;
                var (id, transaction) = (reader.GetGuid(1), reader.GetInt64(2));
                if (_changed.GetValueOrDefault(id) != transaction) changed.Add((id, transaction));
            }
        }

        if (changed.Count > 0 || _state is null) _state = await Take([.. changed.Select(x => x.Id)]);
        // Only now: a look that failed on the way leaves everything to the next.
        foreach (var (id, transaction) in changed) _changed[id] = transaction;
        _seen = seen;
        return _state;
    }

    private async Task<StorefrontState> Take(Guid[] changed)
    {
        var onSale = new List<IndexedProduct>(changed.Length);
        await using (var command = database.CreateCommand(Cards))
        {
            command.Parameters.Add(new() { Value = changed });
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var card = ShownCard.Read(reader);
                var (words, kind) = (reader.GetString(ShownCard.ColumnCount), reader.GetString(ShownCard.ColumnCount + 1));
                if (card.Index(words, kind) is { } product) onSale.Add(product);
            }
        }

        await _engine.UpdateAsync(changed, onSale, changed.Contains(Synonyms.TheOnly) ? await ReadSynonyms() : null);
        return new(_engine.Index, _state is null || changed.Contains(Category.Any) ? await ReadCategories() : _state.Categories);
    }

    private async Task<IReadOnlyList<Category>> ReadCategories()
    {
        var taken = new List<Category>();
        await using var command = database.CreateCommand(Kinds);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) taken.Add(JsonSerializer.Deserialize<Category>(reader.GetFieldValue<byte[]>(0))!);
        return [.. taken.Where(x => !x.Refused).OrderBy(x => x.Place)];
    }

    private async Task<IReadOnlyList<IReadOnlyList<string>>> ReadSynonyms()
    {
        await using var command = database.CreateCommand(Groups);
        command.Parameters.Add(new() { Value = Synonyms.TheOnly });
        return await command.ExecuteScalarAsync() is byte[] json ? JsonSerializer.Deserialize<Synonyms>(json)!.Groups : [];
    }
}
