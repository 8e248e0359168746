namespace CraftMarket.Media;

/// <summary>Keeps blobs in a bucket that all nodes share. On this machine lie only copies, for as long as something reads
/// them.</summary>
internal sealed class BucketKeeper(Bucket bucket) : IBlobKeeper, IDisposable
{
    // Only this process may look in: originals pass through it.
    private readonly DirectoryInfo _work = Directory.CreateTempSubdirectory("craftmarket-");

    public string WorkFolder => _work.FullName;

    public Task<bool> HasAsync(string name, CancellationToken cancellation) => bucket.HasAsync(name, cancellation);

    public async Task TakeAsync(string path, string name, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await bucket.PutAsync(name, file, cancellation);
    }

    public Task<Blob?> FindAsync(string name, CancellationToken cancellation) => bucket.FindAsync(name, cancellation);

    public Task DropAsync(string name, CancellationToken cancellation) => bucket.DropAsync(name, cancellation);

    public async Task<LentFile> LendAsync(string name, CancellationToken cancellation)
    {
        var found = await bucket.FindAsync(name, cancellation)
            ?? throw new FileNotFoundException("There is no such photo in the bucket.", name);
        await using var content = found.Content;
        var lent = new LentFile(Path.Combine(WorkFolder, Path.GetRandomFileName()), isCopy: true);
        try
        {
            await using var copy = File.Create(lent.Path);
            await content.CopyToAsync(copy, cancellation);
            return copy.Length == found.Length ? lent : throw new IOException("The bucket broke off in the middle of a photo.");
        }
        catch
        {
            lent.Dispose();
            throw;
        }
    }

    public Task<string?> ProblemAsync(CancellationToken cancellation) => bucket.ProblemAsync(cancellation);

    public void Dispose()
    {
        if (_work.Exists) _work.Delete(recursive: true);
    }
}
