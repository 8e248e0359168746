using Marten;
using Marten.Exceptions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CraftMarket.Media;

/// <summary>Forgets uploads that nobody came back for, and their bytes, once an hour. Several nodes may do it at once.</summary>
public sealed class UploadCleaning(IDocumentStore store, BlobStore blobs, PieceStore pieces, TimeProvider clock,
    ILogger<UploadCleaning> log) : BackgroundService
{
    public async Task CleanAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var session = store.LightweightSession();
        foreach (var upload in await session.Query<Upload>().Where(x => x.ExpiresAt < now).Take(1_000).ToListAsync(cancellation))
        {
            await pieces.DropAsync(upload.Id);
            session.Delete(upload);
        }

        await session.SaveChangesAsync(cancellation);
        // Bytes whose upload was dropped while they were still arriving.
        await pieces.DropOlderThanAsync(now - BeginUploadHandler.Patience, cancellation);
        blobs.DropIncomingOlderThan(now - TimeSpan.FromDays(1));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await hourly.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CleanAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or MartenException or IOException or UnauthorizedAccessException)
            {
                log.LogWarning(e, "Old uploads could not be cleaned away; the next hour tries again.");
            }
        }
    }
}
