using System.Text.Json.Serialization;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>Why a curator approved goods in spite of what the rules found in them, sealed under the artisan's key: it may name
/// people.</summary>
/// <param name="Id">Product and the version that was decided on.</param>
/// <param name="Curator">Account of the curator.</param>
/// <param name="Code">What was passed over, such as <see cref="Smoking"/>.</param>
/// <param name="Key">Only in reasons older than the key store.</param>
public sealed record OverrideReason(Guid Id, ProductId ProductId, ArtisanId ArtisanId, string Curator, string Code,
    DateTimeOffset At, SealedBox Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WrappedKey? Key = null)
{
    public const string Smoking = "smoking_words";

    /// <summary>Null when the artisan was erased.</summary>
    public OverrideText? Read(LoadedKeys keys) => keys.Open<OverrideText>(ArtisanId, Text, Key);

    internal static OverrideReason Write(Product product, string curator, string reason, IReadOnlyList<string> words,
        SubjectKey key, MasterKey master) =>
        new(Guid.Empty, product.Id, product.ArtisanId, curator, Smoking, default,
            master.Seal(key.Wrapped!, new OverrideText(product.Details.Name, words, reason)));

    /// <summary>As it stands for what was decided on just now.</summary>
    internal OverrideReason For(Product product, DateTimeOffset now) =>
        this with { Id = NewId.For("override-reason", product.Id.Value.ToString(), $"{product.Edition}"), At = now };
}

/// <summary>What an override was about and why.</summary>
/// <param name="Product">What the goods were called then.</param>
/// <param name="Words">What was found in them.</param>
public sealed record OverrideText(string Product, IReadOnlyList<string> Words, string Reason)
{
    public override string ToString() => "override ****";
}

/// <summary>One page of overrides, the latest first.</summary>
public sealed record OverridePage(IReadOnlyList<OverrideReason> Items, int Total, int Page)
{
    public const int PageSize = 24;
}

/// <summary>Reads what curators approved in spite of what was found.</summary>
public static class Overrides
{
    public static async Task<OverridePage> OverridesByCurators(this IQuerySession session, int page,
        CancellationToken cancellation)
    {
        page = Math.Clamp(page, 1, 10_000);
        var items = await session.Query<OverrideReason>().OrderByDescending(x => x.At).Skip((page - 1) * OverridePage.PageSize)
            .Take(OverridePage.PageSize)
            .ToListAsync(cancellation);
        return new(items, await session.Query<OverrideReason>().CountAsync(cancellation), page);
    }
}
