using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Media;
using CraftMarket.Payments;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wolverine;

namespace CraftMarket.Tests.Operating;

/// <summary>A full disk or a database that starts again delays a fact and never costs it.</summary>
public sealed class PassingTroubleTests(RunningMarket market)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_fact_outlives_a_full_disk()
    {
        var order = OrderId.From(Guid.NewGuid());
        await using var source = NpgsqlDataSource.Create(market.ConnectionString);
        await Run(source, $"""
            create sequence market.full_disk_met;
            create function market.full_disk() returns trigger language plpgsql as $$ begin
                perform nextval('market.full_disk_met');
                raise exception 'could not extend file: No space left on device' using errcode = '53100';
            end $$;
            create trigger full_disk before insert on market.mt_doc_payment for each row
                when (new.id = '{PaymentId.Of(order).Value}') execute function market.full_disk();
            """);
        await using (var scope = market.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<IMessageBus>().PublishAsync(new OrderPlaced(order,
                PaymentMethod.Transfer, new(1_000), [], DateTimeOffset.UtcNow.AddDays(1)));
        // Three attempts are what a message gets that nobody has a rule for.
        await Shop.Eventually(() => Ask(source, "select last_value from market.full_disk_met"), x => x > 3);

        await Run(source, "drop trigger full_disk on market.mt_doc_payment");

        await Shop.Eventually(async () =>
        {
            await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
            return await session.LoadAsync<Payment>(PaymentId.Of(order).Value, Stop);
        }, x => x is not null);
        Assert.Equal(0,
            await Ask(source, "select count(*) from wolverine.wolverine_dead_letters where message_type like '%OrderPlaced'"));
    }

    [Fact]
    public async Task an_original_that_is_away_is_the_disks_fault_and_not_the_photos()
    {
        var empty = Path.Combine(Path.GetTempPath(), $"no-originals-{Guid.NewGuid():N}");
        var photo = new Photo(new(Guid.NewGuid()), new ArtisanId(Guid.NewGuid()), "abcdef", PhotoStatus.Processing, []);
        await Assert.ThrowsAnyAsync<IOException>(() => new RenditionMaker(new(new FolderKeeper(empty))).MakeAsync(photo, Stop));
    }

    private static async Task Run(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Stop);
    }

    private static async Task<long> Ask(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Stop))!;
    }
}
