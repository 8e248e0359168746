using CraftMarket.People.Contact;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using Marten;

namespace CraftMarket.Web.Brands;

/// <summary>Whether buyers are given an artisan's WhatsApp number: only with consent, and only as long as it stands.</summary>
internal static class ContactApi
{
    public static void MapContact(this IEndpointRouteBuilder api)
    {
        api.MapGet("/artisans/me/contact", Show).RequireAuthorization(Policies.Artisan).WithName("contact").WithTags("People")
            .WithSummary("The number that buyers are given now; null without consent.").Produces<ContactReply>();
        api.MapPut("/artisans/me/contact", Share).RequireAuthorization(Policies.Artisan).WithName("shareContact")
            .WithTags("People")
            .WithSummary("Agrees that buyers are given a WhatsApp number, and says which.")
                .Produces(StatusCodes.Status204NoContent).ProducesProblem(422);
        api.MapDelete("/artisans/me/contact", Withdraw).RequireAuthorization(Policies.Artisan).WithName("withdrawContact")
            .WithTags("People")
            .WithSummary("Takes the agreement back and forgets the number; counts at once.")
                .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> Show(HttpContext http, ShopContacts contacts, IQuerySession session) =>
        Results.Ok(new ContactReply((await contacts.Of(session, http.User.PersonId(), http.RequestAborted))?.E164));

    private static async Task<IResult> Share(HttpContext http, ContactRequest contact, Dispatch dispatch)
    {
        var answer = contact.Agreed == true
            ? await dispatch.Send(new ShareContact(http.User.PersonId(), contact.Number ?? ""))
            : Refusal.Invalid("consent_missing", "Setujui dulu bahwa nomor ini diberikan kepada pembeli.",
                "Agree first that this number is given to buyers.", "agreed");
        return answer.Reply(http, () => Results.NoContent());
    }

    private static async Task<IResult> Withdraw(HttpContext http, Dispatch dispatch) =>
        (await dispatch.Send(new WithdrawContact(http.User.PersonId()))).Reply(http, () => Results.NoContent());

    internal sealed record ContactRequest(string? Number, bool? Agreed)
    {
        public override string ToString() => "contact ****";
    }

    internal sealed record ContactReply(string? Number)
    {
        public override string ToString() => "contact ****";
    }
}
