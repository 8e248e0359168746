using CraftMarket.Income;
using CraftMarket.Income.Sales;
using CraftMarket.Training.Participants;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Batches;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Idempotency;
using CraftMarket.Web.Participants;
using Marten;

namespace CraftMarket.Web.Income;

/// <summary>What people lived on before, and what they sell outside the shop.</summary>
internal static class IncomeApi
{
    public static void MapIncome(this IEndpointRouteBuilder api)
    {
        api.MapPost("/participants/{id:guid}/baseline", Baseline).RequireAuthorization(Policies.CompanionOrStaff)
            .WithName("RecordBaseline")
            .WithSummary("Write down the income before the training").Produces<BaselineKept>(201).ProducesProblem(404)
                .ProducesProblem(422);
        api.MapPost("/sales/off-platform", Sold).RequireAuthorization(Policies.ArtisanOrCompanion)
            .WithName("ReportOffPlatformSale")
            .WithSummary("Tell of a sale outside the shop").Produces<TrainingApi.Created>(201).ProducesProblem(404)
                .ProducesProblem(422);
        api.MapGet("/artisans/me/income", Mine).RequireAuthorization(Policies.Artisan).WithName("MyIncome")
            .WithSummary("One's own months, in the shop and outside it").Produces<TrainingApi.Listed<ArtisanMonth>>();
        api.MapReports();
    }

    internal sealed record NewBaseline(string? Month, long? NetIncome, IReadOnlyList<IncomeSource>? Sources,
        IReadOnlyList<HouseholdMember>? Household);

    /// <param name="Reason">Why it is no income before the training, <c>late_baseline</c> or <c>outside_window</c>; null when it
    /// counts.</param>
    internal sealed record BaselineKept(string? Month, long? NetIncome, string? Warning, string? Reason);

    private static async Task<IResult> Baseline(Guid id, NewBaseline request, Dispatch dispatch, IQuerySession session,
        HttpContext http)
    {
        var participant = await session.LoadAsync<Participant>(new PersonId(id), http.RequestAborted);
        if (participant?.Village.IsWithin(http.Reach()) != true) return Refusal.Missing().Problem(http);
        var answer = await dispatch.Send(new RecordBaseline(participant.Id, participant.Village, request.Month,
            request.NetIncome is { } net ? new(net) : null, request.Sources ?? [], request.Household
                ?? [], http.User.AccountId()));
        return answer.Reply<BaselineStands>(http, x => Results.Created($"/api/v1/participants/{id}",
            new BaselineKept(request.Month, request.NetIncome, x.Warning?.In(Language.Of(http)), x.Reason)));
    }

    internal sealed record NewSale(Guid? ArtisanId, string? Month, DateOnly? SoldOn, long? Amount, long? MaterialCost,
        string? Proof, Guid? PhotoId, Guid? ProductId);

    private static async Task<IResult> Sold(NewSale request, Dispatch dispatch, IQuerySession session, HttpContext http)
    {
        var forSomebody = http.User.IsInRole(Roles.Companion) && request.ArtisanId is not null;
        if (!forSomebody && !http.User.IsInRole(Roles.Artisan))
            return Refusal.Invalid("artisan_required", "Pilih perajinnya.", "Choose the artisan.", "artisanId").Problem(http);
        var artisan = forSomebody ? new ArtisanId(request.ArtisanId!.Value) : http.User.ArtisanId();
        if (!forSomebody && request.ArtisanId is { } other && other != artisan.Value) return Refusal.Forbidden().Problem(http);
        if (forSomebody
            && (await FindArtisan.Run(session, artisan, http.RequestAborted))?.Village.IsWithin(http.User.Area()) != true)
            return Refusal.Missing().Problem(http);
        PhotoId? photo = request.PhotoId is { } named ? new(named) : null;
        if (await ReceiptPhoto.Problem(session, photo, artisan, http.RequestAborted) is { } unknown) return unknown.Problem(http);
        ProductId? item = request.ProductId is { } sold ? new(sold) : null;
        if (await SoldItem.Problem(session, item, artisan, http.RequestAborted) is { } notOwn) return notOwn.Problem(http);
        var id = http.NewId<SaleId>();
        var answer = await dispatch.Send(new ReportOffPlatformSale(id, artisan, request.Month, request.SoldOn,
            request.Amount is { } amount ? new(amount) : null, request.MaterialCost is { } cost ? new(cost) : null, request.Proof,
            photo, http.User.AccountId(), forSomebody, item));
        return answer.Reply(http, () => Results.Created("/api/v1/artisans/me/income", new TrainingApi.Created(id.Value)));
    }

    private static async Task<TrainingApi.Listed<ArtisanMonth>> Mine(IQuerySession session, HttpContext http) =>
        TrainingApi.Listed<ArtisanMonth>.Whole(await ListArtisanMonths.Run(session, http.User.ArtisanId(), http.RequestAborted));
}
