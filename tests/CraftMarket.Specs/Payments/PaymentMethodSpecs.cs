using System.Text.RegularExpressions;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Payments;
using CraftMarket.Specs.House;
using CraftMarket.Web.Payments;

namespace CraftMarket.Specs.Payments;

/// <summary>A way to pay is a row of three tables and nothing else.</summary>
public sealed class PaymentMethodSpecs
{
    private static readonly OrderPart Part = new(SellerOrderId.From(Guid.Parse("00000000-0000-7000-8000-000000000011")),
        ArtisanId.From(Guid.Parse("00000000-0000-7000-8000-000000000001")), new(150_000), new(10_000), new(7_500));

    /// <summary>In this order buyers are shown them.</summary>
    private static readonly PaymentMethod[] Methods = Enum.GetValues<PaymentMethod>();

    [Fact]
    public void every_way_to_pay_says_what_an_order_by_it_is_like() =>
        Assert.Equal(Methods, PaymentTerms.All.Select(x => x.Method));

    [Fact]
    public void every_way_to_pay_says_what_its_money_does() => Assert.Equal(Methods, MoneyTerms.All.Select(x => x.Method));

    [Fact]
    public void every_way_to_pay_has_words() => Assert.Equal(Methods, PaymentWords.All.Select(x => x.Method));

    [Fact]
    public void nobody_else_asks_which_way_it_is()
    {
        string[] tables = ["src/CraftMarket.Kernel/PaymentMethod.cs", "src/CraftMarket.Payments/MoneyTerms.cs",
            "src/CraftMarket.Web/Payments/PaymentWords.cs"];
        var codes = string.Join('|', PaymentTerms.All.Select(x => x.Code));
        var named = new Regex($@"\bPaymentMethod\.({string.Join('|', Enum.GetNames<PaymentMethod>())})\b"
            + $"""|'Method'[^"\n]*'({codes})'|"({codes})" *(=>|\?|:)|(case|is|[!=]=|=>|\?|new\() *"({codes})" """.TrimEnd());
        var found = Repository.Files("src").Concat(Repository.Files("src", "*.cshtml"))
            .Where(x => !tables.Contains(x.Path) && !x.Path.StartsWith("src/CraftMarket.Demo/", StringComparison.Ordinal))
            .SelectMany(x => named.Matches(x.Text).Select(y => $"{x.Path}: {y.Value}"));
        Assert.Empty(found);
    }

    [Theory]
    [InlineData(PaymentMethod.Card, "card")]
    [InlineData(PaymentMethod.Transfer, "transfer")]
    [InlineData(PaymentMethod.CashOnDelivery, "cod")]
    public void the_words_that_are_stored_and_sent_stay(PaymentMethod method, string code) =>
        Assert.Equal(code, method.Terms().Code);

    /// <summary>An order that its artisan takes on unpaid would never begin with a payment that is waited for, nor the other way
    /// round.</summary>
    [Fact]
    public void what_is_paid_at_the_door_is_awaited_by_nobody() =>
        Assert.All(Methods, x => Assert.Equal(x.IsPaidAtDoor(), x.Money().In == MoneyIn.Door));

    [Fact]
    public void who_asks_for_another_way_is_told_those_there_are()
    {
        var why = PaymentWords.Unknown.Why;
        Assert.Equal("Pilih cara bayar: kartu (card), transfer, atau bayar di tempat (cod).", why.Indonesian);
        Assert.Equal("Choose how to pay: card, transfer or cod.", why.English);
    }

    [Theory]
    [InlineData(PaymentMethod.Card, "platform.stripe")]
    [InlineData(PaymentMethod.Transfer, "platform.bank")]
    public void what_is_paid_ahead_lies_with_its_holder(PaymentMethod method, string holder)
    {
        var payment = new Payment(PaymentId.Of(default), default, method, Part.Total, [Part], default, PaymentStatus.Paid, null,
            null, null);
        Assert.Equal([(holder, 160_000), ("buyers.prepaid", -160_000)],
            Changes(Bookings.Received(payment, Part, default)));
        var seen = new TransferSeen("A 1", new(5_000), default);
        Assert.Equal([(holder, 5_000), ("buyers.returning", -5_000)], Changes(Bookings.TransferSeen(payment, seen)));
    }

    [Theory]
    [InlineData(PaymentMethod.Card, "buyers.prepaid", "artisan.payable", "platform.stripe", "platform.stripe")]
    [InlineData(PaymentMethod.Transfer, "buyers.prepaid", "artisan.payable", "buyers.returning", "platform.bank")]
    [InlineData(PaymentMethod.CashOnDelivery, "artisan.cashSales", "artisan.cashSales", "artisan.cash", "artisan.cash")]
    public void money_goes_back_from_whoever_has_it(PaymentMethod method, string before, string settled, string ours,
        string outside)
    {
        var refund = new Refund(default, default, Part.SellerOrderId, Part.ArtisanId, method, new(5_000), false, default, null);
        Assert.Equal([(before, 5_000), (ours, -5_000)], Changes(Bookings.Refunded(refund)));
        Assert.Equal([(settled, 5_000), (ours, -5_000)], Changes(Bookings.Refunded(refund with { Settled = true })));
        Assert.Equal([(before, 5_000), (outside, -5_000)], Changes(Bookings.Refunded(refund with { Outside = true })));
        Assert.Equal([("buyers.returning", 5_000), (ours, -5_000)], Changes(Bookings.Refunded(refund with { Apart = true })));
    }

    private static IEnumerable<(string, int)> Changes(Booking booking) =>
        booking.Entry.Postings.Select(x => (x.Account, (int)x.Amount.Amount));
}
