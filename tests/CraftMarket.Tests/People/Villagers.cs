using System.Globalization;
using CraftMarket.Kernel;
using CraftMarket.People.Joining;
using CraftMarket.People.Persons;
using Microsoft.Extensions.DependencyInjection;
using Wolverine;

namespace CraftMarket.Tests.People;

/// <summary>Fictitious people of Semoyang and what the office does with them.</summary>
internal static class Villagers
{
    private static int _serial = Random.Shared.Next(1000, 6000);

    /// <summary>A woman born on 17 August 1990, with a number of province 99 that nobody else in this run has.</summary>
    public static PersonalDetails Inaq(string name, string? phone = null)
    {
        var serial = Interlocked.Increment(ref _serial);
        var nik = string.Create(CultureInfo.InvariantCulture, $"990206570890{serial:0000}");
        return new(name, nik, new(1990, 8, 17), "f", phone, Regions.Semoyang);
    }

    public static async Task<Answer> Send(this RunningMarket market, object command)
    {
        await using var scope = market.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMessageBus>()
            .InvokeAsync<Answer>(command, TestContext.Current.CancellationToken);
    }

    public static async Task<PersonId> Registered(this RunningMarket market, PersonalDetails details)
    {
        var person = new PersonId(Guid.CreateVersion7());
        Assert.IsType<Done>(await market.Send(new OpenPersonFile(person, details)));
        return person;
    }

    /// <summary>The secret part of the invitation's link.</summary>
    public static async Task<string> Invited(this RunningMarket market, PersonId person, string login,
        ArtisanId? artisan = null) =>
        Assert.IsType<Invited>(await market.Send(new MakeInvitation(artisan ?? new(Guid.CreateVersion7()), person, login))).Token;
}
