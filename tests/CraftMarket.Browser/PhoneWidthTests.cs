using CraftMarket.Tests;

namespace CraftMarket.Browser;

public sealed class PhoneWidthTests(RunningMarket market, Chromium chromium)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/masuk")]
    [InlineData("/favorit")]
    [InlineData("/pesanan")]
    [InlineData("/tentang")]
    [InlineData("/cara-membeli")]
    public async Task no_page_is_wider_than_a_phone(string path)
    {
        var phone = await chromium.Phone(market.Address);
        Assert.Equal(200, (await phone.GotoAsync(path))!.Status);
        Assert.InRange(await phone.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 360);
    }
}
