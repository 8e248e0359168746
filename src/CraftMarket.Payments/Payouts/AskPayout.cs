using Marten;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>The operator takes money out of an artisan's balance to send it.</summary>
public sealed record AskPayout(PayoutId PayoutId, ArtisanId ArtisanId, Rupiah Amount);

/// <summary>What an artisan may be paid at this moment.</summary>
/// <param name="Held">What of the balance waits for the end of a dispute.</param>
/// <param name="IsArtisan">False when nobody of that id was ever welcomed or sold anything.</param>
public sealed record PayableBalance(Payout? Known, Rupiah Balance, Rupiah Held, bool IsArtisan = true);

public static class AskPayoutHandler
{
    public static async Task<PayableBalance> LoadAsync(AskPayout command, IDocumentSession session,
        CancellationToken cancellation)
    {
        // Two payouts at once must not both find the same balance; other entries may go on meanwhile.
        await AdvisoryLock.Take(session, $"payouts of {command.ArtisanId.Value}", cancellation);
        var known = await session.LoadAsync<Payout>(command.PayoutId, cancellation);
        return new(known, (await Earnings.Of(session, command.ArtisanId, null, cancellation)).Balance,
            await PaymentIssues.Held(session, command.ArtisanId, cancellation),
            await session.Query<LedgerEntry>().AnyAsync(x => x.ArtisanId == command.ArtisanId, cancellation)
                || await session.LoadAsync<KnownArtisan>(command.ArtisanId, cancellation) is not null);
    }

    public static Refusal? Validate(AskPayout command, PayableBalance room)
    {
        if (room.Known is not null) return null;
        if (command.Amount <= Rupiah.Zero)
            return Refusal.Invalid("bad_amount", "Jumlah pencairan harus lebih dari Rp0.",
                "A payout must be more than Rp0.", "amount");
        if (!room.IsArtisan)
            return Refusal.Invalid("unknown_artisan", "Perajin ini tidak dikenal.", "No such artisan is known.", "artisanId");
        if (command.Amount > room.Balance)
            return Refusal.Conflict("too_much", $"Saldonya hanya {room.Balance}.", $"The balance is only {room.Balance}.");
        return command.Amount <= room.Balance - room.Held ? null : Refusal.Conflict("disputed",
            $"{room.Held} dari saldo ini ditahan sampai sengketa pembayarannya selesai.",
            $"{room.Held} of this balance is held until the dispute about its payment is over.");
    }

    public static (Answer, IEnumerable<IMartenOp>) Handle(AskPayout command, PayableBalance room, DateTimeOffset now) =>
        room.Known is not null
        ? (Done.Instance, [])
        : (Done.Instance,
            [
                MartenOps.StartStream<Payout>(command.PayoutId.Value, new PayoutAsked(command.ArtisanId, command.Amount)),
                Bookings.PayoutAsked(command.PayoutId, command.ArtisanId, command.Amount, LocalMonth.DayOf(now)).Start(),
            ]);
}
