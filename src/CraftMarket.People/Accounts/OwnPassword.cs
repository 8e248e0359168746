using CraftMarket.People.Joining;

namespace CraftMarket.People.Accounts;

/// <summary>Changes one's own password. The other sessions end, and so do the links that would have set it.</summary>
public sealed class OwnPassword(AccountBook accounts, Credentials credentials, CredentialChange change, OwnNames names,
    PeopleRules rules)
{
    /// <param name="session">The session that asks and stays.</param>
    /// <param name="code">Asked for where a second factor is set up.</param>
    /// <param name="again">What was chosen once more; null where it is typed once.</param>
    /// <returns><see cref="Done"/>, or all of <c>wrong_password</c>, <c>code_needed</c>, <c>wrong_code</c>, <c>locked</c>,
    /// <c>weak_password</c> and <c>password_differs</c> that hold.</returns>
    public async Task<Answer> ChangeAsync(Guid id, Guid session, string? current, string? code, string? chosen, string? again,
        CancellationToken cancellation = default)
    {
        if (await accounts.Of(id, cancellation) is not { } account || account.ToLogin() is not { } login)
            return Refusal.Missing();
        var weak = Password.Check(chosen, login, rules, await names.OfAsync(account, cancellation));
        var unfit = Refusals.Of(weak is null ? null : weak with { Field = "new" }, Password.Differs(chosen, again));
        // A code is good once: it is not used up for a password that is refused anyway.
        var wrong = unfit is not null && !string.IsNullOrEmpty(code) ? null
            : await credentials.ProveBothAsync(account, current, code, cancellation) as Refusal;
        if (Refusals.Of(wrong is null ? null : wrong with { Field = wrong.Field ?? "current" }, unfit) is { } refusal)
            return refusal;
        return await change.RunAsync(account, session, async connection =>
        {
            await connection.RunAsync("delete from people.password_resets where account_id = $1", cancellation, account.Id);
            return await CredentialChange.SetPasswordAsync(connection, account, chosen!, cancellation);
        }, cancellation) ? Done.Instance : CredentialChange.Overtaken;
    }
}
