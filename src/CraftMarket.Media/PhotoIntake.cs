using System.Buffers;
using System.Security.Cryptography;
using NetVips;

namespace CraftMarket.Media;

/// <summary>An uploaded file that lies in the private store and is an ordinary photo as far as its structure tells.</summary>
/// <param name="Content">SHA-256 of the file in hexadecimal digits.</param>
public sealed record ReceivedPhoto(string Content, PhotoFormat Format, int Width, int Height, long Bytes) : Answer;

/// <summary>Takes an upload in: counts while it streams, judges its bytes before any pixel is decoded, then keeps the
/// original.</summary>
public sealed class PhotoIntake(BlobStore blobs) : IDisposable
{
    /// <summary>25 MB.</summary>
    public const int MaxBytes = 25 * 1024 * 1024;

    // A file being judged lies in memory whole; a crowd of uploads waits here instead of taking all of it.
    private readonly SemaphoreSlim _judging = new(4);

    /// <summary>A <see cref="ReceivedPhoto"/>, or the refusal to tell.</summary>
    public async Task<Answer> TakeAsync(Stream upload, CancellationToken cancellation)
    {
        await using var file = blobs.NewUpload();
        try
        {
            if (await CopyAsync(upload, file, cancellation) is not { } content) return PhotoRefusals.TooLarge;
            await _judging.WaitAsync(cancellation);
            try
            {
                var verdict = Judge(file.Name, content);
                if (verdict is ReceivedPhoto) await blobs.KeepOriginalAsync(file.Name, content, cancellation);
                return verdict;
            }
            finally
            {
                _judging.Release();
            }
        }
        finally
        {
            File.Delete(file.Name);
        }
    }

    public void Dispose() => _judging.Dispose();

    /// <summary>The content's name; null when there was more than may be.</summary>
    private static async Task<string?> CopyAsync(Stream upload, FileStream file, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(81_920);
        try
        {
            for (int read; (read = await ReadAsync(upload, buffer, cancellation)) > 0;)
            {
                if (file.Position + read > MaxBytes) return null;
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        file.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task<int> ReadAsync(Stream upload, byte[] buffer, CancellationToken cancellation)
    {
        try
        {
            return await upload.ReadAsync(buffer, cancellation);
        }
        catch (IOException e) when (e.GetType() == typeof(IOException))
        {
            // The sender's line broke; trouble with our own disk must not look like that.
            throw new InvalidDataException("The upload broke off.", e);
        }
    }

    private static Answer Judge(string path, string content)
    {
        var bytes = File.ReadAllBytes(path);
        return PhotoInspection.Judge(bytes, out var header) ?? HeaderProblem(path, header!)
            ?? (Answer)new ReceivedPhoto(content, header!.Format!.Value, header.Width, header.Height, bytes.Length);
    }

    /// <summary>Lets the library that will decode it read the header, which costs no pixels.</summary>
    private static Refusal? HeaderProblem(string path, ImageHeader told)
    {
        Libvips.Prepare();
        try
        {
            using var header = Image.NewFromFile(path, access: Enums.Access.Sequential);
            // The bundled library reads AV1 but, for its patents, not HEVC: the pixels would fail later.
            var unreadable = told.Format == PhotoFormat.Heif && (string)header.Get("heif-compression") == "hevc";
            if (unreadable) return PhotoRefusals.UnreadableHeic;
            // What it will decode counts, not what the file says elsewhere.
            if (PhotoInspection.IsTooLarge(header.Width, header.Height)) return PhotoRefusals.TooManyPixels;
            return told.Tells(header.Width, header.Height) ? null : PhotoRefusals.Damaged;
        }
        catch (VipsException)
        {
            return told.Format == PhotoFormat.Heif ? PhotoRefusals.UnreadableHeic : PhotoRefusals.Damaged;
        }
    }
}
