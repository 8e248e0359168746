using Marten;
using Wolverine.Marten;

namespace CraftMarket.Media;

/// <summary>The artisan does not want to send this photo after all. A photo that it has already become stays.</summary>
public sealed record DropUpload(PhotoId PhotoId, PhotoOwner Owner);

public static class DropUploadHandler
{
    public static Task<Upload?> LoadAsync(DropUpload command, IQuerySession session, CancellationToken cancellation) =>
        session.LoadAsync<Upload>(command.PhotoId.Value, cancellation);

    public static Refusal? Validate(DropUpload command, Upload? upload) => upload?.Owner == command.Owner ? null
        : Refusal.Missing();

    public static (Answer, IMartenOp) Handle(DropUpload command, Upload? upload) => (Done.Instance, MartenOps.Delete(upload!));
}
