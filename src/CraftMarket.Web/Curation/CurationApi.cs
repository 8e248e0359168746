using CraftMarket.Catalogue;
using CraftMarket.Ordering;
using CraftMarket.People.Accounts;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using Marten;

namespace CraftMarket.Web.Curation;

/// <summary>Curators decide what comes into the shop window.</summary>
internal static class CurationApi
{
    private static readonly Refusal UnknownDecision = Refusal.Invalid("unknown_decision",
        "Pilih setujui (approve) atau kembalikan (return).", "Choose approve or return.", "decision");

    public static void MapCuration(this IEndpointRouteBuilder api)
    {
        api.MapPost("/products/{id:guid}/curation", Decide).RequireAuthorization(Policies.Curator).WithName("curateProduct")
            .WithSummary("Approves a product or returns it with a reason. To approve words about smoking needs a reason too. "
                + "version, or If-Match with its ETag, refuses a decision on something older.").Produces<Decided>()
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        api.MapGet("/curation", Queue).RequireAuthorization(Policies.Curator).WithName("curationQueue")
            .WithSummary("What waits for a curator, longest waiting first.").Produces<Waiting>();
        api.MapOverrides();
    }

    public static void MapOverrides(this IEndpointRouteBuilder api) =>
        api.MapGet("/curation/overrides", (IQuerySession session, IKeyStore keys, AccountBook accounts, CancellationToken stop,
            int page = 1) =>
                Overridden(session, keys, accounts, page, stop)).RequireAuthorization(Policies.CuratorOrStaff)
                    .WithName("curationOverrides")
            .WithSummary("What curators approved in spite of words about smoking: what, when, who and why, the latest first.")
                .Produces<OverrideList>();

    private static async Task<IResult> Decide(HttpContext http, Guid id, Decision decision, Dispatch dispatch)
    {
        CurationDecision? choice = decision.Choice switch
        {
            "approve" => CurationDecision.Approve,
            "return" => CurationDecision.Return,
            _ => null,
        };
        if (choice is not { } known) return UnknownDecision.Problem(http);
        if (!SeenVersion.TryRead(http, out var seen)) return Dispatch.Stale.Problem(http);
        var answer = await dispatch.Send(new CurateProduct(new(id), known, decision.Reason, decision.ReasonCodes, decision.Claims,
            seen ?? decision.Version, http.User.AccountId()));
        return answer.Reply(http, () =>
            Results.Ok(new Decided(id, known == CurationDecision.Approve ? ProductStatus.Published : ProductStatus.Returned)));
    }

    private static async Task<IResult> Queue(HttpContext http, IQuerySession session, TimeProvider clock, int page = 1)
    {
        var now = clock.GetUtcNow();
        var rules = await CurationRules.Load(session, http.RequestAborted);
        var waiting = await session.WaitingForCurator(page, rules, now, http.RequestAborted);
        return Results.Ok(new Waiting([.. waiting.Items.Select(x =>
            new WaitingItem(x.Product.Id.Value, x.Product.Slug, x.Product.Details.Name,
            x.Product.MakerName, x.Since, x.DaysWaiting(now), x.IsOverdue(rules, now), x.Recheck, x.Product.Sampled, x.Flagged,
            x.Product.Edition))], waiting.Total, waiting.Page, WaitingPage.PageSize, rules.OverdueDays));
    }

    /// <summary>For a program or for the office's page.</summary>
    internal static async Task<OverrideList> Overridden(IQuerySession session, IKeyStore keys, AccountBook accounts, int page,
        CancellationToken cancellation)
    {
        var found = await session.OverridesByCurators(page, cancellation);
        var logins = await accounts.LoginsOf(found.Items.Select(x => x.Curator), cancellation);
        var atHand = await keys.TakeAsync(session, found.Items.Select(x => (Subject)x.ArtisanId), cancellation);
        return new([.. found.Items.Select(x => (x, Text: x.Read(atHand)!)).Where(x => x.Text is not null)
            .Select(x => new OverrideItem(x.x.ProductId.Value, x.Text.Product, x.x.Code, x.Text.Words,
            logins.GetValueOrDefault(x.x.Curator, x.x.Curator), x.x.At, x.Text.Reason))], found.Total, found.Page,
            OverridePage.PageSize);
    }

    internal sealed record Decision([property: System.Text.Json.Serialization.JsonPropertyName("decision")] string? Choice,
        string? Reason, IReadOnlyList<string>? ReasonCodes, IReadOnlyDictionary<string, ClaimVerdict>? Claims, int? Version);

    /// <param name="Curator">Login of who approved it.</param>
    internal sealed record OverrideItem(Guid ProductId, string Product, string Code, IReadOnlyList<string> Words, string Curator,
        DateTimeOffset At, string Reason)
    {
        public override string ToString() => $"override of {ProductId}";
    }

    internal sealed record OverrideList(IReadOnlyList<OverrideItem> Items, int Total, int Page, int PageSize);

    internal sealed record Decided(Guid Id, ProductStatus Status);

    internal sealed record Waiting(IReadOnlyList<WaitingItem> Items, int Total, int Page, int PageSize, int OverdueDays);

    internal sealed record WaitingItem(Guid Id, string Slug, string Name, string Artisan, DateTimeOffset Since, int DaysWaiting,
        bool Overdue, bool Recheck, bool Sampled, bool Flagged, int Version);
}
