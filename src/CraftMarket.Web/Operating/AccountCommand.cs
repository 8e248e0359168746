using CraftMarket.People.Accounts;
using JasperFx;
using JasperFx.CommandLine;

namespace CraftMarket.Web.Operating;

/// <summary>What the command <c>account</c> is told; a reason comes by standard input, so that no list of processes shows
/// it.</summary>
public sealed class AccountInput : NetCoreInput
{
    [Description("Phone number or e-mail address to sign in with; or close, reset or sign-out")]
    public string Login { get; set; } = "";

    [Description("staff, companion, curator or operator; after close, reset and sign-out, whose account it is")]
    public string Role { get; set; } = "";

    [Description("Region code of the villages that a companion serves, such as 52.02")]
    public string? AreaFlag { get; set; }
}

/// <summary><c>dotnet CraftMarket.Web.dll account LOGIN ROLE [--area 52.02]</c> opens an account for somebody of the office and
/// prints a one-time link by which they choose a password; <c>account close LOGIN</c> closes one; <c>account reset LOGIN</c>
/// prints another link, for when the last operator has lost the telephone; <c>account sign-out LOGIN</c>, or <c>all</c>, ends
/// sessions.</summary>
[Description("Opens an account (account LOGIN ROLE), closes one (account close LOGIN), makes a link for a new password "
    + "(account reset LOGIN) or ends sessions (account sign-out LOGIN, or all)", Name = "account")]
public sealed class AccountCommand : JasperFxAsyncCommand<AccountInput>
{
    private const string Everybody = "all";

    public AccountCommand() => Usage("Opens, closes or resets an account, or ends sessions").Arguments(x => x.Login, x => x.Role);

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
            ResetLink link => $"{Of(input)} Good once, for 24 hours:\n{site}/sandi/{link.Token}",
            _ => Of(input),
        });
        return answer is not Refusal;
    }

    internal static async Task<Answer> Carry(IServiceProvider services, AccountInput input)
    {
        var resets = services.GetRequiredService<Resets>();
        return input switch
        {
            { Login: "close" } => await services.GetRequiredService<Closing>()
                .CloseAsync(await resets.HolderOf(input.Role), Ask("Reason: "), by: null),
            { Login: "reset" } => await resets
                .MakeAsync(await resets.HolderOf(input.Role), all: true, by: null, dropFactor: true),
            { Login: "sign-out", Role: Everybody } => await services.GetRequiredService<SigningOut>().EndAllAsync(),
            { Login: "sign-out" } => await services.GetRequiredService<SigningOut>()
                .EndAsync(await resets.HolderOf(input.Role), by: null),
            _ => await services.GetRequiredService<OfficeAccounts>().Open(input.Login, input.Role, input.AreaFlag),
        };
    }

    private static string Of(AccountInput input) => input.Login switch
    {
        "close" => "The account is closed.",
        "reset" => "A link for a new password; the second factor goes with the old one.",
        "sign-out" => "The sessions are ended.",
        _ => "The account is open. Its holder chooses a password by this link.",
    };

    private static string? Ask(string what)
    {
        if (!Console.IsInputRedirected) Console.Write(what);
        return Console.ReadLine();
    }
}
