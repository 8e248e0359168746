using System.Text.RegularExpressions;
using CraftMarket.Kernel.Facts;
using JasperFx.Events;

namespace CraftMarket.People.Joining;

/// <summary>What a person agrees to now: purpose and version of the wording.</summary>
public sealed record ConsentRegister(Guid Id, PersonId PersonId, IReadOnlyDictionary<string, string> Given)
{
    /// <summary>What the person said no to or took back; the rest was never asked.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];

    public static Guid StreamOf(PersonId person) => StreamId.For("consents", person.Value.ToString());

    public static ConsentRegister Of(PersonId person) => Empty(StreamOf(person), person);

    public static ConsentRegister Create(IEvent<ConsentGiven> e) => Empty(e.StreamId, e.Data.PersonId).Apply(e.Data);

    public static ConsentRegister Create(IEvent<ConsentWithdrawn> e) => Empty(e.StreamId, e.Data.PersonId).Apply(e.Data);

    public ConsentRegister Apply(ConsentGiven e) => this with
    {
        Given = new Dictionary<string, string>(Given) { [e.Purpose] = e.Version },
        Refused = [.. Refused.Where(x => x != e.Purpose)],
    };

    public ConsentRegister Apply(ConsentWithdrawn e) => this with
    {
        Given = Given.Where(x => x.Key != e.Purpose).ToDictionary(x => x.Key, x => x.Value),
        Refused = [.. Refused.Where(x => x != e.Purpose), e.Purpose],
    };

    public static ConsentRegister Create(IEvent<PersonErased> e) => Empty(e.StreamId, e.Data.PersonId);

    /// <summary>What they had agreed to stays told: it is why things were done.</summary>
    public ConsentRegister Apply(PersonErased _) => this;

    private static ConsentRegister Empty(Guid id, PersonId person) => new(id, person, new Dictionary<string, string>());

    /// <summary>Yes, no, or null when the person was never asked.</summary>
    public bool? Answer(string purpose) => Given.ContainsKey(purpose) ? true : Refused.Contains(purpose) ? false : null;
}

/// <summary>The purposes that the house keeps consents for, each with the version of its wording.</summary>
public static partial class Purposes
{
    /// <summary>Having an account at all; given by accepting an invitation.</summary>
    public const string Account = "account";

    /// <summary>The version of what is asked now. A yes to an older one stands; what it said is kept with the specs.</summary>
    public const string CurrentVersion = "2026-12";

    public static bool IsPurpose(string? text) => text is not null && Shape().IsMatch(text);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,39}\\z")]
    private static partial Regex Shape();
}
