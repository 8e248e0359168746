using System.Net.Http.Json;
using System.Text.Json;

namespace CraftMarket.Tests.Catalogue;

/// <summary>How tests look whether goods and makers bear a village's mark.</summary>
internal static class MarkSteps
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<IEnumerable<Guid>> Queue(HttpClient office, string status) =>
        (await office.GetFromJsonAsync<JsonElement>($"/api/v1/mark-applications?status={status}", Stop))
            .GetProperty("items").EnumerateArray().Select(x => x.GetProperty("artisanId").GetGuid());

    public static async Task<JsonElement> Listed(Workshop workshop, string name) =>
        (await Workshop.Read(await workshop.Visitor.GetAsync($"/api/v1/products?q={Uri.EscapeDataString(name)}", Stop), 200))
            .GetProperty("items").EnumerateArray().Single(x => x.GetProperty("name").GetString() == name);

    public static async Task<bool> MarkedInVillage(Workshop workshop) =>
        (await Workshop.Read(await workshop.Visitor.GetAsync("/api/v1/villages/semoyang", Stop), 200))
            .GetProperty("makers").EnumerateArray()
            .Single(x => x.GetProperty("id").GetGuid() == workshop.Id.Value).GetProperty("marked").GetBoolean();
}
