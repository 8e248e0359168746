using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using CraftMarket.Kernel;
using CraftMarket.Media;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests.Media;

/// <summary>Photos in pieces, over lines that break.</summary>
public sealed class UploadTests(RunningMarket market) : IDisposable
{
    private readonly HttpClient _artisan = market.As("artisan", ("artisan", Guid.NewGuid().ToString()));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_photo_in_three_pieces_becomes_the_photo_of_its_address()
    {
        var photo = SamplePhotos.Grainy();
        var upload = await _artisan.Begun(photo.Length);
        foreach (var piece in new[] { 0..1_000, 1_000..20_000, 20_000..photo.Length })
        {
            using var reply = await _artisan.Append(upload, piece.Start.Value, photo[piece]);
            Assert.Equal((HttpStatusCode.NoContent, (long)piece.End.Value),
                (reply.StatusCode, TusSteps.Number(reply, "Upload-Offset")));
        }

        var ready = await Eventually(upload, "ready");
        Assert.Matches("^/media/[0-9a-f]{32}\\.webp$", ready.GetProperty("picture").GetString());
        Assert.Equal("ready", (await _artisan.Status(upload.Replace("uploads", "photos", StringComparison.Ordinal)))
            .GetProperty("status").GetString());
        Assert.Equal(photo.Length, await _artisan.Offset(upload));
        Assert.False(File.Exists(PathOf(upload)), "The pieces should be gone.");
    }

    [Fact]
    public async Task what_came_before_the_line_was_cut_need_not_be_sent_again()
    {
        var photo = SamplePhotos.Grainy();
        var upload = await _artisan.Begun(photo.Length);
        await _artisan.SendOverACutLine(upload, 0, photo[..30_000], promised: photo.Length, () => Kept(upload) == 30_000);
        var offset = (int)await _artisan.Offset(upload);
        Assert.Equal(30_000, offset);
        Assert.Equal("receiving", (await _artisan.Status(upload)).GetProperty("status").GetString());
        using var rest = await _artisan.Append(upload, offset, photo[30_000..]);
        Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);
        await Eventually(upload, "ready");
    }

    [Fact]
    public async Task a_sender_that_comes_back_need_not_wait_for_the_line_that_it_gave_up()
    {
        var photo = SamplePhotos.Grainy();
        var upload = await _artisan.Begun(photo.Length);
        using var stalled = new Stall();
        var given = SendSlowly(upload, stalled);
        stalled.Give(photo[..10_000]);
        while (Kept(upload) < 10_000) await Task.Delay(10, Cancellation);
        Assert.Equal(10_000, await _artisan.Offset(upload));
        using var rest = await _artisan.Append(upload, 10_000, photo[10_000..]);
        Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);
        await Eventually(upload, "ready");
        // The old line was hung up: what it ends with reaches nobody and is answered by nobody.
        stalled.Finish();
        await Assert.ThrowsAsync<HttpRequestException>(() => given);
    }

    [Fact]
    public async Task looking_at_an_upload_does_not_disturb_it()
    {
        var photo = SamplePhotos.Grainy();
        var upload = await _artisan.Begun(photo.Length);
        using var stalled = new Stall();
        var given = SendSlowly(upload, stalled);
        stalled.Give(photo[..10_000]);
        while (Kept(upload) < 10_000) await Task.Delay(10, Cancellation);
        var seen = await _artisan.Status(upload);
        Assert.Equal(("receiving", 10_000), (seen.GetProperty("status").GetString(), seen.GetProperty("offset").GetInt64()));
        stalled.Give(photo[10_000..]);
        stalled.Finish();
        using var reply = await given;
        Assert.Equal(HttpStatusCode.NoContent, reply.StatusCode);
        await Eventually(upload, "ready");
    }

    [Fact]
    public async Task a_piece_that_does_not_follow_on_is_refused_and_nothing_is_lost()
    {
        var photo = SamplePhotos.Grainy(600, 400);
        var upload = await _artisan.Begun(photo.Length);
        (await _artisan.Append(upload, 0, photo[..5_000])).Dispose();
        Assert.Equal((409, "wrong_offset"), await _artisan.Append(upload, 0, photo[..5_000]).Refused());
        Assert.Equal((409, "wrong_offset"), await _artisan.Append(upload, 9_000, photo[9_000..]).Refused());
        Assert.Equal((400, "beyond_length"), await _artisan.Append(upload, 5_000, [.. photo[5_000..], 0]).Refused());
        var offset = (int)await _artisan.Offset(upload);
        Assert.InRange(offset, 5_000, photo.Length);
        using var rest = await _artisan.Append(upload, offset, photo[offset..]);
        Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);
    }

    [Fact]
    public async Task another_artisans_upload_is_not_there()
    {
        var upload = await _artisan.Begun(50_000);
        using var other = market.As("artisan", ("artisan", Guid.NewGuid().ToString()));
        using var head = await other.Head(upload);
        Assert.Equal(HttpStatusCode.NotFound, head.StatusCode);
        Assert.Equal((404, "not_found"), await other.Append(upload, 0, [1, 2, 3]).Refused());
        Assert.Equal((404, "not_found"), await other.Drop(upload).Refused());
        Assert.Equal((404, "not_found"), await other.GetAsync(upload, Cancellation).Refused());
        Assert.Equal(0, await _artisan.Offset(upload));
    }

    [Fact]
    public async Task what_is_too_large_is_refused_before_a_byte_of_it_is_sent()
    {
        Assert.Equal((413, "too_large"), await _artisan.Begin(PhotoIntake.MaxBytes + 1L).Refused());
        Assert.Equal((422, "length_missing"), await _artisan.Begin(0).Refused());
        Assert.Equal((422, "length_missing"), await _artisan.Begin(null).Refused());
        Assert.Equal((412, "tus_version"), await _artisan.Begin(10, version: "0.2.2").Refused());
    }

    [Theory]
    [InlineData("text", 415, "not_an_image")]
    [InlineData("too many pixels", 422, "too_many_pixels")]
    public async Task what_is_no_photo_is_refused_at_its_first_piece(string kind, int status, string code)
    {
        var start = kind == "text" ? new byte[200] : SamplePhotos.EndlessPng();
        var upload = await _artisan.Begun(10_000_000);
        Assert.Equal((status, code), await _artisan.Append(upload, 0, start).Refused());
        Assert.Equal((status, code), await _artisan.Append(upload, start.Length, [1]).Refused());
        var shown = await _artisan.Status(upload);
        Assert.Equal(("refused", code), (shown.GetProperty("status").GetString(), shown.GetProperty("code").GetString()));
        Assert.False(File.Exists(PathOf(upload)));
    }

    [Fact]
    public async Task what_only_the_whole_shows_is_refused_at_the_last_piece_and_again_when_asked_again()
    {
        var photo = SamplePhotos.WithComment(SamplePhotos.Jpeg(200, 100), "<script>alert(1)</script>");
        var upload = await _artisan.Begun(photo.Length);
        Assert.Equal((415, "not_an_image"), await _artisan.Append(upload, 0, photo).Refused());
        Assert.Equal((415, "not_an_image"), await _artisan.Append(upload, photo.Length, []).Refused());
    }

    [Fact]
    public async Task a_key_names_one_photo_however_it_is_sent()
    {
        var (key, photo) = (Guid.NewGuid().ToString(), SamplePhotos.Jpeg(300, 200));
        var upload = await _artisan.Begun(photo.Length, key);
        Assert.Equal(upload, await _artisan.Begun(photo.Length, key));
        (await _artisan.Append(upload, 0, photo)).Dispose();
        (await _artisan.Append(upload, photo.Length, [])).Dispose();
        using var whole = await _artisan.SendPhoto(photo, key: key);
        Assert.EndsWith(upload.Split('/')[^1], whole.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_upload_that_nobody_came_back_for_expires_and_is_cleaned_away()
    {
        var upload = await _artisan.Begun(50_000);
        (await _artisan.Append(upload, 0, SamplePhotos.Grainy()[..2_000])).Dispose();
        var store = market.Services.GetRequiredService<IDocumentStore>();
        await using (var session = store.LightweightSession())
        {
            session.Store((await session.LoadAsync<Upload>(IdOf(upload).Value,
                Cancellation))! with
            { ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(-1) });
            await session.SaveChangesAsync(Cancellation);
        }

        using var head = await _artisan.Head(upload);
        Assert.Equal(HttpStatusCode.Gone, head.StatusCode);
        Assert.Equal((410, "upload_expired"), await _artisan.Append(upload, 2_000, [1]).Refused());
        await market.Services.GetRequiredService<UploadCleaning>().CleanAsync(Cancellation);
        Assert.Equal((404, "not_found"), await _artisan.Append(upload, 2_000, [1]).Refused());
        Assert.False(File.Exists(PathOf(upload)));
    }

    [Fact]
    public async Task a_photo_not_wanted_after_all_leaves_nothing()
    {
        var upload = await _artisan.Begun(50_000);
        (await _artisan.Append(upload, 0, SamplePhotos.Grainy()[..2_000])).Dispose();
        using var reply = await _artisan.Drop(upload);
        Assert.Equal(HttpStatusCode.NoContent, reply.StatusCode);
        using var head = await _artisan.Head(upload);
        Assert.Equal((HttpStatusCode.NotFound, false), (head.StatusCode, File.Exists(PathOf(upload))));
    }

    [Fact]
    public async Task nobody_fills_the_disk_with_beginnings()
    {
        for (var i = 0; i < BeginUploadHandler.MaxUnderWay; i++) await _artisan.Begun(1_000);
        Assert.Equal((429, "too_many_uploads"), await _artisan.Begin(1_000).Refused());
    }

    [Fact]
    public async Task of_forty_uploads_begun_at_once_thirty_two_are_under_way_and_the_rest_hear_when_to_come_again()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => _artisan.Begin(1_000)));
        Assert.Equal(BeginUploadHandler.MaxUnderWay, replies.Count(x => x.StatusCode == HttpStatusCode.Created));
        Assert.All(replies.Where(x => x.StatusCode != HttpStatusCode.Created), x => Assert.NotNull(x.Headers.RetryAfter));
    }

    private Task<JsonElement> Eventually(string upload, string status) =>
        Patience.Until(() => _artisan.Status(upload), x => x.GetProperty("status").GetString() == status);

    private async Task<HttpResponseMessage> SendSlowly(string upload, Stall stalled)
    {
        using var body = new StreamContent(stalled) { Headers = { { "Content-Type", "application/offset+octet-stream" } } };
        using var request = new HttpRequestMessage(HttpMethod.Patch, upload)
        {
            Content = body,
            Headers = { { "Tus-Resumable", "1.0.0" }, { "Upload-Offset", "0" } }
        };
        return await _artisan.SendAsync(request, Cancellation);
    }

    private long Kept(string upload) => new FileInfo(PathOf(upload)) is { Exists: true } file ? file.Length : 0;

    private string PathOf(string upload) => ((FolderPieces)market.Services.GetRequiredService<IPieces>()).PathOf(IdOf(upload));

    private static PhotoId IdOf(string upload) => new(Guid.Parse(upload.Split('/')[^1]));

    public void Dispose() => _artisan.Dispose();

    /// <summary>A body that comes when it is given, and stands still in between.</summary>
    private sealed class Stall : Stream
    {
        private readonly Channel<byte[]> _given = Channel.CreateUnbounded<byte[]>();
        private ReadOnlyMemory<byte> _rest;

        public void Give(byte[] bytes) => _given.Writer.TryWrite(bytes);

        public void Finish() => _given.Writer.TryComplete();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            while (_rest.IsEmpty)
            {
                if (!await _given.Reader.WaitToReadAsync(cancellationToken)) return 0;
                if (_given.Reader.TryRead(out var next)) _rest = next;
            }

            var some = Math.Min(buffer.Length, _rest.Length);
            _rest[..some].CopyTo(buffer);
            _rest = _rest[some..];
            return some;
        }

        protected override void Dispose(bool disposing)
        {
            Finish();
            base.Dispose(disposing);
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
