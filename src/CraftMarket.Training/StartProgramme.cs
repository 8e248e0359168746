using Marten;
using Wolverine.Marten;

namespace CraftMarket.Training;

/// <summary>Starts a training programme. Sent again with the same id, it changes nothing.</summary>
/// <param name="Organiser">The agency or unit, in its own words: agencies merge and change their names.</param>
/// <param name="Target">How many people the programme means to train.</param>
/// <param name="PublicTitle">What buyers read of its trainings; null to tell skill and organiser.</param>
public sealed record StartProgramme(ProgrammeId ProgrammeId, string? Name, string? Organiser, int Target,
    string? PublicTitle = null);

public static class StartProgrammeHandler
{
    public static Task<WelfareWords> LoadAsync(StartProgramme command, IDocumentSession session,
        CancellationToken cancellation) =>
        WelfareWords.Load(session, cancellation);

    public static Refusal? Validate(StartProgramme command, WelfareWords words) => Refusals.Of(
        string.IsNullOrWhiteSpace(command.Name) ? Refusal.Invalid("name_required", "Isi nama program.",
            "Give the programme a name.", "name") : null,
        string.IsNullOrWhiteSpace(command.Organiser)
            ? Refusal.Invalid("organiser_required", "Isi penyelenggara program.", "Say who organises the programme.",
                "organiser") : null,
        command.Target > 0 ? null
            : Refusal.Invalid("target_invalid", "Sasaran program paling sedikit satu orang.",
                "The programme's target is at least one person.", "target"),
        Bounds.Text(command.Name, Bounds.Name, "name"), Bounds.Text(command.Organiser, Bounds.Name, "organiser"),
        Bounds.Number(command.Target, Bounds.Target, "target"), PublicTitle.Problem(command.PublicTitle, words));

    public static (Answer, Events) Handle(StartProgramme command, [WriteAggregate(Required = false)] Programme? programme) =>
        (Done.Instance, programme is not null ? []
            : [new ProgrammeStarted(command.Name!.Trim(), command.Organiser!.Trim(), command.Target,
                PublicTitle.Typed(command.PublicTitle))]);
}
