using Microsoft.Extensions.Hosting;

namespace CraftMarket.Media;

/// <summary>Keeps blobs as files in the folder set by <c>Media__Root</c>. A file is there whole or not at all, and what people
/// sent is nobody else's to read.</summary>
public sealed class FolderKeeper(string root) : IBlobKeeper, IHostedService
{
    private static readonly string[] Private = ["originals", "incoming", "pieces"];

    public string WorkFolder => root;

    public Task<bool> HasAsync(string name, CancellationToken cancellation) => Task.FromResult(File.Exists(PathOf(name)));

    public Task TakeAsync(string path, string name, CancellationToken cancellation)
    {
        var folder = Path.GetDirectoryName(PathOf(name))!;
        if (IsPrivate(name))
        {
            // Only the last folder of a path gets the rights that are asked for.
            OwnersOnly.Folder(Path.Combine(root, name.Split('/')[0]));
            OwnersOnly.Folder(folder);
        }
        else Directory.CreateDirectory(folder);

        // Pictures for everybody may be handed out by another program.
        if (!IsPrivate(name) && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        File.Move(path, PathOf(name), overwrite: true);
        return Task.CompletedTask;
    }

    public Task<Blob?> FindAsync(string name, CancellationToken cancellation)
    {
        if (!File.Exists(PathOf(name))) return Task.FromResult<Blob?>(null);
        var file = new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1,
            FileOptions.Asynchronous);
        return Task.FromResult<Blob?>(new(file, file.Length));
    }

    public Task DropAsync(string name, CancellationToken cancellation)
    {
        if (File.Exists(PathOf(name))) File.Delete(PathOf(name));
        return Task.CompletedTask;
    }

    public Task<LentFile> LendAsync(string name, CancellationToken cancellation) => File.Exists(PathOf(name))
        ? Task.FromResult(new LentFile(PathOf(name), isCopy: false))
        : throw new FileNotFoundException("There is no such photo in the folder of Media__Root.", name);

    public Task<string?> ProblemAsync(CancellationToken cancellation)
    {
        try
        {
            var trial = Path.Combine(OwnersOnly.Folder(Path.Combine(root, "incoming")).FullName, Path.GetRandomFileName());
            File.Create(trial, 1, FileOptions.DeleteOnClose).Dispose();
            return Task.FromResult<string?>(null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<string?>("Photos cannot be kept: the folder of Media__Root cannot be written to.");
        }
    }

    /// <summary>Shuts what an older version, or whoever copied the photos here, left open.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var folder in Private) OwnersOnly.Shut(Path.Combine(root, folder));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsPrivate(string name) => Private.Any(x => name.StartsWith($"{x}/", StringComparison.Ordinal));

    private string PathOf(string name) => Path.Combine(root, name);
}
