using CraftMarket.Payments;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Pages.Office;

/// <summary>Records that the transfer of an order stands on the bank statement.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class TransferModel(Dispatch dispatch, IQuerySession session) : HousePage
{
    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    public Payment Payment { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id) => await Load(new(id)) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (Typed.Money(Amount) is not { } amount) Wrong("amount", "Tulis jumlahnya dalam rupiah.", "Write the amount in rupiah.");
        else if (await dispatch.Send(new ConfirmTransfer(PaymentId.Of(new(id)), Typed.Text(Reference) ?? "", amount)) is not Refusal refusal)
        {
            Notice("Uang masuk dicatat. Perajin mendapat pesanannya.", "The money is recorded. The artisans get the order.");
            return LocalRedirect("/kantor/pembayaran");
        }
        else if (refusal.Kind == RefusalKind.Missing) return NotFound();
        else Show(refusal);

        return await Load(new(id)) ? Again() : NotFound();
    }

    private async Task<bool> Load(OrderId order)
    {
        if (await session.LoadAsync<Payment>(PaymentId.Of(order).Value, HttpContext.RequestAborted) is not { Method: PaymentMethod.Transfer } payment) return false;
        Payment = payment;
        return true;
    }
}
