using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace CraftMarket.Media;

/// <summary>Files on disk, named after their content: originals in private, renditions for everyone. A file is there whole or not at all.</summary>
/// <param name="root">The folder set by <c>Media__Root</c>.</param>
public sealed partial class BlobStore(string root)
{
    /// <summary>A new file in the store's own folder, so that moving it into place is one rename.</summary>
    public FileStream NewUpload() =>
        new(Path.Combine(IncomingFolder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read);

    /// <summary>Removes what a crash left on its way in, untouched since then.</summary>
    public void DropIncomingOlderThan(DateTimeOffset then)
    {
        foreach (var left in Directory.EnumerateFiles(IncomingFolder).Where(x => File.GetLastWriteTimeUtc(x) < then)) File.Delete(left);
    }

    /// <summary>Where unfinished uploads grow.</summary>
    public string PiecesFolder => Directory.CreateDirectory(Path.Combine(root, "pieces")).FullName;

    public string PiecesPath(PhotoId id) => Path.Combine(PiecesFolder, id.Value.ToString("N"));

    public string OriginalPath(string content) => Path.Combine(root, "originals", content[..2], content);

    /// <summary>Keeps an uploaded file as the proof of what was sent. The same bytes twice are one file.</summary>
    public void KeepOriginal(string uploadPath, string content) => Place(uploadPath, OriginalPath(content));

    /// <summary>Writes a picture that anyone may see and gives its address.</summary>
    public string Publish(byte[] bytes, string extension)
    {
        var name = $"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}.{extension}";
        var path = PublicPath(name);
        if (!File.Exists(path))
        {
            using var upload = NewUpload();
            upload.Write(bytes);
            upload.Flush(flushToDisk: true);
            Place(upload.Name, path);
        }

        return $"/media/{name}";
    }

    /// <summary>Where the public picture of that name lies; null for a name that this store would never give.</summary>
    public string? Find(string name) => PublicName().IsMatch(name) && File.Exists(PublicPath(name)) ? PublicPath(name) : null;

    private string IncomingFolder => Directory.CreateDirectory(Path.Combine(root, "incoming")).FullName;

    private string PublicPath(string name) => Path.Combine(root, "public", name[..2], name);

    private static void Place(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Move(from, to, overwrite: true);
    }

    [GeneratedRegex(@"\A[0-9a-f]{32}\.(webp|jpg)\z")]
    private static partial Regex PublicName();
}
