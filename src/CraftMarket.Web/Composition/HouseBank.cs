namespace CraftMarket.Web.Composition;

/// <summary>The bank account that buyers transfer to: <c>Bank__Name</c>, <c>Bank__Account</c> and <c>Bank__Holder</c>.</summary>
/// <param name="Name">The bank's name.</param>
/// <param name="Account">The account's number as the bank writes it.</param>
/// <param name="Holder">In whose name it is, so that a buyer sees that it is the right one.</param>
internal sealed record HouseBank(string Name, string Account, string Holder)
{
    /// <summary>Null when none is set: then nobody is asked to transfer.</summary>
    public static HouseBank? Of(IConfiguration configuration)
    {
        string?[] set = [configuration["Bank:Name"], configuration["Bank:Account"], configuration["Bank:Holder"]];
        if (set.All(string.IsNullOrWhiteSpace)) return null;
        return set is [{ Length: > 0 } name, { Length: > 0 } account, { Length: > 0 } holder]
            ? new(name, account, holder)
            : throw new InvalidOperationException("Set all of Bank__Name, Bank__Account and Bank__Holder, or none: buyers are "
                + "told the three together.");
    }
}

/// <summary>Where buyers transfer to.</summary>
/// <param name="Bank">Null when no bank transfer can be taken.</param>
internal sealed record TransferAccount(HouseBank? Bank);
