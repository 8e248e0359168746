using Marten;
using Wolverine.Marten;

namespace CraftMarket.Media;

/// <summary>Notes that an upload became a photo or was refused. It stays known until it expires, for those who missed the
/// answer.</summary>
public sealed record EndUpload(PhotoId PhotoId, Refusal? Refused);

public static class EndUploadHandler
{
    public static Task<Upload?> LoadAsync(EndUpload command, IQuerySession session, CancellationToken cancellation) =>
        session.LoadAsync<Upload>(command.PhotoId.Value, cancellation);

    public static Refusal? Validate(EndUpload command, Upload? upload) => upload is null ? Refusal.Missing() : null;

    public static (Answer, IMartenOp) Handle(EndUpload command, Upload? upload) =>
        (Done.Instance, upload!.End is null ? MartenOps.Store(upload with { End = UploadEnd.Of(command.Refused) })
            : MartenOps.Nothing());
}
