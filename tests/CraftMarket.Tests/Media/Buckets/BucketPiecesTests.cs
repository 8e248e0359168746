using CraftMarket.Kernel;
using CraftMarket.Media;

namespace CraftMarket.Tests.Media.Buckets;

/// <summary>Photos in pieces, taken in by two nodes that share nothing but a bucket.</summary>
public sealed class BucketPiecesTests : IAsyncLifetime
{
    private static readonly byte[] Photo = SamplePhotos.Grainy();
    private readonly Upload _upload = new(new(Guid.CreateVersion7()), new ArtisanId(Guid.NewGuid()), Photo.Length,
        DateTimeOffset.MaxValue, null);
    private LocalBucket _bucket = null!;
    private Node _here = null!, _there = null!;

    public async ValueTask InitializeAsync()
    {
        _bucket = await LocalBucket.Open();
        (_here, _there) = (new(_bucket.Settings), new(_bucket.Settings));
    }

    [Fact]
    public async Task a_photo_begun_at_one_node_is_gone_on_with_at_the_other()
    {
        Assert.Equal(30_000, Kept(await _here.Pieces.AppendAsync(_upload, 0, Bytes(0, 30_000))));
        Assert.Equal(30_000, await _there.Pieces.OffsetAsync(_upload.Id));
        Assert.Equal("wrong_offset", Assert.IsType<Refusal>(await _there.Pieces.AppendAsync(_upload, 0, Bytes(0, 10))).Code);
        Assert.Equal(Photo.Length, Kept(await _there.Pieces.AppendAsync(_upload, 30_000, Bytes(30_000, Photo.Length))));
        Assert.Equal(Photo, await Whole(_here));
        await _here.Pieces.DropAsync(_upload.Id);
        Assert.Empty(_bucket.Objects);
        Assert.Null(await _there.Pieces.OpenWholeAsync(_upload.Id));
        Assert.Empty(_here.LeftHere.Concat(_there.LeftHere));
    }

    [Fact]
    public async Task what_came_before_the_line_was_cut_is_kept()
    {
        var kept = Assert.IsType<PieceKept>(await _here.Pieces.AppendAsync(_upload, 0, new CutLine(Photo[..20_000])));
        Assert.Equal((20_000, true), (kept.Offset, kept.Broke));
        Assert.Equal(20_000, await _there.Pieces.OffsetAsync(_upload.Id));
    }

    [Fact]
    public async Task a_line_given_up_at_one_node_does_no_harm_when_its_piece_arrives_late()
    {
        await _here.Pieces.AppendAsync(_upload, 0, Bytes(0, 10_000));
        using var given = new CutLine(Photo[10_000..25_000], waits: true);
        var late = _here.Pieces.AppendAsync(_upload, 10_000, given);
        await _there.Pieces.AppendAsync(_upload, 10_000, Bytes(10_000, 40_000));
        given.Cut();
        Assert.Equal(25_000, Kept(await late));
        Assert.Equal(40_000, await _here.Pieces.OffsetAsync(_upload.Id));
        await _here.Pieces.AppendAsync(_upload, 40_000, Bytes(40_000, Photo.Length));
        Assert.Equal(Photo, await Whole(_there));
    }

    [Fact]
    public async Task very_many_small_pieces_are_joined_and_nothing_is_lost()
    {
        for (var at = 0; at < 6_000; at += 100) await _here.Pieces.AppendAsync(_upload, at, Bytes(at, at + 100));
        Assert.InRange(_bucket.Objects.Count, 1, 51);
        Assert.Equal(6_000, await _there.Pieces.OffsetAsync(_upload.Id));
        await _there.Pieces.AppendAsync(_upload, 6_000, Bytes(6_000, Photo.Length));
        Assert.Equal(Photo, await Whole(_here));
    }

    [Fact]
    public async Task what_is_no_photo_is_refused_at_its_first_piece_and_leaves_nothing()
    {
        Assert.Equal("not_an_image",
            Assert.IsType<Refusal>(await _here.Pieces.AppendAsync(_upload, 0, new MemoryStream(new byte[200]))).Code);
        Assert.Empty(_bucket.Objects);
    }

    [Fact]
    public async Task pieces_that_nobody_came_back_for_are_cleaned_away()
    {
        await _here.Pieces.AppendAsync(_upload, 0, Bytes(0, 1_000));
        await _here.Pieces.AppendAsync(_upload, 1_000, Bytes(1_000, 2_000));
        await _there.Pieces.DropOlderThanAsync(DateTimeOffset.UtcNow.AddMinutes(-1), TestContext.Current.CancellationToken);
        Assert.Equal(2_000, await _here.Pieces.OffsetAsync(_upload.Id));
        await _there.Pieces.DropOlderThanAsync(DateTimeOffset.UtcNow.AddMinutes(1), TestContext.Current.CancellationToken);
        Assert.Empty(_bucket.Objects);
    }

    private static long Kept(Answer answer) => Assert.IsType<PieceKept>(answer).Offset;

    private static MemoryStream Bytes(int from, int until) => new(Photo[from..until]);

    private async Task<byte[]> Whole(Node node)
    {
        await using var whole = await node.Pieces.OpenWholeAsync(_upload.Id);
        using var read = new MemoryStream();
        await whole!.CopyToAsync(read, TestContext.Current.CancellationToken);
        return read.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        _here.Dispose();
        _there.Dispose();
        await _bucket.DisposeAsync();
    }

    private sealed class Node : IDisposable
    {
        private readonly Bucket _client;
        private readonly BucketKeeper _keeper;

        public Node(BucketSettings settings)
        {
            _client = new(settings);
            _keeper = new(_client);
            Pieces = new(new BucketPieces(_client, _keeper));
        }

        public PieceStore Pieces { get; }

        public IEnumerable<string> LeftHere => Directory.EnumerateFiles(_keeper.WorkFolder, "*", SearchOption.AllDirectories);

        public void Dispose()
        {
            _keeper.Dispose();
            _client.Dispose();
        }
    }

    /// <summary>A body that breaks off after so many bytes, at once or when told to.</summary>
    private sealed class CutLine(byte[] bytes, bool waits = false) : MemoryStream(bytes)
    {
        private readonly TaskCompletionSource _cut = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Cut() => _cut.TrySetResult();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position < Length) return await base.ReadAsync(buffer, cancellationToken);
            if (waits) await _cut.Task.WaitAsync(cancellationToken);
            throw new IOException("The line was cut.");
        }
    }
}
