using CraftMarket.Payments;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Payments;

/// <summary>Records that a transfer for an order stands on the bank statement, and ends what came in another amount.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class TransferModel(Dispatch dispatch, IQuerySession session, FormIds ids) : HousePage
{
    /// <summary>The refund that giving money back makes; sending the form twice makes one.</summary>
    [BindProperty]
    public FormId<RefundId> Refund { get; set; } = ids.New<RefundId>();

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    public Payment Payment { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id) => await Load(new(id)) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? step)
    {
        if (step is null && Typed.Money(Amount) is null)
        {
            Wrong("amount", "Tulis jumlahnya dalam rupiah.", "Write the amount in rupiah.");
            return await Load(new(id)) ? Again() : NotFound();
        }

        var answer = await dispatch.Send(step switch
        {
            "accept" => new AcceptTransfers(PaymentId.Of(new(id)), Refund.Id),
            "return" => new ReturnTransfers(PaymentId.Of(new(id)), Refund.Id),
            _ => (object)new ConfirmTransfer(PaymentId.Of(new(id)), Typed.Text(Reference) ?? "", Typed.Money(Amount)
                ?? Rupiah.Zero),
        });
        if (answer is Refusal { Kind: RefusalKind.Missing }) return NotFound();
        if (answer is Refusal refusal)
        {
            Show(refusal);
            return await Load(new(id)) ? Again() : NotFound();
        }

        if (answer is TransferRecorded { Status: not "paid" })
        {
            Notice("Uang masuk dicatat. Jumlahnya berbeda; putuskan di bawah.",
                "The money is recorded. Its amount differs; decide below.");
            return LocalRedirect($"/kantor/pembayaran/{id}");
        }

        if (step == "return") Notice("Dicatat. Operator mengirim uangnya kembali.", "Noted. The operator sends the money back.");
        else Notice("Uang masuk dicatat. Perajin mendapat pesanannya.", "The money is recorded. The artisans get the order.");
        return LocalRedirect("/kantor/pembayaran");
    }

    private async Task<bool> Load(OrderId order)
    {
        if (await session.LoadAsync<Payment>(PaymentId.Of(order).Value,
            HttpContext.RequestAborted) is not { } payment || payment.Method.Money().In != MoneyIn.Statement) return false;
        Payment = payment;
        return true;
    }
}
