using Npgsql;

namespace CraftMarket.Web.Operating;

/// <summary>Takes away what earlier versions told by messages and streams say now: the facts were derived a moment ago, so
/// nothing that lay on its way is lost (decision 0040).</summary>
internal sealed class RetiredMessages(NpgsqlDataSource database) : IReferenceData
{
    private static readonly string[] Types =
    [
        .. new[]
        {
            "ProductListed", "SupplyChosen", "ProductOffered", "BrandShown", "GroupBrandShown", "StockMoved", "OrderNumbered",
            "SellerOrderSettled", "PartDelivered", "PartGivenBack", "SellerOrderRefunded", "ConsentsStand", "BatchOpened",
            "TraineeEnrolled", "TrainingCompleted", "ArtisanWelcomed",
        }.Select(x => $"CraftMarket.Kernel.Facts.{x}"),
        "CraftMarket.Catalogue.KeepShop", "CraftMarket.Catalogue.FollowShop", "CraftMarket.People.Joining.TellConsents",
        "CraftMarket.Training.TellBatch",
    ];

    public async Task EnsureAsync(CancellationToken cancellation)
    {
        foreach (var table in new[] { "wolverine_incoming_envelopes", "wolverine_dead_letters" })
        {
            await using var command = database.CreateCommand($"""
                do $$ begin
                    if to_regclass('wolverine.{table}') is not null then
                        delete from wolverine.{table} where message_type = any(string_to_array('{string.Join(',', Types)}', ','));
                    end if;
                end $$
                """);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
