using System.Text.RegularExpressions;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>The buyer of a delivered part says how it was, once. Who sends it has seen the order's key.</summary>
/// <param name="ByMaker">Who sends it made the goods, by account or by telephone number.</param>
public sealed record ReviewPart(SellerOrderId SellerOrderId, int Stars, string Words, bool ByMaker = false) : Confidential;

public static partial class ReviewPartHandler
{
    /// <summary>Of a review, and of its answer.</summary>
    public const int LongestWords = 1_000;

    public static Guid ReviewOf(ReviewPart command) => PartReview.StreamOf(command.SellerOrderId);

    public static async Task<(ReviewablePart?, ReviewWords?, SubjectKey)> LoadAsync(ReviewPart command, IQuerySession session,
        IKeyStore keys, CancellationToken cancellation)
    {
        var id = ReviewOf(command);
        var words = await session.LoadAsync<ReviewWords>(id, cancellation);
        return (await session.LoadAsync<ReviewablePart>(command.SellerOrderId.Value, cancellation), words,
            await keys.OfAsync(session, new(id), cancellation, words?.Key));
    }

    public static Refusal? Validate(ReviewPart command, PartReview? review, ReviewablePart? part, ReviewWords? words,
        SubjectKey key, MasterKey master)
    {
        if (part is null)
            return Refusal.Conflict("not_delivered", "Ulasan bisa ditulis setelah barangnya Anda terima.",
                "You can write a review once the goods have arrived.");
        if (key.IsDestroyed) return SubjectKey.Erased;
        if (command.ByMaker)
            return Refusal.Conflict("own_goods", "Barang buatan sendiri tidak bisa diulas oleh pembuatnya.",
                "The maker cannot review goods of their own.");
        if (part.GivenBack)
            return Refusal.Conflict("given_back", "Uang untuk barang ini sudah kembali semua, jadi barangnya tidak bisa diulas.",
                "All the money for these goods went back, so they cannot be reviewed.");
        if (command.Stars is < 1 or > 5)
            return Refusal.Invalid("stars_missing", "Pilih 1 sampai 5 bintang.", "Choose 1 to 5 stars.", "stars");
        if (ReviewText.Problem(command.Words) is { } problem) return problem;
        return review?.Stars is null || Same(command, review, words, LoadedKeys.Of(master, key)) ? null
            : Refusal.Conflict("already_reviewed", "Anda sudah menulis ulasan untuk pesanan ini. Terima kasih.",
                "You have reviewed this order already. Thank you.");
    }

    public static (Answer, Events, IEnumerable<IMartenOp>) Handle(ReviewPart command,
        [WriteAggregate(FromMethod = nameof(ReviewOf), Required = false,
            LoadStyle = ConcurrencyStyle.Exclusive)] PartReview? review, ReviewablePart? part, SubjectKey key, MasterKey master,
        DateTimeOffset now)
    {
        if (review?.Stars is not null) return (Done.Instance, [], []);
        var said = command.Words.Trim();
        var events = new Events();
        if (review is null)
            events += new ReviewInvited(part!.SellerOrderId, part.ArtisanId, part.Products, part.Regency, part.DeliveredOn);
        events += new ReviewWritten(command.Stars, now);
        return (Done.Instance, events,
            [key.Keep(), MartenOps.Store(new ReviewWords(ReviewOf(command), part!.ArtisanId,
                said.Length == 0 ? null : master.Seal(key.Wrapped!, said), null))]);
    }

    private static bool Same(ReviewPart command, PartReview review, ReviewWords? words, LoadedKeys keys) =>
        review.Stars == command.Stars && (words?.Said(keys) ?? "") == command.Words.Trim();
}

/// <summary>What may stand in a review or its answer.</summary>
internal static partial class ReviewText
{
    public static Refusal? Problem(string words, bool needed = false)
    {
        if (words.Trim().Length > ReviewPartHandler.LongestWords || (needed && words.Trim().Length < 2))
            return Refusal.Invalid("words_length", needed ? "Tulis jawaban Anda, paling banyak 1.000 huruf."
                : "Ulasan paling panjang 1.000 huruf.",
                needed ? "Write your answer, at most 1,000 letters." : "A review has at most 1,000 letters.", "words");
        return Contact().IsMatch(words)
            ? Refusal.Invalid("contact_in_words", "Jangan tulis nomor HP, e-mail atau tautan: semua orang bisa membacanya.",
                "Leave out phone numbers, e-mail addresses and links: everybody can read them.", "words")
            : null;
    }

    // Nine digits or more, with blanks and dashes between, are a telephone number or a NIK.
    [GeneratedRegex(@"(?:\d[ .\-]?){9,}|\S+@\S+\.\w|https?://|www\.", RegexOptions.IgnoreCase)]
    private static partial Regex Contact();
}
