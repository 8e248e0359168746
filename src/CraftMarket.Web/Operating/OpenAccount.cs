using CraftMarket.People.Accounts;
using JasperFx;
using JasperFx.CommandLine;

namespace CraftMarket.Web.Operating;

/// <summary>What the command <c>account</c> is told; the password comes by standard input, so that no list of processes shows it.</summary>
public sealed class AccountInput : NetCoreInput
{
    [Description("Phone number or e-mail address to sign in with")]
    public string Login { get; set; } = "";

    [Description("staff, companion, curator or operator")]
    public string Role { get; set; } = "";

    [Description("Region code of the villages that a companion serves, such as 52.02")]
    public string? AreaFlag { get; set; }
}

/// <summary><c>dotnet CraftMarket.Web.dll account LOGIN ROLE [--area 52.02]</c>: opens an account for somebody of the office.</summary>
[Description("Opens an account for staff, a companion, a curator or an operator; reads the password from standard input", Name = "account")]
public sealed class AccountCommand : JasperFxAsyncCommand<AccountInput>
{
    public AccountCommand() => Usage("Opens an account").Arguments(x => x.Login, x => x.Role);

    public override async Task<bool> Execute(AccountInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var host = input.BuildHost();
        await using var scope = host.Services.CreateAsyncScope();
        var accounts = ActivatorUtilities.CreateInstance<OfficeAccounts>(scope.ServiceProvider);
        if (!Console.IsInputRedirected) Console.Write("Password: ");
        var answer = await accounts.Open(input.Login, input.Role, input.AreaFlag, Console.ReadLine());
        Console.WriteLine(answer is Refusal refusal ? refusal.Why.English : "The account is open.");
        return answer is not Refusal;
    }
}
