using CraftMarket.Media;

namespace CraftMarket.Tests.Media;

/// <summary>What people sent lies where nobody but the program can look.</summary>
public sealed class PrivatePhotoTests : IDisposable
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly string _root = Directory.CreateTempSubdirectory("photos-").FullName;

    [Fact]
    public async Task originals_and_what_is_on_its_way_in_are_their_owners_only()
    {
        if (OperatingSystem.IsWindows()) return;
        var blobs = new BlobStore(new FolderKeeper(_root));
        using var intake = new PhotoIntake(blobs);
        var photo = Assert.IsType<ReceivedPhoto>(await intake.TakeAsync(new MemoryStream(SamplePhotos.Jpeg(300, 200)),
            TestContext.Current.CancellationToken));
        var left = blobs.NewUpload();
        await left.DisposeAsync();
        var piece = await new FolderPieces(_root).OpenAsync(new(Guid.CreateVersion7()));
        await piece!.DisposeAsync();
        Assert.Equal(3, Open(Private).Files.Length);
        Assert.Contains(Open(Private).Files, x => x.EndsWith(photo.Content, StringComparison.Ordinal));
        Assert.Empty(Open(Private).Loose);
        await blobs.PublishAsync([1, 2, 3], "jpg", TestContext.Current.CancellationToken);
        Assert.Single(Open(["public"]).Loose, x => x.EndsWith(".jpg", StringComparison.Ordinal));
    }

    [Fact]
    public async Task what_an_older_version_left_open_is_shut_at_start()
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (var folder in Private)
        {
            var inside = Directory.CreateDirectory(Path.Combine(_root, folder, "ab"));
            File.WriteAllText(Path.Combine(inside.FullName, "abcd"), "foto");
            foreach (var path in new[] { Path.Combine(_root, folder), inside.FullName, Path.Combine(inside.FullName, "abcd") })
                File.SetUnixFileMode(path,
                    UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead
                    | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }

        await new FolderKeeper(_root).StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal(3, Open(Private).Files.Length);
        Assert.Empty(Open(Private).Loose);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static readonly string[] Private = ["originals", "incoming", "pieces"];

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private (string[] Files, string[] Loose) Open(string[] folders)
    {
        string[] files =
            [.. folders.SelectMany(x => Directory.GetFiles(Path.Combine(_root, x), "*", SearchOption.AllDirectories))];
        string[] all =
            [.. files, .. folders.SelectMany(x =>
            Directory.GetDirectories(Path.Combine(_root, x), "*", SearchOption.AllDirectories)),
            .. folders.Select(x => Path.Combine(_root, x))];
        return (files, [.. all.Where(x => (File.GetUnixFileMode(x) & Others) != 0)]);
    }
}
