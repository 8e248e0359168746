namespace CraftMarket.Media;

/// <summary>Originals that a painter puts into a picture, as files, until it is done.</summary>
public sealed class LocalOriginals : IDisposable
{
    private readonly Dictionary<string, LentFile> _files = [];

    /// <summary>Null for one that is not there: it is painted without.</summary>
    public string? PathOf(string content) => _files.GetValueOrDefault(content)?.Path;

    public void Dispose()
    {
        foreach (var file in _files.Values) file.Dispose();
    }

    internal static async Task<LocalOriginals> BringAsync(BlobStore blobs, IEnumerable<string?> contents,
        CancellationToken cancellation)
    {
        var brought = new LocalOriginals();
        try
        {
            foreach (var content in contents.OfType<string>().Distinct())
            {
                try
                {
                    brought._files[content] = await blobs.LendOriginalAsync(content, cancellation);
                }
                catch (FileNotFoundException)
                {
                    // A shop is drawn all the same.
                }
            }

            return brought;
        }
        catch
        {
            brought.Dispose();
            throw;
        }
    }
}
