using Marten;
using Wolverine.Marten;

namespace CraftMarket.Media;

/// <summary>Announces a photo that will come in pieces, so that what can be refused is refused before a byte of it is
/// sent.</summary>
/// <param name="Length">Bytes.</param>
public sealed record BeginUpload(PhotoId PhotoId, PhotoOwner Owner, long Length);

public static class BeginUploadHandler
{
    /// <summary>An artisan whose line was down for a weekend goes on; what nobody came back for does not lie there for
    /// ever.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    /// <summary>Photos that one artisan may have under way: four products' worth.</summary>
    public const int MaxUnderWay = 32;

    public static async Task<(Upload?, PhotoUsage)> LoadAsync(BeginUpload command, IDocumentSession session, PhotoQuotas quotas,
        TimeProvider clock, CancellationToken cancellation)
    {
        var room = await PhotoUsage.Enter(session, command.Owner, quotas, clock.GetUtcNow(), cancellation);
        return (await session.LoadAsync<Upload>(command.PhotoId.Value, cancellation), room);
    }

    public static Refusal? Validate(BeginUpload command, Upload? existing, PhotoUsage room)
    {
        if (existing is not null) return existing.Owner == command.Owner && existing.Length == command.Length ? null
            : UploadRefusals.OtherPhoto;
        if (command.Length <= 0) return UploadRefusals.LengthMissing;
        if (command.Length > PhotoIntake.MaxBytes) return PhotoRefusals.TooLarge;
        return room.UnderWay.Count >= MaxUnderWay ? UploadRefusals.TooMany(room.UnderWay.Count) : room.WhyNot(command.Length);
    }

    public static (Answer, IMartenOp) Handle(BeginUpload command, Upload? existing, DateTimeOffset now)
    {
        var upload = existing ?? new(command.PhotoId, command.Owner, command.Length, now + Patience, null);
        return (new UploadUnderWay(upload), existing is null ? MartenOps.Store(upload) : MartenOps.Nothing());
    }
}
