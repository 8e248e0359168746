namespace CraftMarket.Media;

/// <summary>Where uploads grow, beside the photos: what has arrived of each lies there in one row, without a hole.</summary>
public interface IPieces
{
    /// <summary>How many bytes are there; 0 for an upload that nobody has sent anything of.</summary>
    Task<long> LengthAsync(PhotoId id);

    /// <summary>To write on at the end; null while somebody else writes.</summary>
    Task<OpenPiece?> OpenAsync(PhotoId id);

    /// <summary>Makes safe what was written.</summary>
    Task KeepAsync(PhotoId id, OpenPiece piece);

    /// <summary>All that has arrived; null when nothing has.</summary>
    Task<Stream?> OpenWholeAsync(PhotoId id);

    Task DropAsync(PhotoId id);

    /// <summary>Removes what has not grown since then.</summary>
    Task DropOlderThanAsync(DateTimeOffset then, CancellationToken cancellation);
}

/// <summary>A file to write the next bytes of an upload into.</summary>
/// <param name="Before">How many bytes of the upload come before this file's first.</param>
public sealed record OpenPiece(FileStream File, long Before) : IAsyncDisposable
{
    /// <summary>Where in the upload the next byte goes.</summary>
    public long Offset => Before + File.Position;

    public ValueTask DisposeAsync() => File.DisposeAsync();
}
