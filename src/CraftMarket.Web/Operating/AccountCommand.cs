using CraftMarket.People.Accounts;
using JasperFx;
using JasperFx.CommandLine;

namespace CraftMarket.Web.Operating;

/// <summary>What the command <c>account</c> is told; password and reason come by standard input, so that no list of processes
/// shows them.</summary>
public sealed class AccountInput : NetCoreInput
{
    [Description("Phone number or e-mail address to sign in with; or close, or reset")]
    public string Login { get; set; } = "";

    [Description("staff, companion, curator or operator; after close and reset, whose account it is")]
    public string Role { get; set; } = "";

    [Description("Region code of the villages that a companion serves, such as 52.02")]
    public string? AreaFlag { get; set; }
}

/// <summary><c>dotnet CraftMarket.Web.dll account LOGIN ROLE [--area 52.02]</c> opens an account for somebody of the office;
/// <c>account close LOGIN</c> closes one; <c>account reset LOGIN</c> prints a one-time link, for when the last operator has
/// lost the telephone.</summary>
[Description("Opens an account (account LOGIN ROLE), closes one (account close LOGIN) "
    + "or makes a link for a new password (account reset LOGIN)", Name = "account")]
public sealed class AccountCommand : JasperFxAsyncCommand<AccountInput>
{
    public AccountCommand() => Usage("Opens, closes or resets an account").Arguments(x => x.Login, x => x.Role);

    public override async Task<bool> Execute(AccountInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var host = input.BuildHost();
        await using var scope = host.Services.CreateAsyncScope();
        var answer = await Carry(scope.ServiceProvider, input);
        var site = scope.ServiceProvider.GetRequiredService<IConfiguration>()["Site:Address"];
        Console.WriteLine(answer switch
        {
            Refusal refusal => refusal.Why.English,
            ResetLink link => $"Good once, for 24 hours; the second factor goes with the old password:\n{site}/sandi/{link.Token}",
            _ => input.Login == "close" ? "The account is closed." : "The account is open.",
        });
        return answer is not Refusal;
    }

    private static async Task<Answer> Carry(IServiceProvider services, AccountInput input)
    {
        var resets = services.GetRequiredService<Resets>();
        return input.Login switch
        {
            "close" => await services.GetRequiredService<Closing>()
                .CloseAsync(await resets.HolderOf(input.Role), Ask("Reason: "), by: null),
            "reset" => await resets.MakeAsync(await resets.HolderOf(input.Role), all: true, by: null, dropFactor: true),
            _ => await ActivatorUtilities.CreateInstance<OfficeAccounts>(services)
                .Open(input.Login, input.Role, input.AreaFlag, Ask("Password: ")),
        };
    }

    private static string? Ask(string what)
    {
        if (!Console.IsInputRedirected) Console.Write(what);
        return Console.ReadLine();
    }
}
