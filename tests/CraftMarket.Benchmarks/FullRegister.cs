using System.Diagnostics;
using System.Globalization;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.People.Accounts;
using CraftMarket.People.Persons;
using CraftMarket.Tests.Walks;
using CraftMarket.Training;
using CraftMarket.Training.Participants;
using CraftMarket.Web.Composition;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Benchmarks;

/// <summary>Fills a register with people of a thousand villages by the events and sealed files that registering, visiting and
/// training them would have left: of each hundred thirty sit in a batch, and twenty of those have finished it.</summary>
internal static class FullRegister
{
    public const string Staff = "kantor@uji.example", Companion = "pendamping@uji.example", Operator = "operator@uji.example";

    /// <summary>The companion serves a regency: a tenth of everybody.</summary>
    public const string Area = "52.02";

    private const int AtOnce = 100, Programmes = 10;
    private static readonly string[] Regencies =
        ["52.01", "52.02", "52.03", "52.04", "52.05", "52.06", "52.07", "52.08", "52.71", "52.72"];
    private static readonly string[] Given = ["Sahnun", "Nurhayati", "Mariam", "Rumiyah", "Zohriah", "Hadijah", "Saknah", "Mawar",
        "Fatimah", "Salmah"];
    private static readonly string[] Titles = ["Inaq", "Baiq", "Siti", "Lale", "Denda"];
    private static readonly string[] Skills = ["pijat", "kerajinan", "kuliner", "cukur"];
    private static readonly DateTimeOffset Opening = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = LocalMonth.DayOf(TimeProvider.System.GetUtcNow());

    /// <returns>How many seconds it took.</returns>
    public static async Task<double> Fill(string connection, string keyFile, int people)
    {
        var clock = Stopwatch.StartNew();
        await using var app = MarketApplication.Create([], null, new Dictionary<string, string?>
        {
            ["environment"] = "Development", ["ConnectionStrings:Market"] = connection, ["Keys:MasterFile"] = keyFile,
            ["Logging:LogLevel:Default"] = "Warning",
        });
        await OpenAccounts(app.Services);
        var (store, keys, master) = (app.Services.GetRequiredService<IDocumentStore>(),
            app.Services.GetRequiredService<IKeyStore>(), app.Services.GetRequiredService<MasterKey>());
        await using (var session = store.LightweightSession())
        {
            foreach (var n in Enumerable.Range(0, Programmes))
                session.Events.StartStream<Programme>(ProgrammeOf(n).Value,
                    new ProgrammeStarted(NameOfProgramme(n), "Disperin", 3_000));
            await session.SaveChangesAsync();
        }

        await Parallel.ForEachAsync(Enumerable.Range(0, people).Chunk(AtOnce), new ParallelOptions { MaxDegreeOfParallelism = 2 },
            async (some, stop) =>
        {
            await using var session = store.LightweightSession();
            PersonId[] ids = [.. some.Select(x => NewId.At<PersonId>(Opening.AddMinutes(x)))];
            foreach (var (n, person) in some.Zip(ids))
            {
                var key = await keys.NewAsync(person, stop);
                var (_, kept) = OpenPersonFileHandler.Handle(new(person, DetailsOf(n)), new(null, false, null, null, key), master,
                    Opening.AddMinutes(n));
                foreach (var operation in kept) operation.Execute(session);
                session.Events.StartStream<Participant>(person.Value, [.. HistoryOf(n, person)]);
            }

            var batch = NewId.At<BatchId>(Opening.AddMinutes(some[0]));
            session.Events.StartStream<TrainingBatch>(batch.Value,
                [.. HistoryOf(batch, some[0] / AtOnce, [.. ids.Where((_, i) => IsTrained(some[i]))])]);
            await session.SaveChangesAsync(stop);
        });
        return clock.Elapsed.TotalSeconds;
    }

    private static async Task OpenAccounts(IServiceProvider services)
    {
        var (office, resets) = (services.GetRequiredService<OfficeAccounts>(), services.GetRequiredService<Resets>());
        foreach (var (login, role) in new[] { (Staff, "staff"), (Companion, "companion"), (Operator, "operator") })
        {
            var link = (ResetLink)await office.Open(login, role, role == "companion" ? Area : null);
            if (await resets.UseAsync(link.Token, TrainedArtisan.Password, null, "127.0.0.1") is Refusal refusal)
                throw new InvalidOperationException(refusal.Why.English);
        }

        // So that the list of what was done to accounts is as long as it gets.
        foreach (var n in Enumerable.Range(0, 60))
            await office.Open($"pendamping{n}@uji.example", "companion", Regencies[n % 10]);
    }

    private static PersonalDetails DetailsOf(int n)
    {
        var (born, female) = (new DateOnly(1960, 1, 1).AddDays(n * 7 % 15_000), n % 3 != 0);
        var birth = string.Create(CultureInfo.InvariantCulture, $"{born.Day + (female ? 40 : 0):00}{born:MMyy}");
        return new($"{Titles[n % 5]} {Given[n / 5 % 10]} {Given[n / 50 % 10]} {n}",
            $"9902{n / 5_000:00}{birth}{n % 5_000 + 1:0000}", born, female ? "f" : "m", $"0899{n:00000000}",
            VillageOf(n / AtOnce));
    }

    private static IEnumerable<object> HistoryOf(int n, PersonId person)
    {
        yield return new ParticipantRegistered(VillageOf(n / AtOnce),
            [new("DTSEN", "Bappeda NTB", Today.AddMonths(-18), 1 + n % 4)], null);
        if (VisitOf(n) is (var outcome, var on)) yield return new ParticipantVerified(outcome, on, Companion);
        if (n % AtOnce == 0) yield return new ArtisanWelcomed(Welcome.ArtisanOf(person), person, VillageOf(n / AtOnce));
    }

    /// <summary>Everybody in a batch was found; of the others some were never visited, some a year ago, some not found.</summary>
    private static (VerificationOutcome, DateOnly)? VisitOf(int n) => (n % 10) switch
    {
        3 or 4 => null,
        7 => (VerificationOutcome.Valid, Today.AddMonths(-14).AddDays(-n % 90)),
        8 => (n / 10 % 2 == 0 ? VerificationOutcome.NotFound : VerificationOutcome.Moved, Today.AddDays(-n % 300)),
        9 => (VerificationOutcome.Changed, Today.AddMonths(-12).AddDays(n % 30)),
        _ => (VerificationOutcome.Valid, Today.AddDays(-n % 300)),
    };

    private static bool IsTrained(int n) => n % 10 < 3;

    private static IEnumerable<object> HistoryOf(BatchId batch, int number, IReadOnlyList<PersonId> trained)
    {
        var (programme, startsOn) = (number % Programmes, Today.AddDays(-10 - number % 300));
        yield return new BatchOpened(batch, $"Angkatan {number}", ProgrammeOf(programme), NameOfProgramme(programme),
            Skills[number % 4], DeliveryMode.OnTheSpot.Name(), startsOn, startsOn.AddDays(5), null, null, VillageOf(number),
            PlanBatch.UsualCapacity);
        foreach (var person in trained) yield return new TraineeEnrolled(person, batch, VillageOf(number));
        foreach (var (i, person) in trained.Take(20).Index())
            yield return new TrainingCompleted(person, batch, startsOn.AddDays(5),
                CertificateNumber.Of(batch, startsOn.Year, i + 1));
    }

    private static ProgrammeId ProgrammeOf(int n) => new(NewId.For("bench-programme", $"{n}"));

    private static string NameOfProgramme(int n) => $"Program {n}";

    private static RegionCode VillageOf(int n) =>
        RegionCode.Parse($"{Regencies[n % 10]}.{1 + n / 10 % 10:00}.{2001 + n / 100 % 10}");
}
