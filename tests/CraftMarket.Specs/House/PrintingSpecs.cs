using System.Reflection;
using System.Text.RegularExpressions;
using CraftMarket.Catalogue;
using CraftMarket.Media;
using CraftMarket.Ordering;
using CraftMarket.Payments;
using CraftMarket.Training;
using CraftMarket.Training.Participants;
using CraftMarket.Demo;
using CraftMarket.Workflows;

namespace CraftMarket.Specs.House;

/// <summary>A command that fails is printed to the log, so no command tells more of itself than the ids of what it is
/// about.</summary>
public sealed partial class PrintingSpecs
{
    /// <summary>What these carry is shown in the shop anyway, or tells of programmes, amounts and Stripe's own ids, never of
    /// somebody.</summary>
    private static readonly Type[] InTheOpen =
    [
        typeof(WriteListing), typeof(ReviseListing), typeof(ChangeBrand), typeof(UploadPhoto), typeof(CountStock),
        typeof(PlanBatch), typeof(BeginUpload), typeof(EndUpload), typeof(DropUpload),
        typeof(StartProgramme), typeof(AskPayout), typeof(CompletePayment), typeof(CloseCheckout), typeof(TakeStripeEvent),
        typeof(ReconcileRefunds),
        typeof(DeliverFakeStripeEvent), typeof(ExpireFakeStripeSession), typeof(IssueMarkRules), typeof(OpenVillage),
        typeof(ArrangeGallery), typeof(ReachStage), typeof(CorrectStage), typeof(ChangePilot), typeof(ImportRegions),
            typeof(ImportRates),
        typeof(FoundGroup), typeof(InviteToGroup), typeof(ChangeGroupBrand), typeof(ChooseBrand), typeof(TellBuyer),
        typeof(ReturnOtherAmount), typeof(TakeRefundState),
    ];

    private static IEnumerable<Type> Commands => Repository.Types.Where(x => x.Name.EndsWith("Handler", StringComparison.Ordinal))
        .SelectMany(x => x.GetMethods(BindingFlags.Public | BindingFlags.Static)).Where(x => x.Name is "Handle" or "HandleAsync")
        .Select(x => x.GetParameters()[0]).Where(x => x.Name is "command" or "message").Select(x => x.ParameterType).Distinct();

    public static TheoryData<Type> Quiet => [.. Commands.Except(InTheOpen)];

    [Theory]
    [MemberData(nameof(Quiet))]
    public void a_command_prints_nothing_but_ids(Type command)
    {
        var printed = EventShape.Sample(command).ToString()!;
        var words = Word().Matches(Id().Replace(printed, "")).Select(x => x.Value);
        Assert.StartsWith(command.Name, printed, StringComparison.Ordinal);
        Assert.All(words.Except([command.Name, "Value"]), x => Assert.EndsWith("Id", x, StringComparison.Ordinal));
    }

    [Fact]
    public void a_visit_prints_whom_it_was_paid_and_nothing_of_what_was_found()
    {
        var person = new PersonId(Guid.NewGuid());
        var visit = new VerifyParticipant(person, "moved", new(2026, 11, 2), "Inaq Sahnun pindah ke Praya", Regions.Semoyang,
            "companion");
        Assert.Equal($"VerifyParticipant {{ PersonId = {person} }}", visit.ToString());
    }

    [Fact]
    public void the_commands_are_found()
    {
        Assert.Contains(typeof(PlaceOrder), Commands);
        Assert.Empty(InTheOpen.Except(Commands));
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex(@"[\w.]+")]
    private static partial Regex Word();
}
