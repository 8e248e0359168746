namespace CraftMarket.Media;

/// <summary>One file per upload in the folder <c>pieces</c>: its length is the offset and nothing else is.</summary>
public sealed class FolderPieces(string root) : IPieces
{
    private string Folder => OwnersOnly.Folder(Path.Combine(root, "pieces")).FullName;

    public string PathOf(PhotoId id) => Path.Combine(Folder, id.Value.ToString("N"));

    public Task<long> LengthAsync(PhotoId id) =>
        Task.FromResult(new FileInfo(PathOf(id)) is { Exists: true } file ? file.Length : 0);

    /// <summary>Alone: a writer on another node that shares the folder keeps it locked as well.</summary>
    public Task<OpenPiece?> OpenAsync(PhotoId id)
    {
        var path = PathOf(id);
        try
        {
            var file = new FileStream(path,
                OwnersOnly.NewFile(new()
                {
                    Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None,
                    BufferSize = 0
                }));
            file.Seek(0, SeekOrigin.End);
            return Task.FromResult<OpenPiece?>(new(file, Before: 0));
        }
        catch (IOException) when (File.Exists(path))
        {
            return Task.FromResult<OpenPiece?>(null);
        }
    }

    public Task KeepAsync(PhotoId id, OpenPiece piece)
    {
        piece.File.Flush(flushToDisk: true);
        return Task.CompletedTask;
    }

    public Task<Stream?> OpenWholeAsync(PhotoId id) => Task.FromResult<Stream?>(File.Exists(PathOf(id))
        ? new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete)
        : null);

    public Task DropAsync(PhotoId id)
    {
        File.Delete(PathOf(id));
        return Task.CompletedTask;
    }

    public Task DropOlderThanAsync(DateTimeOffset then, CancellationToken cancellation)
    {
        foreach (var left in Directory.EnumerateFiles(Folder).Where(x => File.GetLastWriteTimeUtc(x) < then)) File.Delete(left);
        return Task.CompletedTask;
    }
}
