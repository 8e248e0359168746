using Wolverine;

namespace CraftMarket.Media;

/// <summary>Photos wait in a line of their own, two at a time, so that a burst of uploads cannot take the machine's
/// memory.</summary>
internal sealed class RenderQueue : IWolverineExtension
{
    /// <summary>Where photos wait to be looked at, one after the other.</summary>
    public const string Looks = "craftmarket.media.lookatphoto";

    public void Configure(WolverineOptions options)
    {
        options.LocalQueueFor<RenderPhoto>().MaximumParallelMessages(2);
        options.LocalQueue(Looks).Sequential();
    }
}
