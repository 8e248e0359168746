using CraftMarket.Catalogue;
using CraftMarket.Training;
using Marten;
using Wolverine;

namespace CraftMarket.Web.Composition;

/// <summary>Once after an upgrade: asks Training to tell again of batches for which the shop keeps what the office calls them and
/// no title for buyers.</summary>
internal sealed class UntitledTrainings(IDocumentStore store, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime,
    ILogger<UntitledTrainings> log) : AfterStart(lifetime, log)
{
    protected override Task WorkAsync(CancellationToken cancellation) => AskAsync(cancellation);

    internal async Task AskAsync(CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        await using var scope = scopes.CreateAsyncScope();
        var bus = scope.ServiceProvider.GetRequiredService<IMessageBus>();
        foreach (var training in await session.UntitledTrainings(cancellation)) await bus.PublishAsync(new TellBatch(training));
    }
}
