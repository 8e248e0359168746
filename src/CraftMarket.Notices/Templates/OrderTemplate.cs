namespace CraftMarket.Notices;

/// <summary>A line of an order as letters list it.</summary>
public sealed record OrderedGoods(int Quantity, string Title);

/// <summary>What letters about orders have in common.</summary>
public abstract record OrderTemplate(Wording Subject, Wording Text) : Template(Subject, Text)
{
    protected static readonly Wording KeepIt = new(
        "Jangan bagikan tautan ini: siapa pun yang memilikinya bisa membuka pesanan Anda.",
        "Do not share this link: whoever has it can open your order.");

    /// <summary>By the order's number, which one paid in cash has only once a part of it was taken on.</summary>
    protected static Wording Named(string? number, string indonesian, string english) => number is not null
        ? new($"{indonesian}: pesanan {number}", $"{english}: order {number}")
        : new($"{indonesian}: pesanan Anda di CraftMarket", $"{english}: your order at CraftMarket");

    protected static string List(IEnumerable<OrderedGoods> goods) =>
        string.Join('\n', goods.Select(x => $"{x.Quantity} × {x.Title}"));
}

/// <summary>One thing that happened to some goods, as a piece of a letter: what, to which, and what follows from it.</summary>
public abstract record OrderPiece(Wording Subject, Wording What, IReadOnlyList<OrderedGoods> Goods, params Wording[] After)
    : OrderTemplate(Subject, new(string.Join("\n\n", [What.Indonesian, List(Goods), .. Said(After.Select(x => x.Indonesian))]),
        string.Join("\n\n", [What.English, List(Goods), .. Said(After.Select(x => x.English))])))
{
    protected static Wording Back(Rupiah money) => money == Rupiah.Zero ? Wording.Nothing
        : new($"Uang Anda, {money}, dikembalikan.", $"Your money, {money}, goes back to you.");

    private static IEnumerable<string> Said(IEnumerable<string> after) => after.Where(x => x.Length > 0);
}
