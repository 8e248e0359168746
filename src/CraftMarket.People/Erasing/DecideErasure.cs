using CraftMarket.Kernel.Facts;
using CraftMarket.People.Persons;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.People.Erasing;

/// <summary>A second person of the office agrees: the data are erased.</summary>
/// <param name="By">Account that agrees; never the one that asked.</param>
/// <param name="UnderWay">As in <see cref="AskErasure"/>: an order may have come back to life.</param>
public sealed record AgreeErasure(ErasureId ErasureId, string By, bool UnderWay = false) : Confidential;

/// <summary>The data stay; who asked may take the request back so too.</summary>
public sealed record DeclineErasure(ErasureId ErasureId, string By) : Confidential;

public static class AgreeErasureHandler
{
    public static Refusal? Validate(AgreeErasure command, Erasure erasure)
    {
        if (erasure.Status == ErasureStatus.Declined) return ErasureRefusals.Decided;
        if (erasure.AskedBy == command.By) return ErasureRefusals.SamePerson;
        return command.UnderWay && erasure.Status == ErasureStatus.Waiting ? ErasureRefusals.UnderWay : null;
    }

    public static (Answer, Events, OutgoingMessages) Handle(AgreeErasure command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Erasure erasure, DateTimeOffset now)
    {
        if (erasure.Status == ErasureStatus.Agreed) return (Done.Instance, [], []);
        object erase = erasure.PersonId is { } person ? new ErasePerson(person)
            : new ErasureOfBuyerAgreed(erasure.OrderId!.Value);
        return (Done.Instance, [new ErasureAgreed(command.By, now)], [erase]);
    }
}

public static class DeclineErasureHandler
{
    public static Refusal? Validate(DeclineErasure command, Erasure erasure) => erasure.Status == ErasureStatus.Agreed
        ? ErasureRefusals.Decided : null;

    public static (Answer, Events) Handle(DeclineErasure command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Erasure erasure, DateTimeOffset now) =>
        (Done.Instance, erasure.Status == ErasureStatus.Declined ? [] : [new ErasureDeclined(command.By, now)]);
}

/// <summary>A buyer was erased: what staff wrote about it goes too.</summary>
public static class ErasedBuyerWordsHandler
{
    public static IMartenOp Handle(BuyerErased fact) => MartenOps.DeleteWhere<ErasureWords>(x => x.Whose == fact.OrderId.Value);
}
