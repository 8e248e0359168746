using CraftMarket.People.Joining;

namespace CraftMarket.People.Accounts;

/// <summary>Changes one's own password. The other sessions end, and so do the links that would have set it.</summary>
public sealed class OwnPassword(AccountBook accounts, Credentials credentials, CredentialChange change, OwnNames names,
    PeopleRules rules)
{
    /// <param name="session">The session that asks and stays.</param>
    /// <param name="code">Asked for where a second factor is set up.</param>
    /// <returns><see cref="Done"/>, or the refusal <c>wrong_password</c>, <c>code_needed</c>, <c>wrong_code</c>,
    /// <c>weak_password</c> or <c>locked</c>.</returns>
    public async Task<Answer> ChangeAsync(Guid id, Guid session, string? current, string? code, string? chosen,
        CancellationToken cancellation = default)
    {
        if (await accounts.Of(id, cancellation) is not { } account || account.ToLogin() is not { } login)
            return Refusal.Missing();
        if (await credentials.ProveBothAsync(account, current, code, cancellation) is Refusal wrong)
            return wrong with { Field = wrong.Field ?? "current" };
        if (Password.Check(chosen, login, rules, await names.OfAsync(account, cancellation)) is { } weak)
            return weak with { Field = "new" };
        return await change.RunAsync(account, session, async connection =>
        {
            await connection.RunAsync("delete from people.password_resets where account_id = $1", cancellation, account.Id);
            return await CredentialChange.SetPasswordAsync(connection, account, chosen!, cancellation);
        }, cancellation) ? Done.Instance : CredentialChange.Overtaken;
    }
}
