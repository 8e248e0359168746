using Marten;
using Microsoft.Extensions.Hosting;

namespace CraftMarket.Media;

/// <summary>Forgets uploads that nobody came back for, and their bytes, once an hour. Several nodes may do it at once.</summary>
public sealed class UploadCleaning(IDocumentStore store, PieceStore pieces, TimeProvider clock) : BackgroundService
{
    public async Task CleanAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var session = store.LightweightSession();
        foreach (var upload in await session.Query<Upload>().Where(x => x.ExpiresAt < now).Take(1_000).ToListAsync(cancellation))
        {
            pieces.Drop(upload.Id);
            session.Delete(upload);
        }

        await session.SaveChangesAsync(cancellation);
        // Bytes whose upload was dropped while they were still arriving.
        pieces.DropOlderThan(now - BeginUploadHandler.Patience);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await hourly.WaitForNextTickAsync(stoppingToken)) await CleanAsync(stoppingToken);
    }
}
