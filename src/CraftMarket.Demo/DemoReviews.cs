using System.Text.Json.Nodes;

namespace CraftMarket.Demo;

/// <summary>What buyers of the demo write of what has arrived, and what makers answer.</summary>
internal static class DemoReviews
{
    private static readonly (int Stars, string Words, string? Answer)[] Said =
    [
        (5, "Anyamannya rapat dan rapi, baunya harum daun. Dipakai tiap hari ke pasar.",
            "Terima kasih! Semoga awet, cukup dilap kain kering."),
        (4, "Bagus sekali, hanya sedikit lebih kecil dari bayangan saya.",
            "Terima kasih masukannya, ukurannya sudah saya tulis sekarang."),
        (5, "Hadiah untuk ibu, beliau senang sekali.", null),
        (3, "Barangnya baik, kirimannya agak lama.", "Mohon maaf, waktu itu jalan ke kecamatan sedang diperbaiki."),
        (5, "", null),
    ];

    public static async Task Write(DemoClient visitor, DemoClient artisan, string part, string key, int number,
        CancellationToken stop)
    {
        var (stars, words, answer) = Said[number % Said.Length];
        await Patiently(() =>
            visitor.Post($"seller-orders/{part}/review", new JsonObject { ["key"] = key, ["stars"] = stars, ["words"] = words },
            null, stop), stop);
        if (answer is not null)
            await artisan.Post($"reviews/{part}/answer", new JsonObject { ["words"] = answer }, $"answer-{part}", stop);
    }

    /// <summary>The shop hears of the delivery a moment after it.</summary>
    private static async Task Patiently(Func<Task<JsonNode>> send, CancellationToken stop)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await send();
                return;
            }
            catch (InvalidOperationException) when (tries < 50)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), stop);
            }
        }
    }
}
