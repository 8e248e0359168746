using CraftMarket.Kernel.Facts;
using Wolverine.Marten;

namespace CraftMarket.Training.Participants;

/// <summary>Somebody was erased: what companions wrote about them goes too. Where they stood in the programme stays, without a
/// name.</summary>
public static class ErasedParticipantHandler
{
    public static IMartenOp Handle(ForgetPerson command) =>
        MartenOps.DeleteWhere<VerificationNote>(x => x.PersonId == command.PersonId);
}
