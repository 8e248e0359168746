using System.Text.Json.Nodes;

namespace CraftMarket.Demo;

/// <summary>First part: a programme, two batches, sixteen people checked, trained and certified.</summary>
internal static class DemoTraining
{
    public static readonly (string Name, string Mode, string? Village, int Capacity, int FirstPerson, int LastPerson)[] Batches =
    [
        ("Angkatan 1, di kelas", "inClass", null, 20, 1, 8),
        ("Angkatan 2, di tempat", "onTheSpot", "Ganti", 30, 9, 16),
    ];

    /// <returns>The ids of the sixteen people, by their number.</returns>
    public static async Task<IReadOnlyDictionary<int, string>> Play(DemoClient office, DemoClient companion, DateOnly today,
        CancellationToken stop)
    {
        var programme = await office.Post("programmes", new JsonObject
        {
            ["name"] = "Kriya hasil samping tembakau", ["organiser"] = "Dinas Perindustrian NTB", ["target"] = 50,
        }, "programme", stop);
        var people = new Dictionary<int, string>();
        foreach (var batch in Batches)
        {
            var startsOn = today.AddMonths(-7).AddDays(batch.FirstPerson);
            var planned = await office.Post("batches", new JsonObject
            {
                ["programmeId"] = (string)programme["id"]!, ["name"] = batch.Name, ["skill"] = "kerajinan", ["mode"] = batch.Mode,
                ["venue"] = batch.Village is null ? "Balai Latihan, Lombok Barat" : $"Rumah peserta, Desa {batch.Village}",
                ["villageCode"] = batch.Village is null ? null
                    : Regions.Shipped.First(x => x.Code.IsVillage && x.Name == batch.Village).Code.Value,
                ["startsOn"] = Day(startsOn), ["endsOn"] = Day(startsOn.AddDays(5)), ["capacity"] = batch.Capacity,
            }, $"batch-{batch.FirstPerson}", stop);
            foreach (var person in DemoData.People.Where(x => x.Number >= batch.FirstPerson && x.Number <= batch.LastPerson))
                people[person.Number] = await Train(office, companion, person, (string)planned["id"]!, today, stop);
        }

        return people;
    }

    private static async Task<string> Train(DemoClient office, DemoClient companion, DemoPerson person, string batch,
        DateOnly today, CancellationToken stop)
    {
        var key = $"person-{person.Number}";
        var registered = await office.Post("participants", new JsonObject
        {
            ["name"] = person.Name, ["nik"] = person.Nik, ["birthDate"] = Day(person.BirthDate), ["sex"] = person.Female ? "f"
                : "m",
            ["villageCode"] = person.VillageCode, ["phone"] = person.Phone,
            ["registers"] =
                new JsonArray(new JsonObject
                {
                    ["register"] = "DTSEN", ["source"] = "Bappeda NTB",
                    ["asOf"] = Day(today.AddMonths(-9)), ["decile"] = 1 + person.Number % 2
                }),
        }, key, stop);
        var id = (string)registered["id"]!;
        await companion.Post($"participants/{id}/verifications",
            new JsonObject { ["outcome"] = "valid", ["visitedOn"] = Day(today.AddMonths(-8)) }, $"{key}-visit", stop);
        await companion.Post($"participants/{id}/baseline", new JsonObject
        {
            ["month"] = LocalMonth.Of(today).Plus(-8).ToString(), ["netIncome"] = person.NetIncome,
            ["sources"] = new JsonArray(new JsonObject { ["kind"] = "buruh tani", ["amount"] = person.NetIncome }),
            ["household"] = new JsonArray([.. Enumerable.Range(0, person.HouseholdSize)
                .Select(x => new JsonObject { ["birthYear"] = Math.Min(person.BirthDate.Year + x * 13, today.Year),
                    ["earns"] = x == 0 })]),
        }, $"{key}-baseline", stop);
        // Asked at the baseline; one said no and one was not at home to be asked.
        if (person.Number is not (8 or 16))
            await companion.Put($"participants/{id}/consents/income", new JsonObject { ["given"] = person.Number != 15 }, stop);
        await office.Post($"batches/{batch}/enrolments", new JsonObject { ["participantId"] = id }, $"{key}-enrolment", stop);
        // The last two of each batch are still on their way to a certificate.
        if (person.Number is not (15 or 16))
            await office.Post($"batches/{batch}/completions", new JsonObject { ["participantId"] = id },
                $"{key}-completion", stop);
        return id;
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
