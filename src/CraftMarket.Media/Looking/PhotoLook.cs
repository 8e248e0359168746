using JasperFx;
using Marten.Schema;
using Weasel.Postgresql.Tables;

namespace CraftMarket.Media;

/// <summary>What our own smallest picture of a photo tells. It is worked out from that alone, so it can be made again at any
/// time, and it
/// goes with the photo.</summary>
/// <param name="Small">The address of the picture that was looked at.</param>
/// <param name="Light">How bright its brightest half percent is, from 0 to 255.</param>
/// <param name="Edges">How sharp its sharpest edges are beside its contrast, in thousandths, along the less sharp
/// direction.</param>
/// <param name="Likeness">64 bits in hexadecimal digits that hardly differ between copies of one photo; empty for a plain
/// area.</param>
/// <param name="Seed">A picture of four by three dots to show meanwhile (<see cref="SeedPicture"/>).</param>
/// <param name="Colours">Its strongest colours, such as <c>#6b4526</c>, the most frequent first.</param>
public sealed record PhotoLook(PhotoId Id, string Small, int Light, int Edges, string Likeness, string Seed,
    IReadOnlyList<string> Colours)
{
    /// <summary>Its table, for queries that look for photos without one.</summary>
    internal const string Table = "market.mt_doc_photolook";

    /// <summary>What the database finds it by (decision 0015).</summary>
    [Identity]
    public Guid Uuid => Id.Value;

    /// <summary>The likeness in four parts, by which near ones are found.</summary>
    public IReadOnlyList<string> Parts => Media.PerceptualHash.PartsOf(Likeness);

    public static void ConfigureMarten(DocumentMapping mapping)
    {
        mapping.Indexes.Add(new IndexDefinition("mt_doc_photolook_small") { Columns = ["(data ->> 'Small')"] });
        mapping.Indexes.Add(new IndexDefinition("mt_doc_photolook_parts")
        {
            Columns = ["(data -> 'Parts')"], Method = IndexMethod.gin,
        });
    }
}
