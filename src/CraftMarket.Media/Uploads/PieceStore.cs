using System.Buffers;
using System.Collections.Concurrent;

namespace CraftMarket.Media;

/// <summary>So many bytes of an upload lie in the store now.</summary>
/// <param name="Broke">The line broke, or its sender came back over another: nobody waits for this answer.</param>
public sealed record PieceKept(long Offset, bool Broke = false) : Answer;

/// <summary>Takes pieces of uploads in, one writer for each. Every byte that came before a line broke is kept.</summary>
public sealed class PieceStore(IPieces pieces)
{
    /// <summary>After so many bytes it is known what a file claims to be.</summary>
    private const int FirstLook = 64;

    private readonly ConcurrentDictionary<PhotoId, UploadWriter> _writers = new();

    /// <summary>How much is there. Whoever still writes over a line that the sender has given up is made to stop first.</summary>
    public async Task<long> OffsetAsync(PhotoId id)
    {
        await Interrupt(id);
        return await pieces.LengthAsync(id);
    }

    /// <summary>How much has arrived so far, asked by somebody who only looks on.</summary>
    public async Task<long> ArrivedAsync(PhotoId id) =>
        Math.Max(_writers.TryGetValue(id, out var writer) ? writer.Arrived : 0, await pieces.LengthAsync(id));

    /// <summary>Adds a piece: <see cref="PieceKept"/>, also when the line broke in its middle, or the refusal to tell.</summary>
    /// <remarks>That the sender has gone is not told to it from outside: what had come until then is read to its end.</remarks>
    public async Task<Answer> AppendAsync(Upload upload, long offset, Stream piece)
    {
        await Interrupt(upload.Id);
        using var stop = new CancellationTokenSource();
        var writer = new UploadWriter(stop);
        if (!_writers.TryAdd(upload.Id, writer)) return UploadRefusals.Busy;
        try
        {
            if (await pieces.OpenAsync(upload.Id) is not { } open) return UploadRefusals.Busy;
            await using (open)
                return open.Offset == offset ? await CopyAsync(upload, piece, open, writer)
                    : UploadRefusals.WrongOffset(open.Offset);
        }
        finally
        {
            _writers.TryRemove(upload.Id, out _);
            writer.Over.SetResult();
        }
    }

    public Task<Stream?> OpenWholeAsync(PhotoId id) => pieces.OpenWholeAsync(id);

    public Task DropAsync(PhotoId id) => pieces.DropAsync(id);

    /// <summary>Removes what has not grown since then.</summary>
    public Task DropOlderThanAsync(DateTimeOffset then, CancellationToken cancellation) =>
        pieces.DropOlderThanAsync(then, cancellation);

    private async Task<Answer> CopyAsync(Upload upload, Stream piece, OpenPiece open, UploadWriter writer)
    {
        var (began, looked) = (open.Offset, open.Offset >= FirstLook);
        var buffer = ArrayPool<byte>.Shared.Rent(81_920);
        try
        {
            int? read;
            while ((read = await ReadAsync(piece, buffer, writer.Stop.Token)) > 0)
            {
                if (open.Offset + read > upload.Length) return UploadRefusals.BeyondLength;
                // Not stopped half way: what has been read is kept.
                await open.File.WriteAsync(buffer.AsMemory(0, read.Value), CancellationToken.None);
                writer.Arrived = open.Offset;
                if (looked || open.Offset < FirstLook) continue;
                looked = true;
                if (Foresee(open) is { } refusal) return refusal;
            }

            await pieces.KeepAsync(upload.Id, open);
            return (began == 0 ? Foresee(open) : null) ?? (Answer)new PieceKept(open.Offset, Broke: read is null);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>What is certain to be refused at the end is refused at the start, as far as the start lies in this
    /// file.</summary>
    private static Refusal? Foresee(OpenPiece open)
    {
        if (open.Before > 0) return null;
        var start = new byte[Math.Min(open.File.Position, 262_144)];
        RandomAccess.Read(open.File.SafeFileHandle, start, 0);
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
        if (!_writers.TryGetValue(id, out var writer)) return;
        try
        {
            await writer.Stop.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            return;
        }

        await writer.Over.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private sealed class UploadWriter(CancellationTokenSource stop)
    {
        private long _arrived;

        public CancellationTokenSource Stop => stop;

        public TaskCompletionSource Over { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Where in the upload its writer is; 0 before it has written.</summary>
        public long Arrived
        {
            get => Volatile.Read(ref _arrived);
            set => Volatile.Write(ref _arrived, value);
        }
    }
}
