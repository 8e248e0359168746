using CraftMarket.Media;
using CraftMarket.Ordering;

namespace CraftMarket.Web.Limits;

/// <summary>How often one source may ask for what costs others something, and how much one account may keep. 0: without
/// limit.</summary>
internal sealed record LimitSettings(int OrdersPerAddressPerMinute, int SignInsPerAddressPerMinute, int ContactsPerAddressPerHour,
    int OrderLinksPerAddressPerHour, int PasswordChecksAtOnce, OrderLimits Orders, PhotoQuotas Photos)
{
    public static LimitSettings Of(IConfiguration configuration) => new(
        Number(configuration, nameof(OrdersPerAddressPerMinute), 30),
        Number(configuration, nameof(SignInsPerAddressPerMinute), 30),
        Number(configuration, nameof(ContactsPerAddressPerHour), 30),
        Number(configuration, nameof(OrderLinksPerAddressPerHour), 10),
        // Judging a password takes a tenth of a second of a core; half of the cores stay for the shop.
        Math.Max(1, Number(configuration, nameof(PasswordChecksAtOnce), Environment.ProcessorCount / 2)),
        new(Number(configuration, "OpenOrdersPerPhone", 10)),
        new(new(Number(configuration, "PhotosPerArtisan", 1_000), Number(configuration, "PhotoMegabytesPerArtisan", 4_000)),
            new(Number(configuration, "PhotosOfOffice", 5_000), Number(configuration, "PhotoMegabytesOfOffice", 20_000))));

    private static int Number(IConfiguration configuration, string name, int usual) => configuration[$"Limits:{name}"] switch
    {
        null or "" => usual,
        var set when int.TryParse(set, out var number) && number >= 0 => number,
        _ => throw new InvalidOperationException($"Limits__{name} is not a whole number from 0 on."),
    };
}
