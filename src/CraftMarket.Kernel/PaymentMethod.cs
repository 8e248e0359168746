using System.Text.Json;
using System.Text.Json.Serialization;

namespace CraftMarket.Kernel;

/// <summary>How a buyer pays. What differs by it stands in the rows of tables: here, in Payments and in what pages say (decision
/// 0042).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaymentMethod>))]
public enum PaymentMethod
{
    [JsonStringEnumMemberName("card")] Card,
    [JsonStringEnumMemberName("transfer")] Transfer,
    [JsonStringEnumMemberName("cod")] CashOnDelivery,
}

/// <summary>What an order by a method is like.</summary>
/// <param name="Hold">How long its goods wait: as long as the card page, a day for a transfer, or for the artisan's
/// answer.</param>
/// <param name="PaidAtDoor">The artisan takes it on before it is paid and takes the money on delivery; the platform never holds
/// that money.</param>
public sealed record PaymentTerms(PaymentMethod Method, TimeSpan Hold, bool PaidAtDoor = false)
{
    public static IReadOnlyList<PaymentTerms> All { get; } =
    [
        new(PaymentMethod.Card, TimeSpan.FromMinutes(35)),
        new(PaymentMethod.Transfer, TimeSpan.FromHours(24)),
        new(PaymentMethod.CashOnDelivery, ToAnswer, PaidAtDoor: true),
    ];

    /// <summary>How long an artisan has to answer.</summary>
    public static TimeSpan ToAnswer => TimeSpan.FromDays(3);

    /// <summary>The method's word in requests, answers and stored data.</summary>
    public string Code { get; } = JsonSerializer.SerializeToElement(Method).GetString()!;

    /// <summary>The words of some methods as an array in SQL.</summary>
    public static string Sql(Func<PaymentTerms, bool> which) => $"'{{{string.Join(',', All.Where(which).Select(x => x.Code))}}}'";
}

public static class PaymentTermsOfMethod
{
    public static PaymentTerms Terms(this PaymentMethod method) => PaymentTerms.All.First(x => x.Method == method);

    /// <inheritdoc cref="PaymentTerms.PaidAtDoor" path="/summary"/>
    public static bool IsPaidAtDoor(this PaymentMethod method) => method.Terms().PaidAtDoor;
}
