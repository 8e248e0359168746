using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>A curator names a maker whose goods may be shown at once, or takes that back.</summary>
public sealed record TrustMaker(ArtisanId ArtisanId, bool Trusted) : Confidential;

public static class TrustMakerHandler
{
    public static Guid MakerOf(TrustMaker command) => Maker.StreamOf(command.ArtisanId);

    public static (Answer, Events) Handle(TrustMaker command,
        [WriteAggregate(FromMethod = nameof(MakerOf), LoadStyle = ConcurrencyStyle.Exclusive)] Maker maker, DateTimeOffset now) =>
        maker.Trusted == command.Trusted ? (Done.Instance, [])
        : (Done.Instance, command.Trusted ? [new MakerTrusted(now)] : [new MakerTrustEnded(now)]);
}

/// <summary>Reads whom curators trust.</summary>
public static class NamedMakers
{
    public static async Task<IReadOnlyList<Maker>> TrustedMakers(this IQuerySession session, CancellationToken cancellation) =>
        [.. (await session.QueryAsync<Maker>("where data -> 'Trusted' = 'true'", cancellation))
            .OrderBy(x => x.ShownName, StringComparer.Ordinal)];
}
