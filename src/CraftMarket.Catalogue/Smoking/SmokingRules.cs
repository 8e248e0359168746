namespace CraftMarket.Catalogue;

/// <summary>Which goods the law on tobacco keeps out, and which a curator has to look at for its sake.</summary>
internal static class SmokingRules
{
    /// <summary>Names the law and the words that were found, so that nobody has to guess what to change.</summary>
    public static Refusal? Problem(ProductDetails details, ListingFacts facts)
    {
        if (IsRefused(facts)) return Refused("", facts, "category");
        var (name, story) =
            (facts.Smoking.JudgeName(details.Name), facts.Smoking.Judge($"{details.Description} . {Kinds(details)}"));
        var photos = facts.Smoking.Judge(ToldOfPhotos(details));
        var (size, care) = (facts.Smoking.Judge(details.Size ?? ""), facts.Smoking.Judge(details.Care ?? ""));
        return name.Verdict == SmokingVerdict.Refused ? Refused(name.Words[0], facts, "name")
            : story.Verdict == SmokingVerdict.Refused ? Refused(story.Words[0], facts, "description")
            : size.Verdict == SmokingVerdict.Refused ? Refused(size.Words[0], facts, "size")
            : care.Verdict == SmokingVerdict.Refused ? Refused(care.Words[0], facts, "care")
            : photos.Verdict == SmokingVerdict.Refused ? Refused(photos.Words[0], facts, "photoIds") : null;
    }

    /// <summary>Harmless perhaps, but a person should see it before buyers do.</summary>
    public static bool NeedsLook(ProductDetails details, ListingFacts facts) => !IsRefused(facts)
        && Why(details, facts).Count > 0;

    /// <summary>The words that a curator should look at, as they were written.</summary>
    public static IReadOnlyList<string> Why(ProductDetails details, ListingFacts facts)
    {
        var story = $"{details.Description} . {details.Size} . {details.Care} . {Kinds(details)} . {ToldOfPhotos(details)}";
        var said = $"{details.Name} . {story}";
        var finding = facts.Smoking.JudgeName(details.Name).And(facts.Smoking.Judge(story))
            .And(facts.Smoking.Judge(string.Join(" . ", details.Materials)).AtMostFlagged());
        var words = finding.Words.ToList();
        if (facts.Class is { KnowsTobacco: false }
            && facts.Smoking.SpeaksOfRawTobacco($"{said} . {string.Join(" . ", details.Materials)}"))
            words.AddRange(facts.Smoking.RawGoods?.Take(1) ?? []);
        string[] byProducts =
            [.. (facts.ByProductWords ?? []).Where(x => details.Name.Contains(x, StringComparison.OrdinalIgnoreCase))];
        if (facts.Class is not null && byProducts.Length == 0 && facts.Smoking.OffersThePlant(details.Name, story))
            words.AddRange(facts.Smoking.RawGoods?.Take(1) ?? []);
        if (facts.Class is { } goods && goods.Id != GoodsClass.ByProduct) words.AddRange(byProducts);
        return [.. words.Distinct()];
    }

    private static string Kinds(ProductDetails details) => string.Join(" . ", (details.Variants ?? []).Select(x => x.Name));

    /// <summary>What stands under the photos, each a sentence of its own; buyers read it as they read the description.</summary>
    private static string ToldOfPhotos(ProductDetails details) =>
        string.Join(" . ", details.PhotoIds.Select(details.DescriptionOf).OfType<string>());

    private static bool IsRefused(ListingFacts facts) => facts.Category is { Refused: true } || facts.Class is { Refused: true };

    private static Refusal Refused(string word, ListingFacts facts, string field)
    {
        var law = facts.Class?.Law ?? GoodsClass.SmokingLaw;
        var (found, foundEnglish) = word.Length == 0 ? ("", "")
            : ($" Kata yang kami temukan: «{word}».", $" The word we found: «{word}».");
        return Refusal.Invalid("smoking_goods",
            $"Rokok, tembakau isap dan rokok elektronik tidak boleh dijual di sini, karena {law} melarang penjualannya lewat "
            + $"situs web.{found} "
            + "Kerajinan dari daun atau batang tembakau, briket dan asap cair boleh. Keliru? Jelaskan barangnya dengan kata "
                + "lain, kurator akan melihatnya.",
            $"Cigarettes, smoking tobacco and electronic cigarettes may not be sold here: {law} forbids selling them by web "
            + $"site.{foundEnglish} "
            + "Crafts of tobacco leaf or stalk, briquettes and liquid smoke may. A mistake? Describe it in other words and a "
                + "curator will look.", field) with
        {
            Details = new Dictionary<string, object?> { ["law"] = law },
        };
    }
}
