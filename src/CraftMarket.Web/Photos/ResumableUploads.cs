using CraftMarket.Catalogue;
using CraftMarket.Media;
using CraftMarket.Web.Composition;
using Marten;

namespace CraftMarket.Web.Photos;

/// <summary>Where an upload or the photo that it became stands.</summary>
internal sealed record UploadStatus(string Word, long Offset, long Length, string? Picture, Refusal? Refused,
    IReadOnlyList<PhotoAdvice>? Advice = null) : Answer;

/// <summary>Takes photos in that come in pieces, for the API and for pages.</summary>
internal sealed class ResumableUploads(PieceStore pieces, PhotoUpload photos, Dispatch dispatch, IDocumentStore store,
    TimeProvider clock)
{
    /// <param name="key">The photo has the id that the same key would lead to when sent whole; none for a new id.</param>
    public Task<Answer> Begin(PhotoOwner owner, long length, string key) =>
        dispatch.Send(new BeginUpload(photos.IdOf(owner, key.Length == 0 ? null : key), owner, length));

    /// <summary><see cref="UploadUnderWay"/>, or the refusal to tell: another's upload is not there.</summary>
    public async Task<Answer> Find(PhotoId id, PhotoOwner owner, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var upload = await session.LoadAsync<Upload>(id.Value, cancellation);
        if (upload?.Owner != owner) return Refusal.Missing();
        return upload.End is null && upload.ExpiresAt <= clock.GetUtcNow() ? UploadRefusals.Expired : new UploadUnderWay(upload);
    }

    public async Task<long> OffsetOf(Upload upload) => upload.End is null ? await pieces.OffsetAsync(upload.Id) : upload.Length;

    /// <summary>Adds a piece. The last one, or an empty one after it, makes the photo; asked again, the answer is the
    /// same.</summary>
    public async Task<Answer> Append(PhotoId id, PhotoOwner owner, long offset, Stream piece, CancellationToken cancellation)
    {
        var found = await Find(id, owner, cancellation);
        if (found is not UploadUnderWay { Upload: var upload }) return found;
        if (upload.End is { } end) return end.Refusal
            ?? (offset == upload.Length ? (Answer)new PieceKept(offset) : UploadRefusals.WrongOffset(upload.Length));
        var answer = await pieces.AppendAsync(upload, offset, piece);
        if (answer is Refusal refusal && IsFinal(refusal)) return await End(upload, refusal);
        return answer is PieceKept kept && kept.Offset == upload.Length ? await Finish(upload, kept) : answer;
    }

    /// <param name="product">The product in whose form it stands.</param>
    public async Task<Answer> Status(PhotoId id, PhotoOwner owner, ProductId? product, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<Photo>(id, cancellation) is { } photo)
            return photo.Owner != owner ? Refusal.Missing() : new UploadStatus(photo.Status.ToString().ToLowerInvariant(), 0, 0,
                photo.Renditions is [var small, ..] ? small.Url : null, photo.Problem,
                await session.AdviceOn(id, product, cancellation));
        if (await Find(id, owner, cancellation) is not UploadUnderWay { Upload: { } upload }) return Refusal.Missing();
        var refused = upload.End?.Refusal;
        return new UploadStatus(refused is null ? "receiving" : "refused", upload.End is null ? await pieces.ArrivedAsync(id)
            : upload.Length, upload.Length, null, refused);
    }

    public async Task<Answer> Drop(PhotoId id, PhotoOwner owner)
    {
        var answer = await dispatch.Send(new DropUpload(id, owner));
        if (answer is Done) await pieces.DropAsync(id);
        return answer;
    }

    private async Task<Answer> Finish(Upload upload, PieceKept kept)
    {
        // The sender has done its part; that it hangs up now changes nothing.
        await using var whole = await pieces.OpenWholeAsync(upload.Id);
        if (whole is null) return UploadRefusals.Busy;
        var answer = await photos.ReceiveAsync(whole, upload.Owner, upload.Id, CancellationToken.None);
        if (answer is Refusal refusal) return IsFinal(refusal) ? await End(upload, refusal) : refusal;
        await dispatch.Send(new EndUpload(upload.Id, null));
        await pieces.DropAsync(upload.Id);
        return kept;
    }

    private async Task<Answer> End(Upload upload, Refusal refusal)
    {
        await dispatch.Send(new EndUpload(upload.Id, refusal));
        await pieces.DropAsync(upload.Id);
        return refusal;
    }

    /// <summary>Whether it is the photo that is refused, and not only this attempt.</summary>
    private static bool IsFinal(Refusal refusal) => refusal.Field == "file";
}
