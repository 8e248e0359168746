using System.Text;
using CraftMarket.Ordering;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Shipping;

/// <summary>The table of shipping rates: looked at, taken home as a file, and taken in again after a look at what
/// changes.</summary>
[Authorize(Policy = Policies.Operator)]
public sealed class ShippingRatesModel(IQuerySession session, Dispatch dispatch, TimeProvider clock) : HousePage
{
    public RateTable Table { get; private set; } = new([]);

    /// <summary>What became of the rows of a file; null before one was sent.</summary>
    public RatesRead? Read { get; private set; }

    /// <summary>The file that was looked at, to be taken in when the operator agrees.</summary>
    public string? Text { get; private set; }

    public Task OnGetAsync() => Look();

    public async Task<IActionResult> OnGetFileAsync() =>
        File(await ShippingRatesApi.Csv(session, clock, HttpContext.RequestAborted), Outside.Csv.ContentType,
            ShippingRatesApi.FileName(clock));

    /// <summary>Looks at a file and keeps nothing of it.</summary>
    public async Task<IActionResult> OnPostAsync(IFormFile? file)
    {
        var table = await ShippingRatesApi.Read(file, HttpContext.RequestAborted);
        Text = table is RateFile ? await Written(file!) : null;
        return await Tell(await ShippingRatesApi.Take(table, dispatch, onlyLook: true));
    }

    /// <summary>Takes in the file that was looked at.</summary>
    public async Task<IActionResult> OnPostTakeAsync(string? text)
    {
        var bytes = Encoding.UTF8.GetBytes(text ?? "");
        if (bytes.Length is 0 or > RateFile.MaxBytes) return LocalRedirect("/operator/ongkir");
        var answer = await ShippingRatesApi.Take(RateFile.Read(bytes), dispatch, onlyLook: false);
        if (answer is not RatesRead { Taken: true } read) return await Tell(answer);
        Notice($"{read.Changed} ongkos disimpan. Pesanan lama tetap memakai ongkos yang lama.",
            $"{Many.Of(read.Changed, "rate")} kept. Older orders keep the rates they were told.");
        return LocalRedirect("/operator/ongkir");
    }

    private async Task<IActionResult> Tell(Answer answer)
    {
        if (answer is Refusal refusal) Show(refusal);
        Read = answer as RatesRead;
        await Look();
        return Read is null || Read.Wrong.Any() ? Again() : Page();
    }

    private async Task Look() => Table = await RateTable.Read(session, LocalMonth.DayOf(clock.GetUtcNow()),
        HttpContext.RequestAborted);

    private async Task<string> Written(IFormFile file)
    {
        using var reader = new StreamReader(file.OpenReadStream());
        return await reader.ReadToEndAsync(HttpContext.RequestAborted);
    }
}
