using CraftMarket.Demo;
using CraftMarket.Kernel;
using CraftMarket.Payments;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Payments;
using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests;

/// <summary>Who pays by transfer is told where to, or is not asked to.</summary>
public sealed class TransferAccountTests(RunningMarket market)
{
    [Fact]
    public async Task a_buyer_who_transfers_is_told_the_account_until_the_money_has_come()
    {
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order("transfer", (await market.Sell(ArtisanId.From(Guid.NewGuid())), 1))).Json();
        var bank = placed.GetProperty("payment").GetProperty("bank");
        string[] shown = [.. DemoOffice.Bank.Values.Select(x => x!)];
        Assert.Equal(shown, new[] { "name", "account", "holder" }.Select(x => bank.GetProperty(x).GetString()!));
        Assert.Equal(shown[1], (await buyer.OrderPage(placed)).GetProperty("payment").GetProperty("bank")
            .GetProperty("account").GetString());
        var (id, page) =
            (placed.GetProperty("id").GetString(),
            $"/pesanan/{placed.GetProperty("id").GetString()}?key={placed.GetProperty("accessKey").GetString()}");
        using var reader = new Reader(market);
        await reader.Open(page);
        Assert.All(shown, x => Assert.Contains(x, reader.Find("bank").TextContent, StringComparison.Ordinal));

        using var staff = market.As("staff");
        await staff.Step($"/api/v1/orders/{id}/payment-confirmation",
            new { reference = Paying.Reference(), amount = placed.GetProperty("total").GetInt64() });

        var paid = await buyer.Until(placed, x => x.GetProperty("status").GetString() == "confirmed");
        Assert.False(paid.GetProperty("payment").TryGetProperty("bank", out _));
    }

    [Fact]
    public async Task who_pays_by_card_is_told_no_account()
    {
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order("card", (await market.Sell(ArtisanId.From(Guid.NewGuid())), 1))).Json();
        Assert.False(placed.GetProperty("payment").TryGetProperty("bank", out _));
    }

    [Fact]
    public void without_an_account_nobody_is_asked_to_transfer()
    {
        Assert.Null(HouseBank.Of(Set()));
        var payments = new OrderPayments(market.Services.GetRequiredService<IDocumentStore>(),
            market.Services.GetRequiredService<StripeConnection>(), new(null), TimeProvider.System);
        Assert.Equal(("transfer_unavailable", RefusalKind.Conflict),
            (payments.WhyNot(PaymentMethod.Transfer)!.Code, payments.WhyNot(PaymentMethod.Transfer)!.Kind));
        Assert.Null(payments.WhyNot(PaymentMethod.CashOnDelivery));
    }

    [Fact]
    public void half_an_account_stops_the_start()
    {
        var ours = HouseBank.Of(Set(("Bank:Name", "Bank NTB Syariah"), ("Bank:Account", "001"), ("Bank:Holder", "Dinas Contoh")));
        Assert.Equal(new HouseBank("Bank NTB Syariah", "001", "Dinas Contoh"), ours);
        var half = Assert.Throws<InvalidOperationException>(() => HouseBank.Of(Set(("Bank:Name", "Bank NTB Syariah"))));
        Assert.Contains("Bank__Account", half.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Set(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(x => KeyValuePair.Create<string, string?>(x.Name, x.Value))).Build();
}
