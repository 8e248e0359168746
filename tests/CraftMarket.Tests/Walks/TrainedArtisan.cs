using System.Net;

namespace CraftMarket.Tests.Walks;

/// <summary>People on their way from a register to a shop of their own, by the contract's routes.</summary>
internal static class TrainedArtisan
{
    public const string Password = "daun-tembakau-9";

    private static int _serial = Random.Shared.Next(1000, 8000);

    /// <summary>One person all the way: planned, checked, trained, certified, invited and signed in.</summary>
    public static async Task<(string Id, Caller Desk)> Make(Caller visitor, Caller office, Caller companion)
    {
        var batch = await PlanBatch(office);
        var person = await Train(office, companion, batch);
        await Certify(office, batch, person);
        return await Welcome(visitor, office, person);
    }

    public static async Task<string> PlanBatch(Caller office)
    {
        var programme = await office.Post("programmes", new { name = "Uji", organiser = "Disperin", target = 30 })
            .Expect(HttpStatusCode.Created);
        return (await office.Post("batches", new
        {
            programmeId = programme.Text("id"), name = "Angkatan uji", skill = "kerajinan", mode = "inClass", venue = "Balai",
            startsOn = "2026-03-02", endsOn = "2026-03-07",
        })).Expect(HttpStatusCode.Created).Text("id");
    }

    public static async Task<string> Train(Caller office, Caller companion, string batch)
    {
        var person = await Visit(office, companion, batch);
        await companion.Put($"participants/{person}/consents/income", new { given = true }).Expect(HttpStatusCode.OK);
        return person;
    }

    /// <summary>Somebody registered and found at home, who was not asked yet what they agree to.</summary>
    public static async Task<string> Visit(Caller office, Caller companion, string batch)
    {
        var serial = Interlocked.Increment(ref _serial);
        var person = (await office.Post("participants", new
        {
            name = $"Peserta Uji {serial}", nik = $"990206520384{serial:0000}", birthDate = "1984-03-12", sex = "f",
            villageCode = "52.02.06.2003",
            registers = new[] { new { register = "DTSEN", source = "Bappeda", asOf = "2026-01-15", decile = 1 } },
        })).Expect(HttpStatusCode.Created).Text("id");
        (await office.Post($"batches/{batch}/enrolments", new { participantId = person })).Expect(HttpStatusCode.Conflict);
        await companion.Post($"participants/{person}/verifications", new { outcome = "valid", visitedOn = "2026-10-01" })
            .Expect(HttpStatusCode.Created);
        await companion.Post($"participants/{person}/baseline", new
        {
            month = "2026-02", netIncome = 1_000_000, sources = new[] { new { kind = "tani", amount = 1_000_000 } },
            household = new[] { new { birthYear = 1984, earns = true }, new { birthYear = 2012, earns = false } },
        }).Expect(HttpStatusCode.Created);
        return person;
    }

    public static async Task Certify(Caller office, string batch, string person)
    {
        await office.Post($"batches/{batch}/enrolments", new { participantId = person }).Expect(HttpStatusCode.Created);
        await office.Post($"batches/{batch}/completions", new { participantId = person }).Expect(HttpStatusCode.Created);
    }

    /// <param name="phone">What they sign in with; any when not said.</param>
    public static async Task<(string Id, Caller Desk)> Welcome(Caller visitor, Caller office, string person,
        string? phone = null)
    {
        phone ??= $"0899777{Interlocked.Increment(ref _serial):0000}";
        var welcomed = (await office.Post($"participants/{person}/artisan", new { login = phone }))
            .Expect(HttpStatusCode.Created);
        var token = new Uri(welcomed.Text("invitation")).Segments[^1];
        await visitor.Post($"invitations/{token}",
            new { password = Password, consents = new[] { "account", "shop", "income" } })
            .Expect(HttpStatusCode.Created);
        return (welcomed.Text("artisanId"), await visitor.SignIn("+62" + phone[1..], Password));
    }
}
