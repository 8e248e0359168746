using System.Globalization;
using Npgsql;

namespace CraftMarket.Catalogue;

/// <summary>A question about exposure that makes sense.</summary>
public sealed record ExposureQuestion(DateOnly From, DateOnly To, bool ByVillage) : Answer
{
    private const int UsualDays = 30;

    /// <summary>Reads days as <c>2026-11-01</c> and the grouping; without days, the last thirty.</summary>
    public static Answer Ask(string? groupBy, string? from, string? to, DateOnly today)
    {
        if (groupBy is not (null or "maker" or "village"))
            return Refusal.Invalid("unknown_grouping", "Pilih menurut perajin (maker) atau desa (village).",
                "Choose maker or village.", "groupBy");
        if (Day(to, today) is not { } last)
            return Refusal.Invalid("day_unreadable", "Tulis tanggal seperti 2026-11-30.", "Write the day like 2026-11-30.", "to");
        // At the beginning of the calendar it stops: somebody may type the year 1.
        if (Day(from, DateOnly.FromDayNumber(Math.Max(0, last.DayNumber + 1 - UsualDays))) is not { } first)
            return Refusal.Invalid("day_unreadable", "Tulis tanggal seperti 2026-11-01.",
                "Write the day like 2026-11-01.", "from");
        return first > last
            ? Refusal.Invalid("days_reversed", "Tanggal awal harus sebelum tanggal akhir.",
                "The first day must come before the last.", "from")
            : new ExposureQuestion(first, last, groupBy == "village");
    }

    private static DateOnly? Day(string? text, DateOnly otherwise) => string.IsNullOrWhiteSpace(text) ? otherwise
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>Reads how looks and sales were spread, from counted views and delivered parts.</summary>
public sealed class ReadExposure(NpgsqlDataSource database)
{
    /// <summary>Rows of <see cref="MakerSale"/>, with what the part's goods brought in and what was given back up to
    /// each.</summary>
    private const string Sales = $"""
        select data ->> 'ArtisanId' as artisan, (data ->> 'On')::date as day, (data ->> 'Amount')::bigint as amount,
            sum(greatest((data ->> 'Amount')::bigint, 0)) over (partition by data ->> 'Part') as goods,
            sum(greatest(-(data ->> 'Amount')::bigint, 0)) over (partition by data ->> 'Part' order by data ->> 'On', id) as back
        from {MakerSale.Table}
        """;

    /// <summary>A refund takes from the goods first; what goes beyond them is shipping, which never counted as a sale.</summary>
    private const string Counted = "case when amount < 0 then least(goods, back + amount) - least(goods, back) else amount end";

    private const string Makers = $$"""
        select (m.data ->> 'ArtisanId')::uuid, coalesce(m.data ->> 'Name', ''), m.data ->> 'Village',
            coalesce(g.goods, 0)::int, coalesce(v.views, 0)::bigint, coalesce(s.amount, 0)::bigint
        from {{Maker.Table}} as m
        left join (select data -> 'artisan' ->> 'id' as artisan, count(*) as goods from {{ProductCard.Table}}
            where status = '{{ProductCard.OnSale}}' group by 1) as g on g.artisan = m.data ->> 'ArtisanId'
        left join (select c.data -> 'artisan' ->> 'id' as artisan, sum(w.views) as views from market.product_view as w
            join {{ProductCard.Table}} as c on c.id = w.product where w.day between $1 and $2
                group by 1) as v on v.artisan = m.data ->> 'ArtisanId'
        left join (select artisan, sum({{Counted}}) as amount from ({{Sales}}) as each
            where day between $1 and $2 group by 1) as s on s.artisan = m.data ->> 'ArtisanId'
        where m.data ->> 'Village' is not null and (g.goods > 0 or v.views > 0 or s.amount <> 0)
        """;

    public async Task<ExposureReport> Run(ExposureQuestion asked, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Makers);
        command.Parameters.Add(new() { Value = asked.From });
        command.Parameters.Add(new() { Value = asked.To });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var makers = new List<MakerExposure>();
        while (await reader.ReadAsync(cancellation))
        {
            var village = RegionCode.Parse(reader.GetString(2));
            var name = reader.GetString(1) is { Length: > 0 } brand ? brand : $"{Maker.Unnamed} {Regions.NameOf(village)}";
            makers.Add(new(new(reader.GetGuid(0)), name, village, reader.GetInt32(3), reader.GetInt64(4), reader.GetInt64(5)));
        }

        return ExposureReport.Of(makers, asked.ByVillage);
    }
}
