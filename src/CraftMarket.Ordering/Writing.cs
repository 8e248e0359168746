using JasperFx.Events;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>Lets a decision about several locked streams say what it appends to each, and still do nothing itself.</summary>
internal static class Writing
{
    public static IMartenOp Write<T>(this IEventStream<T> stream, params object[] events) where T : class =>
        new Appending<T>(stream, events);

    private sealed record Appending<T>(IEventStream<T> Stream, object[] Events) : IMartenOp where T : class
    {
        public void Execute(IDocumentSession session) => Stream.AppendMany(Events);
    }
}
