using CraftMarket.People.Persons;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.People.Erasing;

/// <summary>Asks that a person's data, or those of an order's buyer, be erased. Nothing goes before a second person
/// agrees.</summary>
/// <param name="Reason">Code of a reason of the list.</param>
/// <param name="Words">What else there is to say; may be missing.</param>
/// <param name="By">Account that asks.</param>
/// <param name="UnderWay">Some part of the order is still being made or on its way, as who sends the command has seen.</param>
public sealed record AskErasure(ErasureId ErasureId, PersonId? PersonId, OrderId? OrderId, string? Reason, string? Words,
    string By, bool UnderWay = false) : Confidential
{
    internal Subject Subject => PersonId is { } person ? person : OrderId!.Value;
}

/// <summary>What asking depends on.</summary>
/// <param name="Known">The same request, made before.</param>
/// <param name="Waiting">Another request for the same person or order on which nobody has decided.</param>
/// <param name="Exists">There is, or was, such a person; an order has been seen by who sends the command.</param>
public sealed record ErasureFacts(Erasure? Known, Erasure? Waiting, ErasureReason? Reason, bool Exists, SubjectKey Key);

public static class AskErasureHandler
{
    public const int MostLetters = 500;

    public static async Task<ErasureFacts> LoadAsync(AskErasure command, IDocumentSession session, IKeyStore keys,
        CancellationToken cancellation)
    {
        var field = command.PersonId is null ? "OrderId" : "PersonId";
        var others = await session.QueryAsync<Erasure>($"where data ->> '{field}' = ? and data ->> 'Status' = 'waiting'",
            cancellation, command.Subject.Value.ToString());
        return new(await session.LoadAsync<Erasure>(command.ErasureId, cancellation),
            others.FirstOrDefault(x => x.Id != command.ErasureId),
            command.Reason is { Length: > 0 } code ? await session.LoadAsync<ErasureReason>(code, cancellation) : null,
            command.PersonId is not { } person || await session.LoadAsync<PersonFile>((object)person, cancellation) is not null
                || await session.LoadAsync<ErasedPerson>((object)person, cancellation) is not null,
            await keys.OfAsync(session, command.Subject, cancellation));
    }

    public static Refusal? Validate(AskErasure command, ErasureFacts facts)
    {
        if (!facts.Exists) return Refusal.Missing();
        if (facts.Known is not null) return null;
        if (facts.Key.IsDestroyed) return SubjectKey.Erased;
        if (facts.Reason is null)
            return Refusal.Invalid("unknown_reason", "Pilih alasan dari daftar.", "Choose a reason from the list.", "reason");
        if (command.Words?.Trim().Length > MostLetters)
            return Refusal.Invalid("words_length", $"Keterangan paling panjang {MostLetters} huruf.",
                $"At most {MostLetters} letters.", "words");
        if (command.UnderWay) return ErasureRefusals.UnderWay;
        return facts.Waiting is { } other
            ? Refusal.Conflict("already_asked", "Penghapusan ini sudah diminta dan menunggu persetujuan orang kedua.",
                "This was asked already and waits for a second person.")
                with
            { Details = new Dictionary<string, object?> { ["id"] = other.Id.Value } }
            : null;
    }

    public static (Answer, IEnumerable<IMartenOp>) Handle(AskErasure command, ErasureFacts facts, MasterKey master,
        DateTimeOffset now)
    {
        if (facts.Known is not null) return (Done.Instance, []);
        var asked = MartenOps.StartStream<Erasure>(command.ErasureId.Value,
            new ErasureAsked(command.PersonId, command.OrderId, facts.Reason!.Id, command.By, now));
        return string.IsNullOrWhiteSpace(command.Words)
            ? (Done.Instance, [asked])
            : (Done.Instance, [asked, facts.Key.Keep(),
                MartenOps.Store(new ErasureWords(command.ErasureId.Value, command.Subject.Value,
                    master.Seal(facts.Key.Wrapped!, command.Words.Trim())))]);
    }
}

internal static class ErasureRefusals
{
    public static readonly Refusal UnderWay = Refusal.Conflict("wrong_state",
        "Pesanan ini masih berjalan, jadi alamat pembelinya masih diperlukan. Coba lagi setelah semua barangnya sampai atau "
        + "dibatalkan.",
        "This order is still under way, so its buyer's address is needed. Try again once everything has arrived or was called "
        + "off.");

    public static readonly Refusal SamePerson = Refusal.Conflict("same_person",
        "Anda sendiri yang meminta penghapusan ini. Orang lain di kantor yang harus menyetujuinya.",
        "You asked for this yourself. Somebody else of the office has to agree.");

    public static readonly Refusal Decided = Refusal.Conflict("wrong_state",
        "Permintaan ini sudah diputuskan. Buka lagi daftarnya.", "This request has been decided. Open the list again.");
}
