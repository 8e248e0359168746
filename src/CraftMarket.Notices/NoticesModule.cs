using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Notices;

/// <summary>What Notices keeps: which letters went, and how many first ones to an address.</summary>
public static class NoticesModule
{
    public static IServiceCollection AddNotices(this IServiceCollection services) => services.AddSingleton<PostOffice>()
        .ConfigureMarten(options =>
        {
            // Two may want to send the same letter at once; one of them does.
            options.Schema.For<LetterRecord>().UseOptimisticConcurrency(true);
            // Two orders with one address at once: both count.
            options.Schema.For<FirstLetters>().UseOptimisticConcurrency(true);
        });
}
