using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using Marten;

namespace CraftMarket.Web.Storefront;

/// <summary>Which words mean the same to who searches the shop.</summary>
internal static class SynonymsApi
{
    private static readonly Refusal NoGroups = Refusal.Invalid("groups_missing", "Kirim daftar kata dalam groups.",
        "Send the list of words in groups.", "groups");

    public static void MapSynonyms(this IEndpointRouteBuilder api)
    {
        api.MapGet("/search/synonyms", Show).RequireAuthorization(Policies.CuratorOrOperator).WithName("synonyms")
            .WithSummary("Words that mean the same when the shop is searched.").Produces<SynonymsReply>();
        api.MapPut("/search/synonyms", Change).RequireAuthorization(Policies.CuratorOrOperator).WithName("changeSynonyms")
            .WithSummary("Replaces the whole list; searches go by it at once. With version, only if nobody changed it meanwhile.")
            .Produces<SynonymsReply>().ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<IResult> Show(HttpContext http, IQuerySession session) =>
        Results.Ok(SynonymsReply.Of(await session.LoadAsync<Synonyms>(Synonyms.TheOnly, http.RequestAborted)));

    private static async Task<IResult> Change(HttpContext http, SynonymsRequest wanted, Dispatch dispatch, IQuerySession session)
    {
        if (wanted.Groups is not { } groups || groups.Any(x => x is null || x.Any(y => y is null))) return NoGroups.Problem(http);
        var answer = await dispatch.Send(new ChangeSynonyms(ChangeSynonyms.Tidy(groups), wanted.Version));
        return answer is Refusal refusal ? refusal.Problem(http) : await Show(http, session);
    }

    internal sealed record SynonymsRequest(IReadOnlyList<IReadOnlyList<string>>? Groups, int? Version);

    internal sealed record SynonymsReply(IReadOnlyList<IReadOnlyList<string>> Groups, int Version)
    {
        public static SynonymsReply Of(Synonyms? known) => new(known?.Groups ?? [], known?.Edition ?? 0);
    }
}
