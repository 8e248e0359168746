using CraftMarket.Income.Lines;
using CraftMarket.Income.Reports;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Income;

/// <summary>What people lived on before the trainings, and what they sell now: two things, in two tables.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class ReportModel(IQuerySession session, TimeProvider clock) : HousePage
{
    /// <summary>The chart can show one line only; the counts use each person's own household.</summary>
    public const int ShownHousehold = 4;

    public static IReadOnlyList<(string Value, Wording Name)> Groupings { get; } =
    [
        ("batch", new("Angkatan", "Batch")), ("village", new("Desa", "Village")), ("skill", new("Keterampilan", "Skill")),
        ("mode", new("Cara belajar", "Mode")), ("programme", new("Program", "Programme")),
    ];

    [BindProperty(SupportsGet = true)]
    public string? GroupBy { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public IncomeReport? Report { get; private set; }

    /// <summary>Everybody with a seat in a batch.</summary>
    public int Seated => Report?.Seats is { } seats ? seats.Agreed + seats.NotAgreed + seats.NotAsked : 0;

    public Wording GroupingName => Groupings.First(x => x.Value == GroupBy).Name;

    /// <summary>Groups with something to draw.</summary>
    public IReadOnlyList<(string Name, GroupFigures Figures)> Drawn => [.. (Report?.Items ?? [])
        .Where(x => x.Figures?.MedianNetBefore is not null).Select(x => (x.Group.Name.In(Lang), x.Figures!))];

    public IReadOnlyList<PovertyLine> Lines =>
        [.. (Report?.Items ?? [])
        .SelectMany(x => x.Figures is { } known ? [.. known.Lines, known.Line] : Array.Empty<PovertyLine?>())
        .OfType<PovertyLine>().Distinct().OrderBy(x => x.Id, StringComparer.Ordinal)];

    public IHtmlContent Chart() => IncomeChart.Draw(
        [.. Drawn.Select(x => new ChartGroup(x.Name, x.Figures.MedianNetBefore, x.Figures.Line?.ForHousehold(ShownHousehold)))],
        new(T("Diagram batang: penghasilan tiap kelompok sebelum pelatihan, dengan garis kemiskinan. Angkanya ada di tabel di "
        + "bawah.",
            "Bar chart: income of each group before the training, with the poverty line. The numbers are in the table below."),
            T("belum cukup data", "not enough data")));

    /// <summary>The groups, and everybody together where that adds up.</summary>
    public IEnumerable<GroupIncome> Rows => Report is { } report
        ? [.. report.Items, .. report.Total is { } total ? [total] : Array.Empty<GroupIncome>()] : [];

    public static string AreaOf(PovertyLine line) => RegionCode.TryParse(line.Area, out var area) ? Regions.NameOf(area)
        : "Indonesia";

    public async Task<IActionResult> OnGetAsync()
    {
        switch (ReadIncomeReport.Ask(Typed.Text(GroupBy), Typed.Text(From), Typed.Text(To), clock.GetUtcNow()))
        {
            case ReadIncomeReport.Asked asked:
                (GroupBy, From, To) = (Typed.Text(GroupBy) ?? "batch", $"{asked.Period.From}", $"{asked.Period.To}");
                Report = await ReadIncomeReport.Run(session, asked, HttpContext.RequestAborted);
                return Page();
            case Refusal refusal:
                Show(refusal);
                return Again();
            case var other:
                throw new InvalidOperationException($"The report answered {other.GetType().Name}.");
        }
    }
}
