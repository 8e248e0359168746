using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Makes a village a pilot of the roll-out, or none any more.</summary>
public sealed record ChangePilot(VillageId VillageId, bool Pilot);

public static class ChangePilotHandler
{
    public static (Answer, Events) Handle(ChangePilot command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Village village, DateTimeOffset now) =>
        village.Pilot == command.Pilot ? (Done.Instance, [])
            : (Done.Instance, [new VillagePilotChanged(command.Pilot, LocalMonth.DayOf(now))]);
}
