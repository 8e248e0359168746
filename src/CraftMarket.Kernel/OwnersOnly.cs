using System.Runtime.Versioning;

namespace CraftMarket.Kernel;

/// <summary>Files and folders that nobody but their owner may look into. On Windows the folder's own rights decide.</summary>
public static class OwnersOnly
{
    [UnsupportedOSPlatform("windows")]
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    [UnsupportedOSPlatform("windows")]
    private const UnixFileMode File600 = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        Folder700 = File600 | UnixFileMode.UserExecute;

    /// <summary>Whether anybody else may read, write or enter it.</summary>
    public static bool LetsOthersIn(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0;

    public static FileStreamOptions NewFile(FileStreamOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = File600;
        return options;
    }

    public static DirectoryInfo Folder(string path) =>
        OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, Folder700);

    /// <summary>Shuts a folder that stood open, with all that lies in it. Its own door comes first, so that nobody gets in
    /// meanwhile.</summary>
    public static void Shut(string folder)
    {
        if (OperatingSystem.IsWindows() || !LetsOthersIn(Folder(folder).FullName)) return;
        File.SetUnixFileMode(folder, Folder700);
        foreach (var inside in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories))
            File.SetUnixFileMode(inside, Folder700);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            File.SetUnixFileMode(file, File600);
    }
}
