using CraftMarket.Catalogue;
using CraftMarket.Kernel.Facts;
using CraftMarket.People.Contact;
using CraftMarket.People.Joining;
using CraftMarket.Training.Participants;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Participants;
using CraftMarket.Workflows;
using Marten;

namespace CraftMarket.Web.Consents;

/// <summary>What somebody agrees to, to see and to change: by themselves, by the office, or by the companion of their
/// area.</summary>
internal static class ConsentsApi
{
    public static void MapConsents(this IEndpointRouteBuilder api)
    {
        api.MapGet("/artisans/me/consents", Own).RequireAuthorization(Policies.Artisan).WithName("ownConsents").WithTags("People")
            .WithSummary("What one agrees to now.").Produces<ConsentList>();
        api.MapPut("/artisans/me/consents/{purpose}", PutOwn).RequireAuthorization(Policies.Artisan).WithName("changeConsent")
            .WithTags("People")
            .WithSummary("Gives a consent or takes it back; it counts at once.").Produces(StatusCodes.Status200OK)
                .ProducesProblem(422);
        api.MapGet("/participants/{id:guid}/consents", Theirs).RequireAuthorization(Policies.CompanionOrStaff)
            .WithName("consentsOf").WithTags("People")
            .WithSummary("What a participant agrees to now.").Produces<ConsentList>().ProducesProblem(404);
        api.MapPut("/participants/{id:guid}/consents/{purpose}", PutTheirs).RequireAuthorization(Policies.CompanionOrStaff)
            .WithName("changeConsentOf").WithTags("People")
            .WithSummary("Writes down that a participant gives a consent or takes it back; it counts at once.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(404).ProducesProblem(422);
    }

    private static async Task<IResult> Own(HttpContext http, IQuerySession session) =>
        Results.Ok(await Read(session, http.User.PersonId(), http.RequestAborted));

    private static async Task<IResult> PutOwn(HttpContext http, string purpose, ConsentRequest request, Dispatch dispatch) =>
        (await Change(dispatch, http.User.PersonId(), purpose, request.Given))
            .Reply(http, () => Results.Ok());

    private static async Task<IResult> Theirs(HttpContext http, Guid id, IQuerySession session) =>
        await IsWithinReach(session, id, http)
        ? Results.Ok(await Read(session, new(id), http.RequestAborted))
        : Refusal.Missing().Problem(http);

    private static async Task<IResult> PutTheirs(HttpContext http, Guid id, string purpose, ConsentRequest request,
        IQuerySession session, Dispatch dispatch) => await IsWithinReach(session, id, http)
        ? (await Change(dispatch, new(id), purpose, request.Given))
            .Reply(http, () => Results.Ok())
        : Refusal.Missing().Problem(http);

    private static async Task<bool> IsWithinReach(IQuerySession session, Guid id, HttpContext http) =>
        (await session.LoadAsync<Participant>(new PersonId(id), http.RequestAborted))?.Village.IsWithin(http.Reach()) == true;

    private static async Task<ConsentList> Read(IQuerySession session, PersonId person, CancellationToken stop)
    {
        var register = await Register(session, person, stop);
        return new([.. ConsentPurpose.All.Union(register.Given.Keys)
            .Select(x => new ConsentReply(x, register.Answer(x), register.Given.GetValueOrDefault(x)))]);
    }

    internal static async Task<ConsentRegister> Register(IQuerySession session, PersonId person, CancellationToken stop) =>
        await session.LoadAsync<ConsentRegister>(ConsentRegister.StreamOf(person), stop) ?? ConsentRegister.Of(person);

    /// <summary>Changes it: what was taken back is gone when the answer is read.</summary>
    internal static Task<Answer> Change(Dispatch dispatch, PersonId person, string purpose, bool? given) =>
        dispatch.Send((purpose, given) switch
        {
            (ConsentPurpose.Contact, true) => new ShareContact(person, null),
            (ConsentPurpose.Contact, false) => new WithdrawContact(person),
            _ => new ChangeConsent(person, purpose, given),
        });

    internal sealed record ConsentRequest(bool? Given);

    internal sealed record ConsentList(IReadOnlyList<ConsentReply> Items);

    /// <param name="Given">Null when the person was never asked.</param>
    /// <param name="Version">Of the wording that was agreed to.</param>
    internal sealed record ConsentReply(string Purpose, bool? Given, string? Version);
}
