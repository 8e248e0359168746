using CraftMarket.Kernel.Facts;
using Wolverine.Marten;

namespace CraftMarket.Income;

/// <summary>Somebody was erased: who lived with them is forgotten. The amounts stay, without a name.</summary>
public static class ErasedHouseholdHandler
{
    public static IMartenOp Handle(ForgetPerson command) =>
        MartenOps.DeleteWhere<HouseholdRoster>(x => x.PersonId == command.PersonId);
}
