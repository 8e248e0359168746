using System.Text.RegularExpressions;
using JasperFx.Events;

namespace CraftMarket.People.Joining;

/// <summary>Somebody agreed to a purpose in the wording of a version.</summary>
public sealed record ConsentGiven(PersonId PersonId, string Purpose, string Version);

/// <summary>Somebody took back what they had agreed to.</summary>
public sealed record ConsentWithdrawn(PersonId PersonId, string Purpose);

/// <summary>What a person agrees to now: purpose and version of the wording.</summary>
public sealed record ConsentRegister(Guid Id, PersonId PersonId, IReadOnlyDictionary<string, string> Given)
{
    public static Guid StreamOf(PersonId person) => NewId.For("consents", person.Value.ToString());

    public static ConsentRegister Create(IEvent<ConsentGiven> e) =>
        new(e.StreamId, e.Data.PersonId, new Dictionary<string, string> { [e.Data.Purpose] = e.Data.Version });

    public ConsentRegister Apply(ConsentGiven e) => this with { Given = new Dictionary<string, string>(Given) { [e.Purpose] = e.Version } };

    public ConsentRegister Apply(ConsentWithdrawn e) =>
        this with { Given = Given.Where(x => x.Key != e.Purpose).ToDictionary(x => x.Key, x => x.Value) };
}

/// <summary>The purposes that the house keeps consents for, each with the version of its wording.</summary>
public static partial class Purposes
{
    /// <summary>Having an account at all; given by accepting an invitation.</summary>
    public const string Account = "account";

    /// <summary>Showing brand, village and products in the shop. Kept when it is sent, asked by nobody: sending a product to the shop asks for it (decision 0016).</summary>
    public const string Shop = "shop";

    /// <summary>Counting sales in the programme's income reports.</summary>
    public const string Income = "income";

    /// <summary>Giving one's WhatsApp number to buyers who want to ask.</summary>
    public const string Contact = "contact";

    /// <summary>Saying beside one's goods which training one finished.</summary>
    public const string Training = "training";

    /// <summary>What a person gives and takes back on a page of their own; the rest goes through companion or office.</summary>
    public static readonly IReadOnlyList<string> OwnChoice = [Training];

    public const string CurrentVersion = "2026-11";

    public static bool IsPurpose(string? text) => text is not null && Shape().IsMatch(text);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,39}\\z")]
    private static partial Regex Shape();
}
