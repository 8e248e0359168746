using System.Buffers;
using System.Collections.Concurrent;

namespace CraftMarket.Media;

/// <summary>So many bytes of an upload lie in the store now.</summary>
/// <param name="Broke">The line broke, or its sender came back over another: nobody waits for this answer.</param>
public sealed record PieceKept(long Offset, bool Broke = false) : Answer;

/// <summary>Where uploads grow, beside the photos: one file each, as long as what has arrived. Every byte that came before a line broke is kept.</summary>
public sealed class PieceStore(BlobStore blobs)
{
    /// <summary>After so many bytes it is known what a file claims to be.</summary>
    private const int FirstLook = 64;

    private readonly ConcurrentDictionary<PhotoId, Turn> _turns = new();

    /// <summary>How much is there. Whoever still writes over a line that the sender has given up is made to stop first.</summary>
    public async Task<long> OffsetAsync(PhotoId id)
    {
        await Interrupt(id);
        return LengthOf(blobs.PiecesPath(id));
    }

    /// <summary>How much has arrived so far, asked by somebody who only looks on.</summary>
    public long Arrived(PhotoId id) => LengthOf(blobs.PiecesPath(id));

    /// <summary>Adds a piece: <see cref="PieceKept"/>, also when the line broke in its middle, or the refusal to tell.</summary>
    /// <remarks>That the sender has gone is not told to it from outside: what had come until then is read to its end.</remarks>
    public async Task<Answer> AppendAsync(Upload upload, long offset, Stream piece)
    {
        await Interrupt(upload.Id);
        using var stop = new CancellationTokenSource();
        var turn = new Turn(stop);
        if (!_turns.TryAdd(upload.Id, turn)) return UploadRefusals.Busy;
        try
        {
            if (Open(blobs.PiecesPath(upload.Id)) is not { } file) return UploadRefusals.Busy;
            await using (file)
            {
                if (file.Length != offset) return UploadRefusals.WrongOffset(file.Length);
                file.Seek(0, SeekOrigin.End);
                return await CopyAsync(piece, file, upload.Length, stop.Token);
            }
        }
        finally
        {
            _turns.TryRemove(upload.Id, out _);
            turn.Over.SetResult();
        }
    }

    public FileStream? OpenWhole(PhotoId id)
    {
        var path = blobs.PiecesPath(id);
        return File.Exists(path) ? new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete) : null;
    }

    public void Drop(PhotoId id) => File.Delete(blobs.PiecesPath(id));

    /// <summary>Removes what has not grown since then.</summary>
    public int DropOlderThan(DateTimeOffset then)
    {
        var left = Directory.EnumerateFiles(blobs.PiecesFolder).Where(x => File.GetLastWriteTimeUtc(x) < then).ToList();
        left.ForEach(File.Delete);
        return left.Count;
    }

    private static long LengthOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    /// <summary>Alone: a writer on another node that shares the folder keeps it locked as well.</summary>
    private static FileStream? Open(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    private static async Task<Answer> CopyAsync(Stream piece, FileStream file, long length, CancellationToken stop)
    {
        var (began, looked) = (file.Position, file.Position >= FirstLook);
        var buffer = ArrayPool<byte>.Shared.Rent(81_920);
        try
        {
            int? read;
            while ((read = await ReadAsync(piece, buffer, stop)) > 0)
            {
                if (file.Position + read > length) return UploadRefusals.BeyondLength;
                // Not stopped half way: what has been read is kept.
                await file.WriteAsync(buffer.AsMemory(0, read.Value), CancellationToken.None);
                if (looked || file.Position < FirstLook) continue;
                looked = true;
                if (Foresee(file) is { } refusal) return refusal;
            }

            file.Flush(flushToDisk: true);
            return (began == 0 ? Foresee(file) : null) ?? (Answer)new PieceKept(file.Position, Broke: read is null);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>What is certain to be refused at the end is refused at the start.</summary>
    private static Refusal? Foresee(FileStream file)
    {
        var start = new byte[Math.Min(file.Position, 262_144)];
        RandomAccess.Read(file.SafeFileHandle, start, 0);
        return start.Length < FirstLook ? null : PhotoInspection.Foresee(start);
    }

    /// <summary>Null when the line broke or the writer was told to stop.</summary>
    private static async Task<int?> ReadAsync(Stream piece, byte[] buffer, CancellationToken stop)
    {
        try
        {
            return await piece.ReadAsync(buffer, stop);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task Interrupt(PhotoId id)
    {
        if (!_turns.TryGetValue(id, out var turn)) return;
        try
        {
            await turn.Stop.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            return;
        }

        await turn.Over.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private sealed record Turn(CancellationTokenSource Stop)
    {
        public TaskCompletionSource Over { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
