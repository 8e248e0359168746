using System.Text.Json.Serialization;
using JasperFx.Events;

namespace CraftMarket.Catalogue;

/// <summary>Somebody wrote down anew which words mean the same to who searches the shop.</summary>
/// <param name="Groups">Words that are alike, group by group; a meaning may have several words.</param>
public sealed record SynonymsChanged(IReadOnlyList<IReadOnlyList<string>> Groups);

/// <summary>Which words mean the same to who searches the shop: <c>tas</c> and <c>bag</c>, <c>gantungan kunci</c> and <c>key
/// ring</c>.</summary>
/// <param name="Edition">Counts the changes, so that two who edit at once do not overwrite each other.</param>
public sealed record Synonyms([property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("groups")] IReadOnlyList<IReadOnlyList<string>> Groups,
        [property: JsonPropertyName("edition")] int Edition)
{
    /// <summary>Its table, for queries that name it.</summary>
    internal const string Table = "market.mt_doc_synonyms";

    /// <summary>There is one list for the whole shop.</summary>
    public static Guid TheOnly => StreamId.For("synonyms");

    public static readonly IReadOnlyList<IReadOnlyList<string>> Initial =
    [
        ["perajin", "pengrajin", "pengerajin", "artisan", "maker"], ["kerajinan", "craft", "handicraft"], ["tas", "bag", "tote"],
        ["dompet", "wallet", "purse"], ["gantungan kunci", "key ring", "keychain"], ["bingkai", "pigura", "frame"],
        ["anyaman", "anyam", "wicker", "basketry"], ["keranjang", "basket"], ["tenun", "tenunan", "menenun", "weaving", "woven"],
        ["kain", "cloth", "fabric"], ["songket", "brocade"], ["sarung", "sarong"], ["selendang", "syal", "scarf", "shawl"],
            ["topi", "hat"],
        ["tikar", "mat"], ["kotak", "box"], ["tembakau", "tobacco"], ["daun", "leaf"], ["batang", "stalk"], ["bambu", "bamboo"],
        ["rotan", "rattan"], ["kayu", "wood", "wooden"], ["kulit", "leather"], ["katun", "cotton"],
            ["gerabah", "tembikar", "pottery"],
        ["gelang", "bracelet"], ["kalung", "necklace"], ["makanan", "food"], ["kopi", "coffee"],
            ["oleh oleh", "suvenir", "souvenir", "gift", "kado"],
    ];

    public static Synonyms Create(IEvent<SynonymsChanged> e) => new(e.StreamId, e.Data.Groups, 1);

    public Synonyms Apply(SynonymsChanged e) => this with { Groups = e.Groups, Edition = Edition + 1 };
}
