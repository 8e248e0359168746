namespace CraftMarket.Media;

/// <summary>Where photos and pictures lie for good: a folder, or a bucket that several nodes share. Names look like
/// paths.</summary>
public interface IBlobKeeper
{
    /// <summary>A folder of this machine for what is on its way in.</summary>
    string WorkFolder { get; }

    Task<bool> HasAsync(string name, CancellationToken cancellation);

    /// <summary>Keeps a whole file of the work folder under that name; the file itself may be gone afterwards. Under a name lies
    /// one content for ever.</summary>
    Task TakeAsync(string path, string name, CancellationToken cancellation);

    /// <summary>Null when there is none of that name. Who asked closes it.</summary>
    Task<Blob?> FindAsync(string name, CancellationToken cancellation);

    /// <summary>Forgets what lies under that name; nothing happens when nothing does.</summary>
    Task DropAsync(string name, CancellationToken cancellation);

    /// <summary>The blob as a file, for libvips, which reads files. Throws <see cref="FileNotFoundException"/> when there is none
    /// of that name.</summary>
    Task<LentFile> LendAsync(string name, CancellationToken cancellation);

    /// <summary>Why nothing can be kept or read now, in a sentence for the operator; null when all is well.</summary>
    Task<string?> ProblemAsync(CancellationToken cancellation);
}

/// <summary>A blob being read.</summary>
/// <param name="Length">Bytes.</param>
public sealed record Blob(Stream Content, long Length);

/// <summary>A file that may be read until it is given back.</summary>
public sealed class LentFile(string path, bool isCopy) : IDisposable
{
    public string Path => path;

    public void Dispose()
    {
        if (isCopy) File.Delete(path);
    }
}
