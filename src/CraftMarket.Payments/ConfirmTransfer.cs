using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>Staff saw the bank transfer of an order on the statement.</summary>
public sealed record ConfirmTransfer(PaymentId PaymentId, string Reference, Rupiah Amount) : Confidential;

public static class ConfirmTransferHandler
{
    public static Refusal? Validate(ConfirmTransfer command, Payment payment)
    {
        if (string.IsNullOrWhiteSpace(command.Reference) || command.Reference.Length > 100)
            return Refusal.Invalid("reference_missing", "Tulis nomor referensi dari rekening koran.", "Give the reference from the bank statement.", "reference");
        if (payment.Method != PaymentMethod.Transfer)
            return Refusal.Conflict("wrong_state", "Pesanan ini tidak dibayar lewat transfer.", "This order is not paid by bank transfer.");
        if (payment.Total != command.Amount)
            return Refusal.Conflict("wrong_amount", $"Jumlahnya harus {payment.Total}.", $"The amount must be {payment.Total}.");
        if (payment.Status == PaymentStatus.Paid && payment.Reference != command.Reference)
            return Refusal.Conflict("already_paid", $"Pesanan ini sudah dibayar dengan referensi {payment.Reference}.",
                $"This order is already paid with reference {payment.Reference}.");
        return null;
    }

    public static (Answer, Events, IEnumerable<IMartenOp>, OutgoingMessages) Handle(ConfirmTransfer command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Payment payment, DateTimeOffset now) =>
        payment.Status == PaymentStatus.Paid ? (Done.Instance, [], [], []) : payment.Complete(command.Reference, now);
}
