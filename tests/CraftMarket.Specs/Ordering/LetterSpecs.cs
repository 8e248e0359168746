using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Media;
using CraftMarket.Ordering;

namespace CraftMarket.Specs.Ordering;

/// <summary>What buyers are written, and that neither address nor key nor password is ever printed.</summary>
public sealed class LetterSpecs
{
    private const string Link = "https://pasar.example.org/pesanan/1?key=rahasia";

    private static readonly SellerOrderId PartId = new(Guid.CreateVersion7());
    private static readonly ArtisanId Sahnun = new(Guid.CreateVersion7());
    private static readonly OrderLine Bag = new(PartId, new(Guid.CreateVersion7()), "Tas daun tembakau", 2, new(150_000), Variant: "Merah");

    [Fact]
    public void a_cash_order_says_when_it_is_paid()
    {
        var letter = BuyerLetters.Confirmed(Taken(PaymentMethod.CashOnDelivery, "CM-000007"), Link, "id");
        Assert.Equal("Pesanan CM-000007 di CraftMarket", letter.Subject);
        Assert.Contains("jumlahnya Rp315.000, dibayar tunai saat barang sampai.", letter.Text, StringComparison.Ordinal);
        Assert.Contains($"2 × Tas daun tembakau (Merah)\n\nIkuti pesanan Anda di sini:\n{Link}\n", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void a_part_that_nobody_answered_gives_no_reason_of_the_artisans_and_no_money_that_was_never_paid()
    {
        var letter = BuyerLetters.Refused(Taken(PaymentMethod.CashOnDelivery, null), Part(PaymentMethod.CashOnDelivery, LapseOrderHandler.NotAnswered), Link, "en");
        Assert.Equal("Tidak bisa dipenuhi: pesanan Anda di CraftMarket / Cannot be filled: your order at CraftMarket", letter.Subject);
        Assert.Contains("Maaf, Tenun Sahnun tidak menjawab dalam waktu yang ditentukan:", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Sorry, Tenun Sahnun did not answer in time:", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Alasannya", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Uang Anda", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void a_part_that_was_paid_for_and_refused_says_why_and_that_the_money_comes_back()
    {
        var part = Part(PaymentMethod.Transfer, "Daunnya habis.") with { Refunds = [new(new(Guid.CreateVersion7()), new(315_000), "Daunnya habis.")] };
        var letter = BuyerLetters.Refused(Taken(PaymentMethod.Transfer, "CM-000007"), part, Link, "id");
        Assert.Contains("Alasannya: Daunnya habis.\n\nUang Anda, Rp315.000, dikembalikan.\n", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void a_part_brought_by_its_maker_has_no_tracking_number() => Assert.Contains("Tenun Sahnun sudah mengirim barang Anda lewat antar sendiri.",
        BuyerLetters.Shipped(Taken(PaymentMethod.Transfer, "CM-000007"), Part(PaymentMethod.Transfer, null) with { Courier = "antar sendiri", TrackingNumber = "" }, Link, "id").Text, StringComparison.Ordinal);

    [Fact]
    public void secrets_are_not_printed()
    {
        Assert.DoesNotContain("lalu", new ReplyTo("lalu@example.com", "rahasia", "id").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", new SmtpSettings("smtp.example.org", 587, "toko", "geheim", "a@example.org", SmtpSecurity.StartTls).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", new PostOffice(new("smtp.example.org", 587, "toko", "geheim", "a@example.org", SmtpSecurity.StartTls), () => null!).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", new BucketSettings(new("https://s3.example.org"), "foto", "us-east-1", "kunci", "geheim").ToString(), StringComparison.Ordinal);
    }

    private static Order Taken(PaymentMethod method, string? number) => new(new(Guid.CreateVersion7()), method, "hash", [Bag],
        [new(PartId, Sahnun, new(300_000), new(15_000), new(30_000))], default, default, OrderStatus.Confirmed, null, number)
    {
        Brands = [new(Sahnun, 1, "Tenun Sahnun", null, null)],
    };

    private static SellerOrder Part(PaymentMethod method, string? refused) => new(PartId, new(Guid.CreateVersion7()), Sahnun, method, new(300_000), new(15_000),
        new(30_000), [Bag], default, refused is null ? SellerOrderStatus.Shipped : SellerOrderStatus.Refused, refused, null, null, null, []);
}
