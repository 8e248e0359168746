namespace CraftMarket.Kernel;

/// <summary>A command that carries what somebody told in confidence; printed, it names only what it is about.</summary>
/// <remarks>The text of a command that fails goes to the log.</remarks>
public abstract record Confidential
{
    public sealed override string ToString()
    {
        var ids = GetType().GetProperties().Where(x => IsId(Nullable.GetUnderlyingType(x.PropertyType) ?? x.PropertyType));
        return $"{GetType().Name} {{ {string.Join(", ", ids.Select(x => $"{x.Name} = {x.GetValue(this)}"))} }}";
    }

    private static bool IsId(Type type) =>
        type.GetInterfaces().Any(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(IId<>));
}
