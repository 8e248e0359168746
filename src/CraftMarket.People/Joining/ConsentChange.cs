using CraftMarket.Kernel.Facts;

namespace CraftMarket.People.Joining;

/// <summary>Decides what somebody's answer to a purpose changes.</summary>
public static class ConsentChange
{
    /// <param name="given">Null when the asker forgot to say.</param>
    public static Refusal? Problem(string purpose, bool? given)
    {
        if (!ConsentPurpose.All.Contains(purpose))
            return Refusal.Invalid("unknown_purpose",
                "Persetujuan ini tidak dikenal. Pilih shop, training, income, atau contact.",
                "This consent is not known. Choose shop, training, income or contact.", "purpose");
        return given is not null ? null
            : Refusal.Invalid("given_missing", "Pilih setuju atau tidak setuju.",
                "Say whether it is given: true or false.", "given");
    }

    /// <summary>What is said of it; null when the answer is the same as before, in the same wording.</summary>
    /// <param name="register">Null for who was never asked anything.</param>
    public static object? Of(PersonId person, string purpose, bool given, ConsentRegister? register)
    {
        if (given)
            return register?.Given.GetValueOrDefault(purpose) == Purposes.CurrentVersion ? null
                : new ConsentGiven(person, purpose, Purposes.CurrentVersion);
        return register?.Answer(purpose) == false ? null : new ConsentWithdrawn(person, purpose);
    }
}
