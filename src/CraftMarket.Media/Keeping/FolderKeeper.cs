namespace CraftMarket.Media;

/// <summary>Keeps blobs as files in the folder set by <c>Media__Root</c>. A file is there whole or not at all.</summary>
public sealed class FolderKeeper(string root) : IBlobKeeper
{
    public string WorkFolder => root;

    public Task<bool> HasAsync(string name, CancellationToken cancellation) => Task.FromResult(File.Exists(PathOf(name)));

    public Task TakeAsync(string path, string name, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.Move(path, PathOf(name), overwrite: true);
        return Task.CompletedTask;
    }

    public Task<Blob?> FindAsync(string name, CancellationToken cancellation)
    {
        if (!File.Exists(PathOf(name))) return Task.FromResult<Blob?>(null);
        var file = new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1, FileOptions.Asynchronous);
        return Task.FromResult<Blob?>(new(file, file.Length));
    }

    public Task<LentFile> LendAsync(string name, CancellationToken cancellation) => File.Exists(PathOf(name))
        ? Task.FromResult(new LentFile(PathOf(name), isCopy: false))
        : throw new FileNotFoundException("There is no such photo in the folder of Media__Root.", name);

    public Task<string?> ProblemAsync(CancellationToken cancellation)
    {
        try
        {
            var trial = Path.Combine(Directory.CreateDirectory(Path.Combine(root, "incoming")).FullName, Path.GetRandomFileName());
            File.Create(trial, 1, FileOptions.DeleteOnClose).Dispose();
            return Task.FromResult<string?>(null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<string?>("Photos cannot be kept: the folder of Media__Root cannot be written to.");
        }
    }

    private string PathOf(string name) => Path.Combine(root, name);
}
