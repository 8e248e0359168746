using System.Globalization;

namespace CraftMarket.Media;

/// <summary>Each piece is an object of its own, named after the bytes that it covers; any node may put the next one beside
/// it.</summary>
/// <remarks>Two nodes that write for the same sender write the same bytes of the same photo, so pieces may overlap and nobody
/// needs a lock.</remarks>
internal sealed class BucketPieces(Bucket bucket, IBlobKeeper keeper) : IPieces
{
    /// <summary>So many pieces are made one, so that an upload over a very poor line stays quick to find.</summary>
    private const int Most = 50;

    /// <summary>Bytes of an upload: from the first until before <paramref name="End"/>.</summary>
    private sealed record Piece(string Name, long Start, long End);

    public async Task<long> LengthAsync(PhotoId id) => Reach(await ListAsync(id));

    public async Task<OpenPiece?> OpenAsync(PhotoId id)
    {
        var pieces = await ListAsync(id);
        if (pieces.Count >= Most) await JoinAsync(id, pieces);
        return new(NewFile(), Reach(pieces));
    }

    public async Task KeepAsync(PhotoId id, OpenPiece piece)
    {
        var (start, end) = (piece.Before, piece.Offset);
        if (start == end) return;
        await piece.File.FlushAsync();
        piece.File.Position = 0;
        await bucket.PutAsync(NameOf(id, start, end), piece.File, CancellationToken.None);
        piece.File.Position = end - start;
    }

    public async Task<Stream?> OpenWholeAsync(PhotoId id) => await ListAsync(id) is { Count: > 0 } pieces
        ? await WholeAsync(pieces) : null;

    public async Task DropAsync(PhotoId id)
    {
        foreach (var piece in await ListAsync(id)) await bucket.DropAsync(piece.Name, CancellationToken.None);
    }

    public async Task DropOlderThanAsync(DateTimeOffset then, CancellationToken cancellation)
    {
        foreach (var left in (await bucket.ListAsync("pieces/", cancellation)).Where(x => x.KeptAt < then))
            await bucket.DropAsync(left.Name, cancellation);
    }

    private async Task<IReadOnlyList<Piece>> ListAsync(PhotoId id) =>
        [.. (await bucket.ListAsync(FolderOf(id), CancellationToken.None)).Select(x => Read(x.Name)).OrderBy(x => x.Start)
            .ThenBy(x => x.End)];

    /// <summary>How far the pieces reach without a hole.</summary>
    private static long Reach(IReadOnlyList<Piece> pieces) =>
        pieces.Aggregate(0L, (reach, x) => x.Start <= reach ? Math.Max(reach, x.End) : reach);

    private async Task JoinAsync(PhotoId id, IReadOnlyList<Piece> pieces)
    {
        await using var whole = await WholeAsync(pieces);
        var joined = NameOf(id, 0, whole.Length);
        await bucket.PutAsync(joined, whole, CancellationToken.None);
        foreach (var piece in pieces.Where(x => x.End <= whole.Length && x.Name != joined))
            await bucket.DropAsync(piece.Name, CancellationToken.None);
    }

    private async Task<FileStream> WholeAsync(IReadOnlyList<Piece> pieces)
    {
        var whole = NewFile();
        try
        {
            foreach (var piece in pieces.Where(x => x.Start <= whole.Length && x.End > whole.Length))
            {
                var found = await bucket.FindAsync(piece.Name, CancellationToken.None)
                    ?? throw new IOException("A piece of an upload was taken away just now.");
                await using var content = found.Content;
                whole.Position = piece.Start;
                await content.CopyToAsync(whole);
                if (whole.Length != piece.End) throw new IOException("The bucket broke off in the middle of a piece.");
            }

            whole.Position = 0;
            return whole;
        }
        catch
        {
            await whole.DisposeAsync();
            throw;
        }
    }

    private FileStream NewFile() =>
        new(Path.Combine(keeper.WorkFolder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite,
        FileShare.Read, bufferSize: 0, FileOptions.DeleteOnClose);

    private static string FolderOf(PhotoId id) => $"pieces/{id.Value:N}/";

    private static string NameOf(PhotoId id, long start, long end) =>
        string.Create(CultureInfo.InvariantCulture, $"{FolderOf(id)}{start:D10}-{end:D10}");

    private static Piece Read(string name)
    {
        var bounds = name[(name.LastIndexOf('/') + 1)..].Split('-');
        return new(name, long.Parse(bounds[0], CultureInfo.InvariantCulture),
            long.Parse(bounds[1], CultureInfo.InvariantCulture));
    }
}
