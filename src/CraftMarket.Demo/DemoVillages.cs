using System.Globalization;
using System.Text.Json.Nodes;

namespace CraftMarket.Demo;

/// <summary>The office opens three villages, tells their stories and gives their marks to most of the artisans.</summary>
internal static class DemoVillages
{
    public static async Task Open(DemoClient office, DateOnly today, CancellationToken stop)
    {
        foreach (var village in DemoVillage.All)
        {
            await office.Post("villages", new JsonObject { ["code"] = village.Code }, $"village-{village.Name}", stop);
            var logo = await office.Upload(VillagePicture.Mark(Of(village.Colour), Of(village.Accent)),
                $"village-logo-{village.Name}", stop);
            await office.Put($"villages/{village.Code}", village.Description((string)logo["id"]!), stop);
            var views = new JsonArray();
            foreach (var (scene, sight) in village.Views)
            {
                var photo = await office.Upload(VillagePicture.Draw(scene, village.Name.Length),
                    $"village-{village.Name}-{scene}", stop);
                views.Add(new JsonObject { ["photoId"] = (string)photo["id"]!, ["description"] = DemoVillage.Both(sight) });
            }

            await office.Put($"villages/{village.Code}/gallery", new JsonObject { ["photos"] = views }, stop);
            await office.Post($"villages/{village.Code}/rules", new JsonObject { ["rules"] = DemoVillage.Both(village.Rules) },
                $"rules-{village.Name}", stop);
            foreach (var (stage, monthsAgo) in village.Stages)
                await office.Post($"villages/{village.Code}/stages",
                    new JsonObject { ["stage"] = stage, ["on"] = DemoTraining.Day(today.AddMonths(-monthsAgo)) },
                    $"stage-{village.Name}-{stage}", stop);
        }
    }

    /// <summary>One artisan of Semoyang still waits for the answer and those of Marong have no mark to ask for: the queue has
    /// something to show.</summary>
    public static async Task GiveMarks(DemoClient office, IReadOnlyDictionary<int, DemoClient> clients,
        IReadOnlyDictionary<string, int> numbers, CancellationToken stop)
    {
        foreach (var (artisan, number) in numbers)
        {
            var home = DemoData.People.First(x => x.Number == number).Village;
            if (DemoVillage.All.All(x => x.Name != home)) continue;
            await clients[number].Post("artisans/me/mark-application", new JsonObject(), $"mark-{number}", stop);
            if (number == Waits) continue;
            await office.Post($"mark-applications/{artisan}/decision", new JsonObject { ["decision"] = "approve" },
                $"mark-given-{number}", stop);
        }
    }

    private const int Waits = 6;

    private static Colour Of(string hex) => new(Part(hex, 1), Part(hex, 3), Part(hex, 5));

    private static double Part(string hex, int at) =>
        byte.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
}
