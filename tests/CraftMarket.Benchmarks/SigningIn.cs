using System.Net;
using System.Text.RegularExpressions;
using CraftMarket.Tests.Walks;

namespace CraftMarket.Benchmarks;

/// <summary>Signs somebody in, on the page or by the interface; gives the header that each of their requests carries
/// then.</summary>
internal static partial class SigningIn
{
    public static async Task<string> Cookie(Uri address, string login, string password)
    {
        var cookies = new CookieContainer();
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false })
        {
            BaseAddress = address,
        };
        var secret = Secret().Match(await browser.GetStringAsync("/masuk")).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("login", login), new("password", password),
            new("__RequestVerificationToken", secret)]);
        using var reply = await browser.PostAsync("/masuk", form);
        return reply.StatusCode == HttpStatusCode.Redirect ? $"Cookie: {cookies.GetCookieHeader(address)}"
            : throw new InvalidOperationException($"{login} could not sign in: {(int)reply.StatusCode}.");
    }

    public static async Task<string> Token(Uri address, string login, string password)
    {
        using var program = new Caller(address);
        return "Authorization: Bearer "
            + (await program.Post("sign-in", new { login, password }).Expect(HttpStatusCode.OK)).Text("accessToken");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"([^\"]+)\"")]
    private static partial Regex Secret();
}
