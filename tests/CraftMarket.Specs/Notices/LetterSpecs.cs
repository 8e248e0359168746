using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Media;
using CraftMarket.Notices;
using CraftMarket.Ordering;
using CraftMarket.Workflows;
using Microsoft.Extensions.Configuration;

namespace CraftMarket.Specs.Notices;

/// <summary>What buyers are written, and that neither address nor key nor password is ever printed.</summary>
public sealed class LetterSpecs
{
    private const string Link = "https://pasar.example.org/pesanan/1?key=rahasia";

    private static readonly SellerOrderId PartId = new(Guid.CreateVersion7());
    private static readonly ArtisanId Sahnun = new(Guid.CreateVersion7());
    private static readonly OrderLine Bag = new(PartId, new(Guid.CreateVersion7()), "Tas daun tembakau", 2, new(150_000),
        Variant: "Merah");

    [Fact]
    public void a_cash_order_says_when_it_is_paid()
    {
        var letter = Written(Taken(PaymentMethod.CashOnDelivery, "CM-000007"), "id", (null, new OrderNumbered("CM-000007")));
        Assert.Equal("Pesanan CM-000007 di CraftMarket", letter.Subject);
        Assert.Contains("jumlahnya Rp315.000, dibayar tunai saat barang sampai.", letter.Text, StringComparison.Ordinal);
        Assert.Contains($"2 × Tas daun tembakau (Merah)\n\nIkuti pesanan Anda di sini:\n{Link}\n", letter.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void a_part_that_nobody_answered_gives_no_reason_of_the_artisans_and_no_money_that_was_never_paid()
    {
        var part = Part(PaymentMethod.CashOnDelivery, ExpireOrderHandler.NotAnswered);
        var refused = new SellerOrderRefused(ExpireOrderHandler.NotAnswered);
        var letter = Written(Taken(PaymentMethod.CashOnDelivery, null), "en", (part, refused));
        Assert.Equal("Tidak bisa dipenuhi: pesanan Anda di CraftMarket / Cannot be filled: your order at CraftMarket",
            letter.Subject);
        Assert.Contains("Maaf, Tenun Sahnun tidak menjawab dalam waktu yang ditentukan:", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Sorry, Tenun Sahnun did not answer in time:", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Alasannya", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Uang Anda", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void a_part_that_was_paid_for_and_refused_says_why_and_that_the_money_comes_back()
    {
        var part = Part(PaymentMethod.Transfer,
            "Daunnya habis.") with
        { Refunds = [new(new(Guid.CreateVersion7()), new(315_000), "Daunnya habis.")] };
        var letter = Written(Taken(PaymentMethod.Transfer, "CM-000007"), "id", (part, new SellerOrderRefused("Daunnya habis.")));
        Assert.Contains("Alasannya: Daunnya habis.\n\nUang Anda, Rp315.000, dikembalikan.\n", letter.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void a_part_brought_by_its_maker_has_no_tracking_number()
    {
        var part = Part(PaymentMethod.Transfer, null) with { Courier = "antar sendiri", TrackingNumber = "" };
        var order = Taken(PaymentMethod.Transfer, "CM-000007");
        var letter = Written(order, "id", (part, new SellerOrderShipped("antar sendiri", "")));
        Assert.Contains("Tenun Sahnun sudah mengirim barang Anda lewat antar sendiri.", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void what_happened_to_two_parts_at_one_moment_is_one_letter_with_one_link()
    {
        var part = Part(PaymentMethod.CashOnDelivery, ExpireOrderHandler.NotAnswered);
        var other = part with { ArtisanId = new(Guid.CreateVersion7()), Lines = [Bag with { Name = "Dompet daun" }] };
        var refused = new SellerOrderRefused(ExpireOrderHandler.NotAnswered);
        var letter = Written(Taken(PaymentMethod.CashOnDelivery, null), "id", (part, refused), (other, refused));
        Assert.Contains("(Merah)\n\nMaaf, perajin tidak menjawab dalam waktu yang ditentukan:\n\n2 × Dompet daun (Merah)\n",
            letter.Text, StringComparison.Ordinal);
        Assert.Single(letter.Text.Split('\n'), x => x == Link);
    }

    [Fact]
    public void what_ended_because_its_money_went_back_says_both()
    {
        var refund = new RefundGranted(new(Guid.CreateVersion7()), new(315_000), "Salah pesan");
        var part = Part(PaymentMethod.Transfer, null) with { Status = SellerOrderStatus.GivenBack, Refunds = [refund] };
        var letter = Written(Taken(PaymentMethod.Transfer, "CM-000007"), "en", (part, new SellerOrderGivenBack()));
        Assert.Equal("Batal, uang kembali: pesanan CM-000007 / Cancelled, your money goes back: order CM-000007", letter.Subject);
        Assert.Contains("Uang Anda, Rp315.000, dikembalikan.", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Salah pesan", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void one_mailbox_has_few_first_letters_a_day_however_it_is_spelled()
    {
        var master = new MasterKey(new byte[32]);
        Assert.Equal(FirstLetters.IdOf(master, "lalu@example.com"), FirstLetters.IdOf(master, " Lalu+pasar@Example.com"));
        Assert.NotEqual(FirstLetters.IdOf(master, "lalu@example.com"), FirstLetters.IdOf(master, "lalu@example.org"));
        var (id, now) = ("hash", new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));
        OrderId[] orders = [.. Enumerable.Range(0, 3).Select(_ => OrderId.From(Guid.NewGuid()))];
        var two = FirstLetters.With(FirstLetters.With(null, id, orders[0], 2, now), id, orders[1], 2, now.AddHours(1));
        Assert.Null(FirstLetters.With(two, id, orders[2], 2, now.AddHours(23)));
        Assert.Same(two, FirstLetters.With(two, id, orders[0], 2, now.AddHours(23)));
        var later = FirstLetters.With(two, id, orders[2], 2, now.AddHours(24))!;
        Assert.Equal([orders[1], orders[2]], later.Letters.Select(x => x.OrderId));
    }

    [Fact]
    public void a_letters_token_opens_its_own_order_only()
    {
        var (master, order) = (new MasterKey(new byte[32]), OrderId.From(Guid.NewGuid()));
        Assert.True(LetterToken.Fits(master, order, LetterToken.Of(master, order)));
        Assert.False(LetterToken.Fits(master, OrderId.From(Guid.NewGuid()), LetterToken.Of(master, order)));
        Assert.False(LetterToken.Fits(new MasterKey([.. Enumerable.Repeat((byte)1, 32)]), order, LetterToken.Of(master, order)));
        Assert.False(LetterToken.Fits(master, order, ""));
    }

    [Fact]
    public void secrets_are_not_printed()
    {
        Assert.DoesNotContain("lalu", new ReplyTo("lalu@example.com", "rahasia", "id").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim",
            new SmtpSettings("smtp.example.org", 587, "toko", "geheim", "a@example.org", SmtpSecurity.StartTls).ToString(),
            StringComparison.Ordinal);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Smtp:Host"] = "smtp.example.org", ["Smtp:From"] = "a@example.org", ["Smtp:User"] = "toko",
            ["Smtp:Password"] = "geheim",
        }).Build();
        Assert.DoesNotContain("geheim", new NoticeSettings(Channels.Of(settings), () => null!, 3).ToString(),
            StringComparison.Ordinal);
        Assert.DoesNotContain("lalu", new Addressee(NoticeChannel.Email, "lalu@example.com", "id").ToString(),
            StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", new BucketSettings(new("https://s3.example.org"), "foto", "us-east-1", "kunci", "geheim")
            .ToString(), StringComparison.Ordinal);
    }

    private static Letter Written(Order order, string language, params (SellerOrder? Part, object Event)[] happened) =>
        new OrderTold([.. happened.Select(x => TellBuyerHandler.Said(order, new(Guid.NewGuid(), x.Part, x.Event)))], Link)
            .In(language);

    private static Order Taken(PaymentMethod method, string? number) => new(new(Guid.CreateVersion7()), method, "hash", [Bag],
        [new(PartId, Sahnun, new(300_000), new(15_000), new(30_000))], default, default, OrderStatus.Confirmed, null, number)
    {
        Brands = [new(Sahnun, 1, "Tenun Sahnun", null, null)],
    };

    private static SellerOrder Part(PaymentMethod method, string? refused) =>
        new(PartId, new(Guid.CreateVersion7()), Sahnun, method, new(300_000), new(15_000),
        new(30_000), [Bag], default, refused is null ? SellerOrderStatus.Shipped : SellerOrderStatus.Refused, refused, null,
        null, null, []);
}
