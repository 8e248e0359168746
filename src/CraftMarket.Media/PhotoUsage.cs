using Marten;
using Npgsql;

namespace CraftMarket.Media;

/// <summary>How many photos, and how many megabytes of them, somebody may keep.</summary>
/// <param name="Photos">0: any number.</param>
/// <param name="Megabytes">Of a million bytes; 0: any number.</param>
public sealed record PhotoQuota(int Photos, int Megabytes)
{
    public long Bytes => Megabytes * 1_000_000L;
}

/// <summary>The quota of each artisan, and the office's.</summary>
public sealed record PhotoQuotas(PhotoQuota Artisan, PhotoQuota Office)
{
    public PhotoQuota Of(PhotoOwner owner) => owner == PhotoOwner.Office ? Office : Artisan;
}

/// <summary>How much room somebody's photos take: those that are there and those that are still being sent.</summary>
public sealed record PhotoUsage(PhotoQuota Quota, int Photos, long Bytes, IReadOnlyList<Upload> UnderWay)
{
    private const string Owned =
        $"select count(*), coalesce(sum((data ->> 'Bytes')::bigint), 0)::bigint from {Photo.Table} "
        + "where data ->> 'Owner' = $1";

    /// <summary>Waits until nobody else sends photos of the same owner, so that no two take the same room.</summary>
    internal static async Task<PhotoUsage> Enter(IDocumentSession session, PhotoOwner owner, PhotoQuotas quotas,
        DateTimeOffset now, CancellationToken cancellation)
    {
        await session.BeginTransactionAsync(cancellation);
        const string takeTurns = "select pg_advisory_xact_lock(hashtextextended($1, 0))";
        await using (var alone = Command(session, takeTurns, $"photos of {owner.Value}"))
            await alone.ExecuteNonQueryAsync(cancellation);
        var underWay = await session.QueryAsync<Upload>("where data ->> 'Owner' = ? and data ->> 'End' is null", cancellation,
            $"{owner.Value}");
        await using var command = Command(session, Owned, $"{owner.Value}");
        await using var kept = await command.ExecuteReaderAsync(cancellation);
        await kept.ReadAsync(cancellation);
        return new(quotas.Of(owner), (int)kept.GetInt64(0), kept.GetInt64(1), [.. underWay.Where(x => x.ExpiresAt > now)]);
    }

    /// <summary>Without one that was announced and has arrived.</summary>
    public PhotoUsage Without(PhotoId arrived) => this with { UnderWay = [.. UnderWay.Where(x => x.Id != arrived)] };

    /// <summary>Why one more of so many bytes is not taken; null when there is room.</summary>
    public Refusal? WhyNot(long bytes)
    {
        var photos = Quota.Photos == 0 ? int.MaxValue : Math.Max(0, Quota.Photos - Photos - UnderWay.Count);
        var left = Quota.Megabytes == 0 ? long.MaxValue
            : Math.Max(0, Quota.Bytes - Bytes - UnderWay.Sum(x => x.Length));
        if (photos > 0 && left >= bytes) return null;
        return Refusal.Invalid("photo_quota",
            $"Tempat untuk foto Anda sudah penuh (sisa {photos} foto, {left / 1_000_000} MB). Hubungi kantor CraftMarket.",
            $"Your room for photos is used up (left: {photos} photos, {left / 1_000_000} MB). Ask the CraftMarket office.",
            "file") with
        {
            Details = new Dictionary<string, object?> { ["left"] = new { photos, bytes = left } },
        };
    }

    private static NpgsqlCommand Command(IDocumentSession session, string sql, string value) =>
        new(sql, session.Connection) { Parameters = { new() { Value = value } } };
}
