using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CraftMarket.Income;
using CraftMarket.Training.Participants;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using CraftMarket.Web.Participants;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Income;

/// <summary>Writes down what somebody lived on before the training, and who shares it.</summary>
[Authorize(Policy = Policies.CompanionOrStaff)]
public sealed class BaselineModel(Dispatch dispatch, IDocumentSession session, IKeyStore keys, VerificationRule rule,
    TimeProvider clock)
    : FieldPage(session, keys, rule, clock)
{
    public const int SourceLines = 4;
    public const int HouseholdLines = 12;

    [BindProperty] public string? Month { get; set; }
    [BindProperty] public string? NetIncome { get; set; }
    [BindProperty] public List<string?> Kind { get; set; } = [];
    [BindProperty] public List<string?> Amount { get; set; } = [];
    [BindProperty] public List<string?> BirthYear { get; set; } = [];
    [BindProperty] public List<int> Earns { get; set; } = [];

    /// <summary>The doubts that were looked at and are meant, as <see cref="Doubted"/> says them; others are asked about
    /// anew.</summary>
    [BindProperty] public string? Confirmed { get; set; }

    /// <summary>What looks like a slip and waits for an answer.</summary>
    public IReadOnlyList<Wording> Doubts { get; private set; } = [];

    /// <summary>The doubts in short, with the values that they are about.</summary>
    public string Doubted =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Doubts.Select(x => x.Indonesian)))));

    /// <summary>The person's page, of whichever room the reader came from.</summary>
    public string Back => User.IsInRole(Roles.Staff) ? $"/kantor/peserta/{Id}" : $"/pendamping/peserta/{Id}";

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Meet("baseline")) return NotFound();
        // The person belongs to the household too, and is the one whom the form forgets most easily.
        BirthYear = [Person?.BirthDate.Year.ToString(CultureInfo.InvariantCulture)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Meet("baseline")) return NotFound();
        var command = new RecordBaseline(Row.PersonId, Row.Village, Typed.Month(Month)?.ToString()
            ?? Month, Typed.Money(NetIncome),
            [.. Sources()], [.. Household()], User.AccountId());
        Doubts = await BaselineDoubts.Of(command, Session, Now, HttpContext.RequestAborted);
        if (Doubts.Count > 0 && Confirmed != Doubted) return Again();
        switch (await dispatch.Send(command))
        {
            case Refusal refusal:
                Show(refusal);
                return Again();
            // What was asked about need not be told again.
            case BaselineStands { Warning: { } warning, Reason: not null }:
                Notice($"Tersimpan. {warning.Indonesian}", $"Saved. {warning.English}");
                return LocalRedirect(Back);
            default:
                Notice("Penghasilan awal tersimpan.", "The baseline is saved.");
                return LocalRedirect(Back);
        }
    }

    // An amount that cannot be read must be refused, not counted as nothing.
    private IEnumerable<IncomeSource> Sources() => Kind.Zip(Amount).Where(x => x.First is not null || x.Second is not null)
        .Select(x => new IncomeSource(x.First ?? "", Typed.Money(x.Second) ?? new(-1)));

    private IEnumerable<HouseholdMember> Household() => BirthYear.Select((year, i) => (year, i)).Where(x => x.year is not null)
        .Select(x => new HouseholdMember(Typed.Count(x.year) ?? 0, Earns.Contains(x.i)));
}
