using System.Text.Json.Serialization;

namespace CraftMarket.Kernel;

/// <summary>How a buyer pays. Cash on delivery is held by the artisan and never by the platform.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaymentMethod>))]
public enum PaymentMethod
{
    [JsonStringEnumMemberName("card")] Card,
    [JsonStringEnumMemberName("transfer")] Transfer,
    [JsonStringEnumMemberName("cod")] CashOnDelivery,
}
