using System.Buffers.Binary;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>The rule by which a product was approved without a curator, with the figures that held then.</summary>
/// <param name="Code"><c>named_maker</c> or <c>approved_in_a_row</c>.</param>
public sealed record AppliedRule(string Code, int ApprovedInARow, Rupiah PriceCeiling);

/// <summary>What trust in a maker is decided on.</summary>
/// <param name="ApprovedInARow">Products that curators approved since the maker's last return; looking again at one counts
/// nothing.</param>
/// <param name="Class">Null when the class of the goods is not known; then nobody is trusted.</param>
public sealed record TrustFacts(CurationRules Rules, Maker? Maker, int ApprovedInARow, GoodsClass? Class)
{
    public static readonly TrustFacts Nobody = new(CurationRules.Initial, null, 0, null);

    /// <summary>What the maker's samples are drawn by. Nobody without the master key can work it out.</summary>
    public string Lot { get; init; } = "";

    public TrustFacts DrawnBy(MasterKey master) =>
        this with { Lot = master.KeyedHash("curation-sample", Maker?.ArtisanId.Value.ToString() ?? "") };
}

/// <summary>Decides whether a product needs no curator before it is shown.</summary>
internal static class Trust
{
    /// <summary>The rule that lets it pass; null when a person has to look.</summary>
    /// <param name="newClaims">The artisan claims something of its provenance that nobody has checked.</param>
    public static AppliedRule? RuleFor(Product product, bool newClaims, TrustFacts facts)
    {
        var rules = facts.Rules;
        if (facts.Maker?.Village is null || newClaims || product.OwesLook || product.Details.Flagged
            || product.Prices.Highest > rules.PriceCeiling) return null;
        if (facts.Class is not { Refused: false, AlwaysSeen: false }) return null;
        var code = rules.NamedMakers && facts.Maker.Trusted ? "named_maker"
            : rules.ApprovedInARow > 0 && facts.ApprovedInARow >= rules.ApprovedInARow ? "approved_in_a_row" : null;
        return code is null ? null : new(code, facts.ApprovedInARow, rules.PriceCeiling);
    }

    /// <summary>Whether this approval is one of those that a curator looks at later. Nobody can tell beforehand, and it is always
    /// the same one.</summary>
    public static bool Samples(Product product, TrustFacts facts) => facts.Rules.SampleOneIn > 0
        && BinaryPrimitives.ReadUInt32BigEndian(NewId.For("curation-sample", facts.Lot, product.Id.Value.ToString(),
            $"{product.Edition}").ToByteArray(bigEndian: true))
            % (uint)facts.Rules.SampleOneIn == 0;

    public static async Task<TrustFacts> TrustIn(this IQuerySession session, ArtisanId artisan, Maker? maker, GoodsClass? goods,
        CancellationToken cancellation)
    {
        var rules = await CurationRules.Load(session, cancellation);
        var inARow = rules.ApprovedInARow == 0 ? 0
            : (await session.AdvancedSql.QueryAsync<int>($"{Verdicts} {SinceReturn}", cancellation,
            artisan.Value.ToString(), artisan.Value.ToString()))[0];
        return new(rules, maker, inARow, goods);
    }

    private const string Verdicts = $"""
        select count(distinct r.id)::int from {CurationRecord.Table} as r, jsonb_array_elements(r.data -> 'Verdicts') as v
        where r.data ->> 'ArtisanId' = ? and jsonb_typeof(v -> 'Rule') is distinct from 'object' and v ->> 'Decision' = 'approved'
        """;

    private const string SinceReturn = $"""
        and (v ->> 'At')::timestamptz > coalesce((select max((w ->> 'At')::timestamptz) from {CurationRecord.Table} as o,
            jsonb_array_elements(o.data -> 'Verdicts') as w where o.data ->> 'ArtisanId' = ? and w ->> 'Decision' = 'returned'),
                '-infinity')
        """;
}
