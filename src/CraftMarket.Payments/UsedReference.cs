using System.Text;
using Marten;

namespace CraftMarket.Payments;

/// <summary>A reference on the bank's statement and the one thing that it serves. The database keeps each once, also when two are
/// typed at once.</summary>
/// <param name="Id">Which way the money went, and the reference without spaces and capitals.</param>
public sealed record UsedReference(string Id, Guid By)
{
    /// <summary>A transfer that a buyer made.</summary>
    public const string Transfer = "transfer";

    /// <summary>A payout to an artisan.</summary>
    public const string Payout = "payout";

    /// <summary>Money that the office sent back to a buyer.</summary>
    public const string Refund = "refund";

    public static readonly int Longest = 100;

    public static readonly Refusal Taken = Refusal.Conflict("reference_used",
        "Nomor referensi ini sudah dipakai untuk uang lain. Periksa rekening koran.",
        "This reference is already used for other money. Look at the bank statement again.");

    /// <summary>Why this is no reference; null when it is one.</summary>
    public static Refusal? Check(string reference) => string.IsNullOrWhiteSpace(reference) || reference.Length > Longest
        ? Refusal.Invalid("reference_missing", "Tulis nomor referensi dari rekening koran.",
            "Give the reference from the bank statement.", "reference")
        : null;

    public static UsedReference Of(string kind, string reference, Guid by) => new($"{kind} {Bare(reference)}", by);

    /// <summary>Who types a statement's number adds spaces and capitals as they come.</summary>
    public static bool AreSame(string? one, string? other) => one is not null && other is not null && Bare(one) == Bare(other);

    public static Task<UsedReference?> Find(IQuerySession session, string kind, string reference,
        CancellationToken cancellation) =>
        session.LoadAsync<UsedReference>($"{kind} {Bare(reference)}", cancellation);

    private static string Bare(string reference) =>
        string.Concat(reference.Normalize(NormalizationForm.FormKC).Where(x => !char.IsWhiteSpace(x))).ToUpperInvariant();
}
