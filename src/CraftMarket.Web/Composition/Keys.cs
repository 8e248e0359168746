using System.Security.Cryptography;

namespace CraftMarket.Web.Composition;

/// <summary>Finds the master key, which must lie outside the database: <c>Keys__Master</c>, or the file
/// <c>Keys__MasterFile</c>.</summary>
internal static class Keys
{
    public static MasterKey Master(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration["Keys:Master"] is { Length: > 0 } given) return Parse(given, "Keys__Master");
        if (configuration["Keys:MasterFile"] is { Length: > 0 } file && (File.Exists(file) || !environment.IsDevelopment()))
            return Parse(Read(file, environment), file);
        if (!environment.IsDevelopment())
            throw new InvalidOperationException("Set Keys__Master to 32 random bytes in base64 (openssl rand -base64 32), or "
                + "Keys__MasterFile "
                + "to a file with them, and keep a copy: without this key nobody can read the person files.");
        return Parse(ReadOrMake(configuration["Keys:MasterFile"] ?? DevelopmentFile(environment)), "the development key file");
    }

    private static MasterKey Parse(string text, string where)
    {
        var key = new byte[32];
        return Convert.TryFromBase64String(text.Trim(), key, out var length) && length == 32
            ? new(key)
            : throw new InvalidOperationException($"The master key in {where} is not 32 bytes in base64 (openssl rand -base64 "
                + $"32 makes one).");
    }

    private static string Read(string file, IHostEnvironment environment)
    {
        if (!File.Exists(file)) throw new InvalidOperationException($"Keys__MasterFile names {file}, but there is no such file.");
        // Whoever reads it can read everybody's data.
        if (!environment.IsDevelopment() && OwnersOnly.LetsOthersIn(file))
            throw new InvalidOperationException($"The master key in {file} can be read by others than its owner. Shut it "
                + $"first: chmod 600 {file}");
        return File.ReadAllText(file);
    }

    private static string ReadOrMake(string file)
    {
        if (File.Exists(file)) return File.ReadAllText(file);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var draft = $"{file}.{Guid.NewGuid():N}";
        using (var stream = new FileStream(draft,
            OwnersOnly.NewFile(new() { Mode = FileMode.CreateNew, Access = FileAccess.Write })))
            stream.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))));
        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException)
        {
            // Another process that starts at the same moment was first; its key is the key.
            File.Delete(draft);
        }

        return File.ReadAllText(file);
    }

    /// <summary>In the <c>.local</c> folder that the program was built into, so that the key outlives a clean build.</summary>
    private static string DevelopmentFile(IHostEnvironment environment)
    {
        var local = new DirectoryInfo(environment.ContentRootPath);
        while (local is not null && local.Name != ".local") local = local.Parent;
        return Path.Combine(local?.FullName ?? environment.ContentRootPath, "keys", "master.key");
    }
}
