namespace CraftMarket.People.Accounts;

/// <summary>Opens accounts for the office's own people, which no invitation makes.</summary>
public sealed class OfficeAccounts(AccountBook accounts, Resets resets, AccountLog log)
{
    /// <summary>What an office account may be; artisans come by invitation.</summary>
    public static readonly IReadOnlyList<string> Roles = ["staff", "companion", "curator", "operator"];

    /// <param name="login">Phone number or e-mail address.</param>
    /// <param name="role">One of <see cref="Roles"/>.</param>
    /// <param name="area">Region code of the villages that a companion serves; for nobody else.</param>
    /// <returns><see cref="ResetLink"/>, by which the holder alone chooses the password, or what is wrong.</returns>
    public async Task<Answer> Open(string? login, string? role, string? area, CancellationToken cancellation = default)
    {
        if (!Login.TryParse(login, out var parsed))
            return No("invalid_login", "Tulis nomor HP atau alamat e-mail.", "Give a phone number or an e-mail address.");
        if (role is null || !Roles.Contains(role))
            return No("unknown_role", $"Peran yang ada: {string.Join(", ", Roles)}.",
                $"The roles are: {string.Join(", ", Roles)}.");
        RegionCode? served = RegionCode.TryParse(area, out var region) ? region : null;
        if (role == "companion" != served is not null)
            return No("area", "Pendamping, dan hanya pendamping, punya wilayah seperti 52.02.",
                "A companion, and nobody else, has an area such as 52.02.");
        var account = Account.For(Guid.CreateVersion7(), parsed, role);
        account.Area = served;
        if (!await accounts.AddAsync(account, cancellation))
            return Refusal.Conflict("login_taken", "Nomor atau alamat ini sudah dipakai.", "This number or address is in use.");
        await log.NoteAsync(account.Id, AccountDeed.Opened, by: null, cancellation);
        return await resets.MakeAsync(account, all: true, by: null, cancellation: cancellation);
    }

    private static Refusal No(string code, string indonesian, string english) => Refusal.Invalid(code, indonesian, english);
}
