using System.Text.Json.Serialization;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>What a curator decides.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CurationDecision>))]
public enum CurationDecision
{
    [JsonStringEnumMemberName("approve")] Approve,
    [JsonStringEnumMemberName("return")] Return,
}

/// <summary>A curator's decision on a product that waits for one, new or changed while on sale.</summary>
/// <param name="Reason">The curator's own words: to the artisan of what goes back, where these or a code are needed; and of what
/// is approved although words about smoking stand in it, why, for the office.</param>
/// <param name="ReasonCodes">Codes of <see cref="ReasonTemplate"/>s that apply.</param>
/// <param name="Claims">What the curator found of the provenance, claim by claim; null leaves what stood.</param>
/// <param name="Seen">The version that the curator had before them; null to decide on whatever is there.</param>
/// <param name="Curator">Account of the curator.</param>
public sealed record CurateProduct(ProductId ProductId, CurationDecision Decision, string? Reason,
    IReadOnlyList<string>? ReasonCodes = null,
    IReadOnlyDictionary<string, ClaimVerdict>? Claims = null, int? Seen = null, string? Curator = null) : Confidential
{
    /// <summary>Approves words that would keep the goods out of the window: somebody has to say why.</summary>
    internal bool Overrides(Product product) => Decision == CurationDecision.Approve && product.Details.Flagged;

    internal IReadOnlyList<string> Codes => [.. (ReasonCodes ?? []).Distinct()];

    /// <summary>The same decision stands; it is asked for again by who did not hear the answer.</summary>
    internal bool IsDone(Product product, CurationFacts facts) => !product.AwaitsCurator && (Decision == CurationDecision.Approve
        ? product.Status == ProductStatus.Published
        : product.Status == ProductStatus.Returned && product.ReturnReason == facts.Told(this));
}

/// <summary>What a decision rests on.</summary>
/// <param name="Reasons">The templates that the decision names, retired ones included.</param>
public sealed record CurationFacts(Maker? Maker, IReadOnlyList<ReasonTemplate> Reasons)
{
    /// <summary>Why it is approved in spite of what was found, sealed; null when nothing is passed over.</summary>
    public OverrideReason? Override { get; init; }

    /// <summary>What that is sealed under; null when nothing is passed over.</summary>
    public SubjectKey? Key { get; init; }

    /// <summary>What the artisan is told: the chosen reasons with their advice, then the curator's own words.</summary>
    internal string Told(CurateProduct command) => string.Join(' ',
        command.Codes.Select(x => Reasons.First(y => y.Id == x).Told("id")).Append(command.Reason?.Trim() ?? "")
            .Where(x => x.Length > 0));
}

public static class CurateProductHandler
{
    public const int LongestReason = 1_000;

    public static async Task<CurationFacts> LoadAsync(CurateProduct command, IQuerySession session, IKeyStore keys,
        MasterKey master, CancellationToken cancellation)
    {
        var product = await session.LoadAsync<Product>(command.ProductId.Value, cancellation);
        var maker = product is null ? null : await session.LoadAsync<Maker>(Maker.StreamOf(product.ArtisanId), cancellation);
        var reasons = command.Codes.Count == 0 ? [] : await session.LoadManyAsync<ReasonTemplate>(cancellation, command.Codes);
        if (product is null || !command.Overrides(product) || string.IsNullOrWhiteSpace(command.Reason))
            return new(maker, reasons);
        var words = SmokingRules.Why(product.Details,
            await session.FactsOf(product.ArtisanId, [], product.Details.Category, cancellation));
        var key = await keys.OfAsync(session, product.ArtisanId, cancellation);
        return key.IsDestroyed ? new(maker, reasons)
            : new(maker, reasons)
            {
                Override = OverrideReason.Write(product, command.Curator ?? "", command.Reason.Trim(), words,
                key, master), Key = key
            };
    }

    public static Refusal? Validate(CurateProduct command, Product product, CurationFacts facts)
    {
        if (command.Codes.Any(x => facts.Reasons.All(y => y.Id != x || y.About != ReasonTemplate.Product)))
            return Refusal.Invalid("unknown_reason", "Pilih alasan dari daftar.", "Choose a reason from the list.",
                "reasonCodes");
        if (command.Decision == CurationDecision.Return && facts.Told(command).Length == 0)
            return Refusal.Invalid("reason_missing", "Pilih atau tulis alasannya supaya perajin tahu apa yang perlu diperbaiki.",
                "Choose or write the reason, so that the artisan knows what to improve.", "reason");
        if (command.Reason is { Length: > LongestReason })
            return Refusal.Invalid("reason_length", $"Alasan paling panjang {LongestReason} huruf.",
                $"A reason has at most {LongestReason} letters.", "reason");
        if (command.IsDone(product, facts)) return null;
        if (!product.AwaitsCurator)
            return Refusal.Conflict("wrong_state", "Produk ini tidak sedang menunggu kurasi.",
                "This product is not waiting for curation.");
        // The artisan may revise while the curator's page is open; what nobody saw is not certified.
        if (command.Seen is { } seen && seen != product.Edition)
            return Refusal.Conflict("stale",
                "Perajin mengubah produk ini sementara Anda melihatnya. Lihat sekali lagi, lalu putuskan.",
                "The artisan changed this product while you were looking. Look again, then decide.");
        if (command.Decision == CurationDecision.Approve
            && command.Claims?.GetValueOrDefault(Claims.Material) == ClaimVerdict.Rejected)
            return Refusal.Invalid("material_rejected",
                "Bahan yang salah tidak boleh tampil di toko. Kembalikan produk ini supaya perajin memperbaikinya.",
                "A wrong material must not be shown. Return the product, so that the artisan corrects it.", "claims");
        if (command.Overrides(product) && string.IsNullOrWhiteSpace(command.Reason))
            return Refusal.Invalid("reason_missing",
                "Barang ini memuat kata tentang rokok. Tulis mengapa barang ini boleh tampil di toko.",
                "Words about smoking stand in these goods. Write why they may be in the shop.", "reason");
        if (facts.Maker?.Village is null)
            return Refusal.Conflict("maker_unknown", "Desa perajin ini belum tercatat. Coba lagi sebentar lagi.",
                "The artisan's village is not recorded yet. Try again in a moment.");
        return null;
    }

    public static (Answer, Events, OutgoingMessages, IEnumerable<IMartenOp>) Handle(CurateProduct command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Product product, CurationFacts facts, DateTimeOffset now)
    {
        if (command.IsDone(product, facts)) return (Done.Instance, [], [], []);
        var found = Claims.Judged(product.Details, command.Claims);
        if (command.Decision == CurationDecision.Return)
        {
            var returned = new ProductReturned(facts.Told(command), now, command.Codes.Count == 0 ? null : command.Codes,
                Own(command), found);
            return (Done.Instance, [returned, .. Offers.Changed(product, product.Apply(returned))], [], []);
        }

        var (_, events, messages) = Approval.Of(product, facts.Maker!, now, found: found, passedOver: command.Overrides(product)
            ? OverrideReason.Smoking : null);
        return (Done.Instance, events, messages,
            facts.Override is { } why ? [facts.Key!.Keep(), MartenOps.Store(why.For(product, now))] : []);
    }

    private static string? Own(CurateProduct command) => command.Codes.Count == 0 || string.IsNullOrWhiteSpace(command.Reason)
        ? null : command.Reason.Trim();
}
