using Microsoft.Extensions.Configuration;

namespace CraftMarket.Notices;

/// <summary>A way to reach somebody. A new one is a member, the class that carries it, and its row of
/// <see cref="Channels"/>.</summary>
public enum NoticeChannel
{
    Email,
}

/// <summary>Whom a notice goes to: opened from what lies sealed when the notice is about to be written, and kept in no event, no
/// message, no log and no link.</summary>
/// <param name="Language"><c>en</c> for who reads English, else <c>id</c>.</param>
public sealed record Addressee(NoticeChannel Channel, string Address, string Language)
{
    public override string ToString() => "Addressee ****";
}

/// <summary>Carries a letter to an address, outside any transaction.</summary>
/// <param name="id">The same for the same letter.</param>
/// <returns>False when this address will never take it. Anything else that goes wrong is an <see cref="IOException"/>, to be
/// tried again.</returns>
public delegate Task<bool> Carrier(Guid id, string address, Letter letter, CancellationToken cancellation);

/// <summary>What carries each channel.</summary>
public static class Channels
{
    /// <summary>Null where a channel is not set; half of its settings stop the start.</summary>
    internal static readonly IReadOnlyDictionary<NoticeChannel, Func<IConfiguration, Carrier?>> Rows =
        new Dictionary<NoticeChannel, Func<IConfiguration, Carrier?>>
        {
            [NoticeChannel.Email] = settings => SmtpSettings.Of(settings) is not { } server ? null
                : (id, address, letter, cancellation) => SmtpLine.SendAsync(server, id, address, letter, cancellation),
        };

    public static IReadOnlyDictionary<NoticeChannel, Carrier> Of(IConfiguration settings) => Rows
        .Select(x => (x.Key, Carrier: x.Value(settings))).Where(x => x.Carrier is not null)
        .ToDictionary(x => x.Key, x => x.Carrier!);
}
