using Wolverine;

namespace CraftMarket.Media;

/// <summary>Photos wait in a line of their own, two at a time, so that a burst of uploads cannot take the machine's
/// memory.</summary>
internal sealed class RenderQueue : IWolverineExtension
{
    public void Configure(WolverineOptions options)
    {
        options.LocalQueueFor<RenderPhoto>().MaximumParallelMessages(2);
        options.LocalQueueFor<LookAtPhoto>().MaximumParallelMessages(1);
    }
}
