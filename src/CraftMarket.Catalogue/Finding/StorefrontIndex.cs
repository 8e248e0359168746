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
        where u.id = any($1) or (u.data ->> 'VillageId')::uuid = any($1)
        """;

    private static readonly string Cards = $"""
        select c.id,
            convert_to(({CardSupply.Sql("c.data")} - 'plain' || {CardMark.Sql("c.data", "p.data")}
                || {CardRating.Sql})::text, 'UTF8'),
            coalesce(p.data ->> 'description', ''),
            coalesce((select k.data ->> 'Class' from {Category.Table} as k where k.id = c.data ->> 'category'), '')
        from {ProductCard.Table} as c join {ProductPage.Table} as p on p.id = c.id
        where c.id in (select unnest($1) union {MarkedCards}) and c.status = '{ProductCard.OnSale}'
        """;

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, long> _changed = [];
    private readonly Dictionary<Guid, IndexedProduct> _products = [];
    private readonly Stemmer _stemmer = new(database);
    private SynonymTable _synonyms = SynonymTable.Empty;
    private SearchIndex _index = SearchIndex.Empty;
    private Task _looking = Task.CompletedTask;
    private Task<SearchIndex>? _next;
    private long _seen;

    /// <summary>The storefront as it is in the database at a moment after this call.</summary>
    internal Task<SearchIndex> Latest()
    {
        lock (_gate) return _next ??= LookAfter(_looking);
    }

    /// <summary>What a visitor's words ask for, in the words of this storefront.</summary>
    internal async Task<ParsedQuery> Understand(string words, SearchIndex index, CancellationToken cancellation)
    {
        var texts = Tokenizer.Tokens(words).Take(ParsedQuery.MostWords).ToArray();
        return ParsedQuery.Of(texts, await _stemmer.Look(texts, true, cancellation), index);
    }

    private async Task<SearchIndex> LookAfter(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate) (_looking, _next) = (_next!, null);
        return await Look();
    }

    private async Task<SearchIndex> Look()
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

        if (changed.Count > 0) await Take([.. changed.Select(x => x.Id)]);
        // Only now: a look that failed on the way leaves everything to the next.
        foreach (var (id, transaction) in changed) _changed[id] = transaction;
        _seen = seen;
        return _index;
    }

    private async Task Take(Guid[] changed)
    {
        var shown = new Dictionary<Guid, IndexedProduct>(changed.Length);
        await using (var command = database.CreateCommand(Cards))
        {
            command.Parameters.Add(new() { Value = changed });
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                shown[reader.GetGuid(0)] =
                    IndexedProduct.Read(reader.GetFieldValue<byte[]>(1), reader.GetString(2), reader.GetString(3));
        }

        var fresh = shown.Where(x => !_products.TryGetValue(x.Key, out var known) || known.Fingerprint != x.Value.Fingerprint)
            .Select(x => (Product: x.Value, Words: x.Value.Words())).ToList();
        var words = await _stemmer.Look([.. fresh.SelectMany(x => x.Words.Keys).Distinct()], false, default);
        var synonyms = changed.Contains(Synonyms.TheOnly) ? await SynonymTable.Read(database, _stemmer) : _synonyms;

        var gone = changed.Where(x => !shown.ContainsKey(x)).Count(_products.Remove);
        foreach (var (product, fields) in fresh) product.Index(fields, words);
        foreach (var (id, product) in shown)
        {
            if (_products.TryGetValue(id, out var known) && known.Fingerprint == product.Fingerprint) known.Show(product);
            else _products[id] = product;
        }

        if (fresh.Count > 0 || gone > 0) _index = SearchIndex.Of(_products.Values, synonyms);
        else if (synonyms != _synonyms) _index = _index.With(synonyms);
        _synonyms = synonyms;
    }
}
