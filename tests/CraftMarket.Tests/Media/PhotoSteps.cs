using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace CraftMarket.Tests.Media;

/// <summary>What an artisan does with photos.</summary>
internal static class PhotoSteps
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<HttpResponseMessage> SendPhoto(this HttpClient artisan, byte[] photo, string name = "foto.jpg",
        string? key = null, bool asksFirst = true)
    {
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(photo);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        form.Add(file, "file", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/photos") { Content = form };
        // Asks before it sends, as a good client does with a large body; many do not.
        request.Headers.ExpectContinue = asksFirst;
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await artisan.SendAsync(request, Cancellation);
    }

    /// <summary>Sends a photo in and waits until it is ready or failed.</summary>
    public static async Task<JsonElement> Photo(this HttpClient artisan, byte[] photo)
    {
        using var reply = await artisan.SendPhoto(photo);
        Assert.True((int)reply.StatusCode == 202, await reply.Content.ReadAsStringAsync(Cancellation));
        var id = (await reply.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("id").GetGuid();
        return await Patience.Until(() => artisan.GetFromJsonAsync<JsonElement>($"/api/v1/photos/{id}", Cancellation),
            x => x.GetProperty("status").GetString() != "processing");
    }
}
