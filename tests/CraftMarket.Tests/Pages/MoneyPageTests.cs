using System.Net;
using CraftMarket.Kernel;
using CraftMarket.Tests.People;
using CraftMarket.Tests.Training;
using CraftMarket.Training.Participants;
using CraftMarket.Workflows;
namespace CraftMarket.Tests;

/// <summary>A transfer found on the bank statement, and the artisan's money sent on.</summary>
public sealed class MoneyPageTests(RunningMarket market)
{
    [Fact]
    public async Task a_transfer_is_matched_by_its_code()
    {
        var (order, total) = await Ordered(ArtisanId.From(Guid.NewGuid()));
        using var office = new Reader(market, "staff");
        var reference = Paying.Reference();
        await Shop.Eventually(() => office.Open("/kantor/pembayaran"), x =>
            x.QuerySelector($"[data-order='{order}']") is not null);
        Assert.Contains(order.Replace("-", "", StringComparison.Ordinal)[^8..].ToUpperInvariant(),
            office.Page.QuerySelector($"[data-order='{order}']")!.TextContent, StringComparison.Ordinal);
        await office.Open($"/kantor/pembayaran/{order}");
        await office.Send("submit", ("reference", reference), ("amount", "seratus"));
        Assert.NotNull(office.Page.GetElementById("amount-wrong"));
        await office.Send("submit", ("reference", reference), ("amount", $"{new Rupiah(total)}"));
        Assert.Equal("/kantor/pembayaran", office.Path);
        Assert.Null(office.Page.QuerySelector($"[data-order='{order}']"));
        await office.Open($"/kantor/pembayaran/{order}");
        Assert.Contains(reference, office.Find("paid").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_artisan_is_paid_with_a_reference_and_a_returned_transfer_opens_the_balance_again()
    {
        var artisan = await Welcomed("Inaq Cair");
        await Earned(artisan);
        using var desk = new Reader(market, "operator");
        await Shop.Eventually(() => desk.Open("/operator"), x =>
            x.QuerySelector($"[data-artisan='{artisan.Value}']") is not null);
        Assert.Contains("Inaq Cair", desk.Page.QuerySelector($"[data-artisan='{artisan.Value}']")!.TextContent,
            StringComparison.Ordinal);
        await desk.Open($"/operator/pencairan/baru?artisan={artisan.Value}");
        await desk.Send("submit", ("amount", "999.000.000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await desk.Send("submit", ("amount", "50.000"));
        Assert.StartsWith("/operator/pencairan/", desk.Path, StringComparison.Ordinal);
        await desk.Send("paid", ("reference", ""));
        Assert.NotNull(desk.Page.GetElementById("reference-wrong"));
        var reference = Paying.Reference("BPD");
        await desk.Send("paid", ("reference", reference));
        Assert.Equal(("Terkirim", reference), (desk.Find("state").TextContent, desk.Find("reference").TextContent));
        await desk.Send("returned");
        Assert.Equal("Gagal, kembali ke saldo", desk.Find("state").TextContent);
    }

    [Fact]
    public async Task the_operator_sees_what_is_stuck_and_that_it_is_no_mail()
    {
        using var desk = new Reader(market, "operator");
        await desk.Open("/operator/pesan-macet");
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.EndsWith("Bukan e-mail.", desk.Find("what").TextContent, StringComparison.Ordinal);
    }

    private async Task<(string Id, long Total)> Ordered(ArtisanId artisan)
    {
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order("transfer", (await market.Sell(artisan), 1))).Json();
        return (placed.GetProperty("id").GetString()!, placed.GetProperty("total").GetInt64());
    }

    private async Task<ArtisanId> Welcomed(string name)
    {
        using var field = new Field(market);
        var person = await market.Registered(Villagers.Inaq(name));
        await market.Send(new RegisterParticipant(person, Regions.Semoyang, []));
        await market.Send(new VerifyParticipant(person, "valid", Field.VisitedOn, null, Regions.Ntb, "test"));
        var batch = await field.Batch();
        await Field.Ok(await field.Enrol(batch, person.Value));
        await Field.Ok(await field.Complete(batch, person.Value));
        var welcome = new WelcomeArtisan(person);
        Assert.IsType<Done>(await market.Send(welcome));
        return welcome.ArtisanId;
    }

    /// <summary>Sells, ships and delivers one bag paid by transfer.</summary>
    private async Task Earned(ArtisanId artisan)
    {
        using var buyer = market.Visitor();
        using var staff = market.As("staff");
        using var maker = market.As("artisan", ("artisan", artisan.Value.ToString()));
        var placed = await (await buyer.Order("transfer", (await market.Sell(artisan), 1))).Json();
        var payment = $"/api/v1/orders/{placed.GetProperty("id").GetString()}/payment-confirmation";
        await staff.Step(payment, new { reference = Paying.Reference(), amount = placed.GetProperty("total").GetInt64() });
        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "confirmed");
        var part = $"/api/v1/seller-orders/{placed.GetProperty("parts")[0].GetProperty("id").GetString()}";
        await maker.Step(part + "/acceptance");
        await maker.Step(part + "/shipment", new { courier = "JNE", trackingNumber = "JNE1" });
        await staff.Step(part + "/delivery");
    }
}
