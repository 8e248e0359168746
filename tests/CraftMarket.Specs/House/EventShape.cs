using System.Collections;
using System.Reflection;

namespace CraftMarket.Specs.House;

/// <summary>What an event consists of, down to the fields of its parts, and one of its kind with every field filled.</summary>
internal static class EventShape
{
    public static string Of(Type type) => string.Join(", ", Fields(type).Select(x => $"{x.Name} {Name(x.Type)}"));

    public static object Sample(Type type) => Value(type, "")!;

    private static IEnumerable<(string Name, Type Type)> Fields(Type type) =>
        Constructor(type).GetParameters().Select(x => (x.Name!, x.ParameterType));

    private static ConstructorInfo Constructor(Type type) =>
        type.GetConstructors(BindingFlags.Public | BindingFlags.Instance)
            .OrderByDescending(x => x.GetParameters().Length).First();

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) return Name(value) + "?";
        if (Items(type) is { } items) return $"[{string.Join(": ", items.Select(Name))}]";
        if (type.IsEnum) return $"{type.Name}({string.Join('|', Enum.GetNames(type))})";
        return IsRecord(type) ? $"{type.Name}({Of(type)})" : type.Name;
    }

    private static object? Value(Type type, string name)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) return Value(value, name);
        if (type == typeof(string)) return name.Length == 0 ? "text" : name;
        if (type == typeof(Guid)) return new Guid("0198d2a0-0000-7000-8000-000000000001");
        if (type == typeof(DateOnly)) return new DateOnly(2026, 11, 23);
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(2026, 11, 23, 1, 2, 3, TimeSpan.Zero);
        if (type == typeof(bool)) return true;
        if (type == typeof(RegionCode)) return Regions.Semoyang;
        if (type == typeof(LocalMonth)) return new LocalMonth(2026, 11);
        if (type == typeof(byte[])) return new byte[] { 1, 2, 3 };
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0);
        if (type.IsPrimitive || type == typeof(decimal)) return Convert.ChangeType(7, type);
        if (Items(type) is { } items) return Collection(type, items, name);
        return Constructor(type).Invoke([.. Constructor(type).GetParameters().Select(x => Value(x.ParameterType, x.Name!))]);
    }

    private static object Collection(Type type, Type[] items, string name)
    {
        if (items.Length == 2)
        {
            var pairs = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(items))!;
            pairs.Add(Value(items[0], name)!, Value(items[1], name));
            return pairs;
        }

        var array = Array.CreateInstance(items[0], 1);
        array.SetValue(Value(items[0], name), 0);
        if (type.IsAssignableFrom(array.GetType())) return array;
        return Activator.CreateInstance(type.IsInterface ? typeof(HashSet<>).MakeGenericType(items) : type, array)!;
    }

    /// <summary>The type of a list's items, or of a dictionary's keys and values.</summary>
    private static Type[]? Items(Type type)
    {
        if (type == typeof(string) || type == typeof(byte[]) || !typeof(IEnumerable).IsAssignableFrom(type)) return null;
        return type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments();
    }

    private static bool IsRecord(Type type) => type.Namespace?.StartsWith("CraftMarket.", StringComparison.Ordinal) == true
        && !type.GetInterfaces().Any(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(IId<>))
        && type != typeof(RegionCode) && type != typeof(LocalMonth) && type != typeof(Rupiah);
}
