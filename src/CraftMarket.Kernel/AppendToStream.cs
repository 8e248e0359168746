using JasperFx.Events;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Kernel;

/// <summary>Lets a decision about a locked stream say what it appends, and still do nothing itself.</summary>
public static class AppendToStream
{
    public static IMartenOp Append<T>(this IEventStream<T> stream, params object[] events) where T : class =>
        new Appending<T>(stream, events);

    private sealed record Appending<T>(IEventStream<T> Stream, object[] Events) : IMartenOp where T : class
    {
        public void Execute(IDocumentSession session) => Stream.AppendMany(Events);
    }
}
