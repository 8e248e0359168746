using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace CraftMarket.Specs.House;

/// <summary>What the code of a method names: fields, and methods with what they name in turn, as far as they are ours.</summary>
internal static class CalledCode
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(x => (OpCode)x.GetValue(null)!).ToDictionary(x => x.Value);

    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    public static IReadOnlyCollection<MemberInfo> Of(MethodBase from)
    {
        var (seen, next) = (new HashSet<MemberInfo>(), new Stack<MethodBase>([from]));
        while (next.TryPop(out var method))
            foreach (var named in NamedBy(method).Where(seen.Add))
                foreach (var called in Behind(named).Where(IsOurs)) next.Push(called);
        return seen;
    }

    /// <summary>Code that waits, or gives one thing after another, lies in a type of the compiler's.</summary>
    private static IEnumerable<MethodBase> Behind(MemberInfo named) => named switch
    {
        ConstructorInfo { DeclaringType: { } type } made when type.IsDefined(typeof(CompilerGeneratedAttribute), false) =>
            [made, .. type.GetMethods(All)],
        MethodBase method => [method],
        _ => [],
    };

    private static bool IsOurs(MethodBase method) =>
        method.Module.Assembly.GetName().Name!.StartsWith("CraftMarket.", StringComparison.Ordinal);

    private static IEnumerable<MemberInfo> NamedBy(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code) yield break;
        var types = method.DeclaringType is { IsGenericType: true } owner ? owner.GetGenericArguments() : [];
        var own = method.IsGenericMethod ? method.GetGenericArguments() : [];
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xfe ? unchecked((short)(0xfe00 | code[at + 1])) : code[at];
            var operation = Codes[value];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineField or OperandType.InlineMethod
                && method.Module.ResolveMember(BitConverter.ToInt32(code, at), types, own) is { } named) yield return named;
            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
                _ => 4,
            };
        }
    }
}
