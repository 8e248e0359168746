using System.Security.Cryptography;
using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using static CraftMarket.Specs.Catalogue.AProduct;

namespace CraftMarket.Specs.Catalogue;

public sealed class ReviewSpecs
{
    private static readonly MasterKey Master = new(RandomNumberGenerator.GetBytes(32));
    private static readonly SubjectKey Key = new(PartReview.StreamOf(new(Guid.Parse("01900000-0000-7000-8000-0000000000c1"))),
        Master.NewKey());
    private static readonly SubjectKey Makers = new(Sahnun.Value, Master.NewKey());
    private static readonly SellerOrderId Part = new(Guid.Parse("01900000-0000-7000-8000-0000000000c1"));
    private static readonly PartReview Invited = new(PartReview.StreamOf(Part), Part, Sahnun, [Id], RegionCode.Parse("52.71"),
        new(2026, 11, 20), null, null, null, null);
    private static readonly ReviewablePart Arrived = new(Part.Value, Part, Sahnun, [Id], RegionCode.Parse("52.71"),
        new(2026, 11, 20));
    private static readonly PartReview Written = Invited.Apply(new ReviewWritten(5, Now));
    private static readonly ReviewPart Good = new(Part, 5, "Anyamannya rapat sekali.");

    [Fact]
    public void only_a_delivered_part_can_be_reviewed()
    {
        Assert.Equal("not_delivered", ReviewPartHandler.Validate(Good, null, null, null, Key, Master)?.Code);
        Assert.Null(ReviewPartHandler.Validate(Good, null, Arrived, null, Key, Master));
    }

    [Fact]
    public void stars_stand_in_the_event_and_words_lie_sealed_beside()
    {
        var (_, events, kept) = ReviewPartHandler.Handle(Good, null, Arrived, Key, Master, Now);
        Assert.Equal([typeof(ReviewInvited), typeof(ReviewWritten)], events.Select(x => x.GetType()));
        Assert.Equal(new ReviewWritten(5, Now), events[1]);
        // Where it was told of when it was delivered, as earlier versions did, only the stars are new.
        Assert.Equal([new ReviewWritten(5, Now)], ReviewPartHandler.Handle(Good, Invited, Arrived, Key, Master, Now).Item2);
        Assert.Single(kept.OfType<Wolverine.Marten.StoreDoc<ReviewWords>>());
        Assert.DoesNotContain("rapat", $"{Good}", StringComparison.Ordinal);
    }

    [Fact]
    public void a_part_is_reviewed_once_and_the_same_told_again_does_no_harm()
    {
        var words = new ReviewWords(Written.Id, Sahnun, Master.Seal(Key.Wrapped!, "Anyamannya rapat sekali."), null);
        Assert.Null(ReviewPartHandler.Validate(Good, Written, Arrived, words, Key, Master));
        Assert.Empty(ReviewPartHandler.Handle(Good, Written, Arrived, Key, Master, Now).Item2);
        Assert.Equal("already_reviewed",
            ReviewPartHandler.Validate(Good with { Words = "Kurang." }, Written, Arrived, words, Key, Master)?.Code);
        Assert.Equal("already_reviewed",
            ReviewPartHandler.Validate(Good with { Stars = 1 }, Written, Arrived, words, Key, Master)?.Code);
    }

    [Theory]
    [InlineData(0, "Bagus", "stars_missing")]
    [InlineData(6, "Bagus", "stars_missing")]
    [InlineData(5, "Hubungi saya di 0812-3456-7890", "contact_in_words")]
    [InlineData(5, "Tulis ke lalu@contoh.id", "contact_in_words")]
    [InlineData(4, "Lihat https://toko.contoh", "contact_in_words")]
    [InlineData(5, "Ukurannya 20 x 30 cm, harga 150.000", null)]
    [InlineData(3, "", null)]
    public void a_review_has_stars_and_no_numbers_or_links(int stars, string words, string? code) =>
        Assert.Equal(code, ReviewPartHandler.Validate(new(Part, stars, words), null, Arrived, null, Key, Master)?.Code);

    [Fact]
    public void the_maker_answers_once_and_nobody_else_does()
    {
        var answer = new AnswerReview(Part, Sahnun, "Terima kasih banyak!");
        Assert.Null(AnswerReviewHandler.Validate(answer, Written, null, Makers, Master));
        Assert.Equal("not_found", AnswerReviewHandler.Validate(answer with { ArtisanId = Rajab }, Written, null, Makers,
            Master)?.Code);
        Assert.Equal("not_found", AnswerReviewHandler.Validate(answer, Invited, null, Makers, Master)?.Code);
        Assert.Equal("words_length",
            AnswerReviewHandler.Validate(answer with { Words = " " }, Written, null, Makers, Master)?.Code);
        var (_, events, kept) = AnswerReviewHandler.Handle(answer, Written, null, Makers, Master, Now);
        Assert.Equal([new ReviewAnswered(Now)], events);
        Assert.Single(kept.OfType<Wolverine.Marten.StoreDoc<ReviewWords>>());
        var answered = Written.Apply(new ReviewAnswered(Now));
        Assert.Equal("erased", AnswerReviewHandler.Validate(answer, Written, null, Makers with { Wrapped = null }, Master)?.Code);
        Assert.Equal("already_answered", AnswerReviewHandler.Validate(answer, answered, null, Makers, Master)?.Code);
    }

    [Fact]
    public void a_review_is_hidden_for_a_reason_of_the_list_and_can_be_shown_again()
    {
        var abuse = ReasonTemplate.Initial.Single(x => x.Id == "abuse");
        Assert.Null(HideReviewHandler.Validate(new(Part, "abuse"), Written, abuse));
        Assert.Equal("unknown_reason",
            HideReviewHandler.Validate(new(Part, "photo_dark"), Written, ReasonTemplate.Initial[0])?.Code);
        Assert.Equal("unknown_reason", HideReviewHandler.Validate(new(Part, "jelek"), Written, null)?.Code);
        Assert.Equal("not_found", HideReviewHandler.Validate(new(Part, "abuse"), Invited, abuse)?.Code);
        Assert.Equal([new ReviewHidden("abuse", Now)], HideReviewHandler.Handle(new(Part, "abuse"), Written, Now).Item2);
        var hidden = Written.Apply(new ReviewHidden("abuse", Now));
        Assert.Empty(HideReviewHandler.Handle(new(Part, "abuse"), hidden, Now).Item2);
        Assert.Equal([new ReviewShown(Now)], HideReviewHandler.Handle(new(Part, null), hidden, Now).Item2);
    }

    [Fact]
    public void makers_do_not_review_their_own_goods() => Assert.Equal("own_goods",
        ReviewPartHandler.Validate(Good with { ByMaker = true }, null, Arrived, null, Key, Master)?.Code);

    [Fact]
    public void what_was_given_back_in_full_is_not_reviewed() => Assert.Equal("given_back",
        ReviewPartHandler.Validate(Good, null, Arrived with { GivenBack = true }, null, Key, Master)?.Code);
}
