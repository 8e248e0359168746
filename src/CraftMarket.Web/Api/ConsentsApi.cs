using CraftMarket.Catalogue;
using CraftMarket.People.Joining;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using Marten;

namespace CraftMarket.Web.Api;

/// <summary>What an artisan agrees to, to see and to change.</summary>
internal static class ConsentsApi
{
    public static void MapConsents(this IEndpointRouteBuilder api)
    {
        api.MapGet("/artisans/me/consents", Own).RequireAuthorization(Policies.Artisan).WithName("ownConsents").WithTags("People")
            .WithSummary("What one agrees to now.").Produces<ConsentList>();
        api.MapPut("/artisans/me/consents/{purpose}", Put).RequireAuthorization(Policies.Artisan).WithName("changeConsent").WithTags("People")
            .WithSummary("Gives a consent or takes it back; it counts at once.").Produces(StatusCodes.Status200OK).ProducesProblem(422);
    }

    private static async Task<IResult> Own(HttpContext http, IQuerySession session)
    {
        var register = await session.LoadAsync<ConsentRegister>(ConsentRegister.StreamOf(http.User.PersonId()), http.RequestAborted);
        return Results.Ok(new ConsentList([.. (register?.Given ?? new Dictionary<string, string>()).Select(x => new ConsentReply(x.Key, x.Value))]));
    }

    private static async Task<IResult> Put(HttpContext http, string purpose, ConsentRequest request, Dispatch dispatch, Aftermath aftermath) =>
        (await Change(dispatch, aftermath, http.User.PersonId(), purpose, request.Given ?? false, http.RequestAborted)).Reply(http, () => Results.Ok());

    /// <summary>Changes it and waits until the shop has heard: what was taken back is gone when the answer is read.</summary>
    internal static async Task<Answer> Change(Dispatch dispatch, Aftermath aftermath, PersonId person, string purpose, bool given, CancellationToken stop)
    {
        var answer = await dispatch.Send(new ChangeConsent(person, purpose, given));
        if (answer is Done)
            await aftermath.Seen(async x => (await x.LoadAsync<TrainingConsent>(person.Value, stop))?.Given == given, stop);
        return answer;
    }

    private sealed record ConsentRequest(bool? Given);

    private sealed record ConsentList(IReadOnlyList<ConsentReply> Items);

    private sealed record ConsentReply(string Purpose, string Version);
}
