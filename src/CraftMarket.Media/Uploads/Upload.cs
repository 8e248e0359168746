using JasperFx;

namespace CraftMarket.Media;

/// <summary>A photo that arrives in pieces. How many of its bytes are there is not written here: its pieces tell.</summary>
/// <param name="Id">Also the id of the photo that it becomes.</param>
/// <param name="Length">Bytes, as stated at the start.</param>
/// <param name="ExpiresAt">Until then it may be gone on with, from any place and any node.</param>
/// <param name="End">How it ended; null while it is under way.</param>
public sealed record Upload(PhotoId Id, PhotoOwner Owner, long Length, DateTimeOffset ExpiresAt, UploadEnd? End)
{
    /// <summary>What the database finds it by (decision 0015).</summary>
    [Identity]
    public Guid Uuid => Id.Value;
}

/// <summary>An upload became a photo, or was refused for a reason that whoever asks again hears again.</summary>
/// <param name="Code">Null when it became a photo.</param>
public sealed record UploadEnd(string? Code, Wording? Why, RefusalKind Kind)
{
    public static UploadEnd Of(Refusal? refusal) => new(refusal?.Code, refusal?.Why, refusal?.Kind ?? default);

    public Refusal? Refusal => Code is null ? null : new(Code, Why!, Kind) { Field = "file" };
}

/// <summary>Where an upload stands after it was begun or gone on with.</summary>
public sealed record UploadUnderWay(Upload Upload) : Answer;
