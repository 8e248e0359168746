using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace CraftMarket.Media;

/// <summary>Photos and pictures, named after their content: originals in private, renditions for everyone. Each is there whole or
/// not at all.</summary>
public sealed partial class BlobStore(IBlobKeeper keeper)
{
    /// <summary>A new file in the keeper's own folder, so that taking it over is one rename where that can be.</summary>
    public FileStream NewUpload() => new(Path.Combine(IncomingFolder, Path.GetRandomFileName()), OwnersOnly.NewFile(new()
    {
        Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Read | FileShare.Delete,
    }));

    /// <summary>Removes what a crash left on its way in, untouched since then.</summary>
    public void DropIncomingOlderThan(DateTimeOffset then)
    {
        foreach (var left in Directory.EnumerateFiles(IncomingFolder).Where(x => File.GetLastWriteTimeUtc(x) < then))
            File.Delete(left);
    }

    /// <summary>Keeps an uploaded file as the proof of what was sent. The same bytes twice are one file.</summary>
    public Task KeepOriginalAsync(string uploadPath, string content, CancellationToken cancellation) =>
        keeper.TakeAsync(uploadPath, OriginalName(content), cancellation);

    /// <summary>The original as a file, to be given back. Trouble of whoever keeps it is an <see cref="IOException"/>.</summary>
    public Task<LentFile> LendOriginalAsync(string content, CancellationToken cancellation) =>
        keeper.LendAsync(OriginalName(content), cancellation);

    /// <summary>Forgets an original for good.</summary>
    public Task DropOriginalAsync(string content, CancellationToken cancellation) =>
        keeper.DropAsync(OriginalName(content), cancellation);

    /// <summary>Forgets a picture by the address that it was published under; what is no such address is left alone.</summary>
    public Task DropPublishedAsync(string address, CancellationToken cancellation) =>
        address.StartsWith("/media/", StringComparison.Ordinal) && address["/media/".Length..] is var name
            && PublicName().IsMatch(name)
            ? keeper.DropAsync(PublicPlace(name), cancellation)
            : Task.CompletedTask;

    /// <summary>Writes a picture that anyone may see and gives its address.</summary>
    public async Task<string> PublishAsync(byte[] bytes, string extension, CancellationToken cancellation)
    {
        var name = $"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}.{extension}";
        if (await keeper.HasAsync(PublicPlace(name), cancellation)) return $"/media/{name}";
        await using var upload = NewUpload();
        try
        {
            await upload.WriteAsync(bytes, cancellation);
            upload.Flush(flushToDisk: true);
            await keeper.TakeAsync(upload.Name, PublicPlace(name), cancellation);
        }
        finally
        {
            File.Delete(upload.Name);
        }

        return $"/media/{name}";
    }

    /// <summary>The public picture of that name; null when there is none, or it is a name that this store would never
    /// give.</summary>
    public async Task<Blob?> FindAsync(string name, CancellationToken cancellation) =>
        PublicName().IsMatch(name) ? await keeper.FindAsync(PublicPlace(name), cancellation) : null;

    private string IncomingFolder => OwnersOnly.Folder(Path.Combine(keeper.WorkFolder, "incoming")).FullName;

    private static string OriginalName(string content) => $"originals/{content[..2]}/{content}";

    private static string PublicPlace(string name) => $"public/{name[..2]}/{name}";

    [GeneratedRegex(@"\A[0-9a-f]{32}\.(webp|jpg)\z")]
    private static partial Regex PublicName();
}
