using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Wolverine;
using Wolverine.Attributes;

namespace CraftMarket.Media;

/// <summary>Has photos looked at that nobody has looked at yet, such as those from before; a hundred at a time:
/// the next hundred stands in line behind this one, and a photo that arrives now behind a hundred at most.</summary>
/// <param name="AfterId">The id of the last photo of the hundred before.</param>
[LocalQueue(RenderQueue.Looks)]
public sealed record LookAtEarlierPhotos(Guid AfterId);

public static class LookAtEarlierPhotosHandler
{
    private const int AtOnce = 100;

    private const string Unseen = $"""
        where id > ? and data ->> 'Status' = 'ready' and not exists (select from {PhotoLook.Table} as look where look.id = d.id)
        order by id limit ?
        """;

    public static async Task<OutgoingMessages> Handle(LookAtEarlierPhotos command, IQuerySession session,
        CancellationToken cancellation)
    {
        var photos = await session.QueryAsync<Photo>(Unseen, cancellation, command.AfterId, AtOnce);
        OutgoingMessages asked = [.. photos.Select(x => new LookAtPhoto(x.Id))];
        if (photos.Count == AtOnce) asked.Add(new LookAtEarlierPhotos(photos[^1].Id.Value));
        return asked;
    }
}

/// <summary>Asks once after each start. Of several nodes each asks, and what is asked twice is done once.</summary>
internal sealed class EarlierPhotos(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<EarlierPhotos> log)
    : AfterStart(lifetime, log)
{
    protected override async Task WorkAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMessageBus>().PublishAsync(new LookAtEarlierPhotos(Guid.Empty));
    }
}
