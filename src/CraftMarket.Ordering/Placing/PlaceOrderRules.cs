namespace CraftMarket.Ordering;

/// <summary>What an order must be before it is taken.</summary>
internal static class PlaceOrderRules
{
    public static Refusal? Check(PlaceOrder command, Market market, DateTimeOffset now) => market.Existing is { } existing
        ? SameBuyer(command, existing)
        : Refusals.Of([.. Buyer(command), WishLimits.Check(command.Lines) ?? Products(command, market), Zone(command, market)])
            ?? Phone(command, market, now)
            ?? Stock(command, market);

    private static Refusal? SameBuyer(PlaceOrder command, Order existing) => existing.Opens(command.Key)
        ? null
        : Refusal.Conflict("already_placed", "Pesanan ini sudah dibuat.", "This order has been placed already.");

    /// <summary>All that is wrong with who it is for and where to, each at its field.</summary>
    public static IEnumerable<Refusal> Buyer(PlaceOrder command)
    {
        if (string.IsNullOrWhiteSpace(command.Name) || command.Name.Length > PlaceOrder.LongestName)
            yield return Refusal.Invalid("name_missing", "Tulis nama penerima.", "Give the recipient's name.", "buyer.name");
        if (!PhoneNumber.TryParse(command.Phone, out var phone) || !phone.ReachesBuyer)
            yield return Refusal.Invalid("invalid_phone",
                "Tulis nomor HP Indonesia, contoh: 0812 3456 7890. Nomor luar negeri ditulis lengkap dengan tanda + di depan.",
                "Give a mobile number of Indonesia, such as 0812 3456 7890. Write a number from abroad whole, with + in front.",
                "buyer.phone");
        if (command.Email is { Length: > 0 } email && !EmailAddress.TryParse(email, out _))
            yield return Refusal.Invalid("invalid_email",
                "Alamat e-mail tidak dikenali. Tulis alamatnya saja. Contoh: nama@contoh.com.",
                "This is not an e-mail address. Write the address alone. Example: name@example.com.", "buyer.email");
        if (string.IsNullOrWhiteSpace(command.Address) || command.Address.Length > PlaceOrder.LongestAddress)
            yield return Refusal.Invalid("address_missing", "Tulis alamat lengkap penerima.", "Give the full address.",
                "shipTo.address");
    }

    private static Refusal? Products(PlaceOrder command, Market market)
    {
        var articles = command.Lines.Select(x => x.Article).Distinct().ToList();
        var open = articles.Where(x => x.VariantId is null
            && market.Offers.GetValueOrDefault(x.ProductId) is { OnSale: true, HasVariants: true }).ToList();
        if (open.Count > 0)
            return Refusal.Invalid("variant_missing", "Pilih dulu ukuran atau warnanya.", "Choose a size or colour first.",
                "lines") with
            {
                Details = new Dictionary<string, object?> { ["products"] = open.Select(x => x.ProductId).ToList() },
            };
        var unknown = articles.Where(x => market.Offers.GetValueOrDefault(x.ProductId)?.Sells(x) != true
            || market.Item(x) is null)
            .Select(x => x.ProductId).Distinct().ToList();
        return unknown.Count == 0 ? null
            : Refusal.Invalid("unknown_product", "Produk ini tidak dijual. Hapus dari keranjang, lalu coba lagi.",
            "This product is not on sale. Remove it from the cart and try again.", "lines") with
            {
                Details = new Dictionary<string, object?> { ["products"] = unknown },
            };
    }

    private static Refusal? Zone(PlaceOrder command, Market market)
    {
        var reached = RegionCode.TryParse(command.Region, out var region)
            && market.Offers.Values.All(x => market.Shipping.Quote(x.Village, region, x.WeightGrams) is not null);
        return reached ? null : ShippingRates.Unreached;
    }

    /// <summary>One phone may not keep from others what it neither pays nor waits for.</summary>
    private static Refusal? Phone(PlaceOrder command, Market market, DateTimeOffset now)
    {
        var (phone, most) = (market.Phone, market.Phone.Limits.OpenPerPhone);
        var wait = phone.FirstEnd is { } end && end > now ? end - now : (TimeSpan?)null;
        if (most > 0 && phone.Orders.Count >= most)
            return Refusal.Conflict("too_many_open_orders",
                $"Nomor HP ini punya {phone.Orders.Count} pesanan yang belum dibayar atau belum dijawab perajin. "
                    + "Bayar salah satu, atau tunggu jawabannya.",
                $"This phone has {phone.Orders.Count} orders that are not paid or not answered yet. Pay one, or wait for the "
                + $"answer.") with
            { RetryAfter = wait };
        var wanted = command.Lines.Where(x => market.Item(x.Article)!.Free is not null).Sum(x => x.Quantity);
        if (phone.Left is not { } left || wanted <= left) return null;
        return Refusal.Conflict("too_many_pieces",
            $"Sebelum dibayar atau dijawab perajin, satu nomor HP bisa memesan paling banyak {phone.Terms.MostPieces} buah. "
                + $"Sisa untuk nomor ini: {left} buah.",
            $"Before it is paid or answered, one phone can order at most {phone.Terms.MostPieces} pieces. Left for this phone: "
            + $"{left}.") with
        {
            RetryAfter = wait,
            Details = new Dictionary<string, object?> { ["most"] = phone.Terms.MostPieces, ["left"] = left },
        };
    }

    private static Refusal? Stock(PlaceOrder command, Market market)
    {
        var pieces = command.Pieces();
        if (pieces.All(x => market.Item(x.Key)!.Has(x.Value))) return null;
        var left = pieces.Where(x => market.Item(x.Key)!.Free is not null)
            .Select(x => new LeftOver(x.Key.ProductId, Math.Max(0, market.Item(x.Key)!.Free!.Value), x.Key.VariantId)).ToList();
        return Refusal.Conflict("out_of_stock", "Stok tidak cukup. Kurangi jumlahnya, lalu coba lagi.",
            "Not enough in stock. Order fewer and try again.")
            with
        {
            Details = new Dictionary<string, object?> { ["lines"] = left },
        };
    }

    private static Dictionary<Article, int> Pieces(this PlaceOrder command) =>
        command.Lines.GroupBy(x => x.Article).ToDictionary(x => x.Key, x => x.Sum(line => line.Quantity));
}

/// <summary>What is left of an article that a buyer wanted more of.</summary>
/// <param name="VariantId">Its size or colour; null where there is one kind only.</param>
public sealed record LeftOver(ProductId ProductId, int Left, VariantId? VariantId = null);
