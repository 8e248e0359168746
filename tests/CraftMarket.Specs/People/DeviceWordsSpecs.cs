using CraftMarket.Web.Access;

namespace CraftMarket.Specs.People;

public sealed class DeviceWordsSpecs
{
    [Theory]
    [InlineData("Mozilla/5.0 (Linux; Android 13; SM-A045F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile "
        + "Safari/537.36", "Chrome, Android")]
    [InlineData("Mozilla/5.0 (Linux; Android 12; SAMSUNG SM-A127F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/24.0 "
        + "Chrome/117.0.0.0 Mobile Safari/537.36", "Samsung Internet, Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 "
        + "Mobile/15E148 Safari/604.1", "Safari, iPhone")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 "
        + "Safari/537.36 Edg/126.0.0.0", "Edge, Windows")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox, Linux")]
    [InlineData("<script>alert(1)</script>", "")]
    [InlineData(null, "")]
    public void a_device_is_known_by_browser_and_machine_and_nothing_else(string? agent, string words) =>
        Assert.Equal(words, DeviceWords.Of(agent));
}
