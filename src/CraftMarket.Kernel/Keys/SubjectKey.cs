using System.Text.Json;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Kernel;

/// <summary>Whose key it is: a person's, an order's, an artisan's (for answers to reviews), or a review's.</summary>
public readonly record struct Subject(Guid Value)
{
    public static implicit operator Subject(PersonId person) => new(person.Value);
    public static implicit operator Subject(ArtisanId artisan) => new(artisan.Value);
    public static implicit operator Subject(OrderId order) => new(order.Value);
}

/// <summary>Somebody's key as the key store has it.</summary>
/// <param name="Wrapped">Null when it was destroyed.</param>
public sealed record SubjectKey(Guid Subject, WrappedKey? Wrapped)
{
    public static readonly Refusal Erased = Refusal.Conflict("erased", "Data orang ini telah dihapus.",
        "This person's data has been erased.");

    /// <summary>It lies in no store yet; whoever seals under it keeps it in the same transaction.</summary>
    public bool IsNew { get; init; }

    public bool IsDestroyed => Wrapped is null;

    /// <summary>Puts a new key into the store beside the documents; nothing for a key that lies there already.</summary>
    public IMartenOp Keep() => IsNew ? new KeepKey(this) : MartenOps.Nothing();
}

/// <summary>Writes a new key with the documents that are sealed under it: in one transaction and one round trip.</summary>
internal sealed record KeepKey(SubjectKey Key) : IMartenOp
{
    // Two who make the first key of one subject at once: the second fails and looks again, else what it sealed could never be
    // read.
    public void Execute(IDocumentSession session) =>
        session.QueueSqlCommand("insert into keys.subject_keys (subject, wrapped) values (?, ?::jsonb)",
        Key.Subject, JsonSerializer.Serialize(Key.Wrapped));
}
