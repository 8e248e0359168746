using JasperFx.Events;
using Marten.Schema;
using Weasel.Postgresql.Tables;

namespace CraftMarket.Catalogue;

/// <summary>What of a product a curator looks at.</summary>
/// <param name="VariantPrices">Prices of sizes and colours that do not cost the same; null when there are none.</param>
public sealed record SeenContent(ProductDetails Details, Rupiah Price, int? LeadTimeDays,
    IReadOnlyDictionary<VariantId, Rupiah>? VariantPrices = null);

/// <summary>One decision about a product, by a curator or by a rule.</summary>
/// <param name="Decision"><c>approved</c>, <c>rechecked</c> or <c>returned</c>.</param>
/// <param name="Reasons">Codes of the reasons given.</param>
/// <param name="Told">What the artisan was told.</param>
/// <param name="Rule">Null when a curator decided.</param>
/// <param name="Since">When the wait began.</param>
/// <param name="Override">What it was approved in spite of, as a code; the reason is sealed elsewhere.</param>
public sealed record CurationVerdict(string Decision, IReadOnlyList<string> Reasons, string? Told, AppliedRule? Rule,
    DateTimeOffset Since, DateTimeOffset At, string? Override = null)
{
    public const string Approved = "approved", Rechecked = "rechecked", Returned = "returned";

    public double Days => Math.Max(0, (At - Since).TotalDays);
}

/// <summary>What curators saw and decided of one product, for the next look and for the report on how long it takes.</summary>
/// <param name="Seen">As it was when a curator last decided; null when none has.</param>
/// <param name="Verdicts">Oldest first.</param>
public sealed record CurationRecord(Guid Id, ArtisanId ArtisanId, SeenContent Now, SeenContent? Seen, DateTimeOffset? Since,
    bool OnSale, IReadOnlyList<CurationVerdict> Verdicts)
{
    /// <summary>Its table, for queries that name it.</summary>
    internal const string Table = "market.mt_doc_curationrecord";

    public static CurationRecord Create(IEvent<ProductDrafted> e) =>
        new(e.StreamId, e.Data.ArtisanId, new(e.Data.Details, e.Data.Price, e.Data.LeadTimeDays, e.Data.VariantPrices), null,
            null, false, []);

    public CurationRecord Apply(ProductSubmitted e) => this with { Since = Since ?? e.At, OnSale = false };

    public CurationRecord Apply(ProductDetailsChanged e) =>
        this with { Now = Now with { Details = e.Details }, Since = OnSale ? Since ?? e.At : Since };

    public CurationRecord Apply(ProductPriceChanged e) =>
        this with { Now = Now with { Price = e.Price, VariantPrices = e.VariantPrices } };

    public CurationRecord Apply(ProductLeadTimeChanged e) => this with { Now = Now with { LeadTimeDays = e.Days } };

    public CurationRecord Apply(ProductSoldFromStock e) => this with { Now = Now with { LeadTimeDays = null } };

    public CurationRecord Apply(ProductSampled e) => this with { Since = e.At };

    public CurationRecord Apply(ProductPublished e) =>
        Decided(CurationVerdict.Approved, [], null, e.Rule, e.At, e.Override) with { OnSale = true };

    public CurationRecord Apply(ProductRechecked e) => Decided(CurationVerdict.Rechecked, [], null, e.Rule, e.At, e.Override);

    public CurationRecord Apply(ProductReturned e) =>
        Decided(CurationVerdict.Returned, e.Reasons ?? [], e.Reason, null, e.At) with { OnSale = false };

    public CurationRecord Apply(ProductWithdrawn e) => this with { Since = null, OnSale = false };

    public CurationRecord Apply(ProductPaused e) => this with { Since = null, OnSale = false };

    public CurationRecord Apply(ProductResumed e) => this with { OnSale = true };

    /// <summary>What is different from what a curator last saw; null when none has seen it.</summary>
    public ContentDifference? SinceSeen => Seen is { } seen ? ContentDifference.Between(seen, Now) : null;

    public static void ConfigureMarten(DocumentMapping mapping) =>
        mapping.Indexes.Add(new IndexDefinition("mt_doc_curationrecord_artisan") { Columns = ["(data ->> 'ArtisanId')"] });

    private CurationRecord Decided(string decision, IReadOnlyList<string> reasons, string? told, AppliedRule? rule,
        DateTimeOffset at, string? passedOver = null) => this with
        {
            Verdicts = [.. Verdicts, new(decision, reasons, told, rule, Since ?? at, at, passedOver)],
            Seen = rule is null ? Now : Seen,
            Since = null,
        };
}
