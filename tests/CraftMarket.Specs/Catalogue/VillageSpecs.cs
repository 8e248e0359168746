using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Media;
using static CraftMarket.Specs.Catalogue.AProduct;
using static CraftMarket.Specs.Catalogue.AVillage;

namespace CraftMarket.Specs.Catalogue;

public sealed class VillageSpecs
{
    private static readonly RolloutStage Running = RolloutStage.Initial.Single(x => x.Id == "berjalan");
    private static readonly Wording Story = new("Semoyang hidup dari ladang tembakau.", "Semoyang lives by its tobacco fields.");
    private static readonly VillageContact Contact = new(Regions.Semoyang.Value, "Kantor Desa Semoyang", "(0370) 555 0100");
    private static readonly VillageDescription Told = new("Semoyang", new("Daun jadi karya", "Leaf into craft"), Story,
        new("Anyaman daun", "Plaited leaf"),
        Semoyang.Mark with { Colour = "#8a5a2b" }, new(new("Dari Praya ke timur.", ""), -8.77, 116.39),
        new("Senin sampai Jumat", ""), Contact);

    private static readonly DescribeVillage Describe = new(Home, null, Told);
    private static readonly DescriptionFacts Nothing = new(null, null);

    [Fact]
    public void what_is_written_becomes_one_event_for_each_thing_that_changed()
    {
        var (_, events, messages, _) = DescribeVillageHandler.Handle(Describe, Semoyang, Nothing, Now);
        Assert.Equal([new VillageIdentityWritten("Semoyang", Told.Tagline, Story, Told.Character),
            new VillageMarkDesigned(Told.Mark),
            new VillagePlaced(Told.Place), new VillageHoursChanged(Told.Hours), new VillageContactChanged(Now)], events);
        Assert.Equal([new VillageMarkRedesigned(Regions.Semoyang)], messages);
        Assert.Empty(DescribeVillageHandler.Handle(Describe, Written, new(null, Contact), Now).Item2);
    }

    [Fact]
    public void the_contact_stands_beside_the_events_and_goes_when_it_is_emptied()
    {
        var (_, events, _, kept) = DescribeVillageHandler.Handle(Describe, Semoyang, Nothing, Now);
        Assert.DoesNotContain(events, x => x.ToString()!.Contains("555", StringComparison.Ordinal));
        Assert.Single(kept);
        Assert.Empty(DescribeVillageHandler.Handle(Describe, Semoyang, new(null, Contact), Now).Item4);
        Assert.Single(DescribeVillageHandler.Handle(Describe with { Description = Told with { Contact = null } }, Semoyang,
            new(null, Contact), Now).Item4);
        Assert.DoesNotContain("555", Describe.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void another_number_alone_makes_a_form_from_before_stale()
    {
        var written = Written;
        var call = Describe with { Description = Told with { Contact = Contact with { Phone = "(0370) 555 0199" } } };
        var (_, events, _, kept) = DescribeVillageHandler.Handle(call, written, new(null, Contact), Now);
        Assert.Equal([new VillageContactChanged(Now)], events);
        Assert.Single(kept);
        var after = written.Apply(new VillageContactChanged(Now));
        Assert.Equal("stale",
            DescribeVillageHandler.Validate(Describe with { Seen = written.Edition }, after,
            new(null, call.Description.Contact))?.Code);
    }

    [Fact]
    public void photos_and_rules_are_not_written_over_what_the_writer_has_not_seen()
    {
        GalleryPhoto front = new(Front, new("Ladang tembakau", "")), back = new(new(Guid.NewGuid()), new("Beranda", ""));
        var photos = new[] { front, back }.ToDictionary(x => x.PhotoId, x =>
            PictureOf(PhotoOwner.Office) with { Id = x.PhotoId });
        var arranged = Semoyang.Apply(new VillageGalleryArranged([front, back]));
        Assert.Equal("stale", ArrangeGalleryHandler.Validate(new(Home, [back], Semoyang.Edition), arranged, photos)?.Code);
        Assert.Null(ArrangeGalleryHandler.Validate(new(Home, [back], arranged.Edition), arranged, photos));
        Assert.Null(ArrangeGalleryHandler.Validate(new(Home, [front, back], Semoyang.Edition), arranged, photos));
        Wording ours = Rules with { English = "Only what is made by hand." },
            theirs = Rules with { English = "Only what is made at home." };
        var issued = Semoyang.Apply(new VillageMarkRulesIssued(2, theirs, Now));
        Assert.Equal("stale", IssueMarkRulesHandler.Validate(new(Home, ours, Semoyang.Edition), issued)?.Code);
        Assert.Null(IssueMarkRulesHandler.Validate(new(Home, ours, issued.Edition), issued));
        Assert.Null(IssueMarkRulesHandler.Validate(new(Home, theirs, Semoyang.Edition), issued));
    }

    [Theory]
    [InlineData(116.39, -8.77, "place_outside")]
    [InlineData(-8.77, null, "place_incomplete")]
    [InlineData(-8.77, 116.39, null)]
    [InlineData(null, null, null)]
    public void a_place_lies_in_ntb_or_nowhere(double? latitude, double? longitude, string? refusal) =>
        Assert.Equal(refusal, Refused(Told with { Place = new(Wording.Nothing, latitude, longitude) }));

    [Fact]
    public void a_description_is_refused_at_the_field_that_is_wrong()
    {
        Assert.Null(Refused(Told));
        Assert.Equal("name_length", Refused(Told with { Name = "S" }));
        Assert.Equal("story_length", Refused(Told with { Story = new("Pendek.", "") }));
        Assert.Equal("colour_unknown", Refused(Told with { Mark = Told.Mark with { Accent = "coklat" } }));
        Assert.Equal("colour_unknown", Refused(Told with { Mark = Told.Mark with { Accent = "#8a5a2b\n" } }));
        Assert.Equal("office_length", Refused(Told with { Contact = Contact with { Office = "" } }));
        Assert.Equal("phone_unreadable", Refused(Told with { Contact = Contact with { Phone = "tanya Pak RT" } }));
        Assert.Equal("stale", DescribeVillageHandler.Validate(Describe with { Seen = Semoyang.Edition - 1 }, Semoyang,
            Nothing)?.Code);
    }

    [Fact]
    public void only_the_offices_own_photos_stand_for_a_village()
    {
        var (offices, artisans) = (PictureOf(PhotoOwner.Office), PictureOf(Sahnun));
        var logo = Told with { Mark = Told.Mark with { Logo = Front } };
        Assert.Null(DescribeVillageHandler.Validate(new(Home, null, logo), Semoyang, new(offices, null)));
        Assert.Equal("unknown_photo",
            DescribeVillageHandler.Validate(new(Home, null, logo), Semoyang, new(artisans, null))?.Code);
        ArrangeGallery gallery = new(Home, [new(Front, new("Ladang tembakau", ""))]);
        Assert.Null(ArrangeGalleryHandler.Validate(gallery, Semoyang, new Dictionary<PhotoId, Photo> { [Front] = offices }));
        Assert.Equal("unknown_photo",
            ArrangeGalleryHandler.Validate(gallery, Semoyang, new Dictionary<PhotoId, Photo> { [Front] = artisans })?.Code);
        Assert.Equal("description_length", ArrangeGalleryHandler.Validate(new(Home, [new(Front, Wording.Nothing)]), Semoyang,
            new Dictionary<PhotoId, Photo> { [Front] = offices })?.Code);
        Assert.Equal("too_many_photos", ArrangeGalleryHandler.Validate(new(Home, [gallery.Photos[0], gallery.Photos[0]]),
            Semoyang, new Dictionary<PhotoId, Photo> { [Front] = offices })?.Code);
    }

    [Fact]
    public void a_photo_that_turned_out_unusable_stands_in_the_way_of_nothing_but_itself()
    {
        var failed = PictureOf(PhotoOwner.Office) with { Status = PhotoStatus.Failed };
        var photos = new Dictionary<PhotoId, Photo> { [Front] = failed };
        GalleryPhoto hung = new(Front, new("Ladang tembakau", ""));
        Assert.Equal("unknown_photo", ArrangeGalleryHandler.Validate(new(Home, [hung]), Semoyang, photos)?.Code);
        var village = Semoyang.Apply(new VillageGalleryArranged([hung]));
        Assert.Null(ArrangeGalleryHandler.Validate(new(Home, [hung with { Description = new("Ladang di pagi hari", "") }]),
            village, photos));
        var logo = Told with { Mark = Told.Mark with { Logo = Front } };
        Assert.Equal("unknown_photo", DescribeVillageHandler.Validate(new(Home, null, logo), Semoyang, new(failed, null))?.Code);
        Assert.Null(DescribeVillageHandler.Validate(new(Home, null, logo), Semoyang.Apply(new VillageMarkDesigned(logo.Mark)),
            new(failed, null)));
    }

    [Fact]
    public void a_logo_is_taken_over_once_it_is_ready_and_what_bears_it_is_drawn_again()
    {
        var marked = Semoyang.Apply(new VillageMarkDesigned(Told.Mark with { Logo = Front }));
        var ready = PictureOf(PhotoOwner.Office);
        var (events, messages) = TakeLogoHandler.Handle(new(Home), marked, ready);
        Assert.Equal([new VillageLogoReady(Front)], events);
        Assert.Equal([new VillageMarkRedesigned(Regions.Semoyang)], messages);
        Assert.Equal(marked.Edition, marked.Apply(new VillageLogoReady(Front)).Edition);
        Assert.Empty(TakeLogoHandler.Handle(new(Home), marked.Apply(new VillageLogoReady(Front)), ready).Item1);
        Assert.Empty(TakeLogoHandler.Handle(new(Home), marked, ready with { Status = PhotoStatus.Processing }).Item1);
        Assert.Empty(TakeLogoHandler.Handle(new(Home), Semoyang, ready).Item1);
    }

    [Fact]
    public void a_stage_is_known_reached_once_and_never_ahead()
    {
        var today = new DateOnly(2026, 11, 22);
        Assert.Null(Refused("berjalan", today, Semoyang));
        Assert.Equal("unknown_stage", ReachStageHandler.Validate(new(Home, "terbang", today), Semoyang, null, Now)?.Code);
        Assert.Equal("day_unknown", Refused("berjalan", today.AddDays(1), Semoyang));
        var running = Semoyang.Apply(new VillageStageReached("disiapkan", new(2023, 1, 5)))
            .Apply(new VillageStageReached("berjalan", new(2024, 3, 1)));
        Assert.Equal(("berjalan", 2), (running.Stage, running.Stages.Count));
        Assert.Equal("wrong_state", Refused("berjalan", today, running));
        Assert.Null(Refused("berjalan", new(2024, 3, 1), running));
        Assert.Empty(ReachStageHandler.Handle(new(Home, "berjalan", new(2024, 3, 1)), running).Item2);
        Assert.Equal("dates_out_of_order",
            ReachStageHandler.Validate(new(Home, "mandiri", new(2024, 2, 1)), running, RolloutStage.Initial[3], Now)?.Code);
    }

    [Fact]
    public void a_wrongly_dated_last_stage_is_put_right_within_its_place()
    {
        var running = Semoyang.Apply(new VillageStageReached("disiapkan", new(2023, 1, 5)))
            .Apply(new VillageStageReached("berjalan", new(2024, 3, 1)));
        CorrectStage correct = new(Home, "berjalan", new(2023, 3, 1));
        Assert.Null(CorrectStageHandler.Validate(correct, running, Now));
        var (_, events) = CorrectStageHandler.Handle(correct, running);
        Assert.Equal([new VillageStageCorrected("berjalan", new(2023, 3, 1))], events);
        var after = running.Apply(new VillageStageCorrected("berjalan", new(2023, 3, 1)));
        Assert.Equal([new StageStep("disiapkan", new(2023, 1, 5)), new StageStep("berjalan", new(2023, 3, 1))], after.Stages);
        Assert.Equal(running.Edition + 1, after.Edition);
        Assert.Empty(CorrectStageHandler.Handle(correct, after).Item2);
        Assert.Equal("dates_out_of_order",
            CorrectStageHandler.Validate(correct with { On = new(2023, 1, 4) }, running, Now)?.Code);
        Assert.Equal("day_unknown", CorrectStageHandler.Validate(correct with { On = new(2026, 11, 23) }, running, Now)?.Code);
        Assert.Equal("stale", CorrectStageHandler.Validate(correct with { Stage = "disiapkan" }, running, Now)?.Code);
        Assert.Equal("stale", CorrectStageHandler.Validate(correct, Semoyang, Now)?.Code);
    }

    [Fact]
    public void a_village_is_opened_once_and_only_when_it_is_in_the_list()
    {
        Assert.Equal("unknown_village", OpenVillageHandler.Validate(new(RegionCode.Parse("52.02.06")))?.Code);
        Assert.Equal("unknown_village", OpenVillageHandler.Validate(new(default))?.Code);
        Assert.Null(OpenVillageHandler.Validate(new(Regions.Semoyang)));
        Assert.NotNull(OpenVillageHandler.Handle(new(Regions.Semoyang), null).Item2);
        var (answer, again) = OpenVillageHandler.Handle(new(Regions.Semoyang), Semoyang);
        Assert.Equal(new VillageOpen(Regions.Semoyang, "semoyang"), answer);
        Assert.Null(again);
    }

    [Fact]
    public void a_card_leads_to_its_own_village_and_an_unknown_code_stays_readable()
    {
        var semoyang = CardVillage.Of(Regions.Semoyang);
        Assert.Equal(("52.02.06.2003", "Semoyang", "semoyang"), (semoyang.Code, semoyang.Name, semoyang.Slug));
        Assert.Equal("52.02.99.2001", CardVillage.Of(RegionCode.Parse("52.02.99.2001")).Name);
    }

    private static Village Written => Semoyang.Apply(new VillageIdentityWritten("Semoyang", Told.Tagline, Story, Told.Character))
        .Apply(new VillageMarkDesigned(Told.Mark)).Apply(new VillagePlaced(Told.Place))
            .Apply(new VillageHoursChanged(Told.Hours));

    private static string? Refused(VillageDescription told) =>
        DescribeVillageHandler.Validate(Describe with { Description = told }, Semoyang, Nothing)?.Code;

    private static string? Refused(string stage, DateOnly on, Village village) =>
        ReachStageHandler.Validate(new(Home, stage, on), village, Running, Now)?.Code;

    private static Photo PictureOf(PhotoOwner owner) => new(Front, owner, "abc", PhotoStatus.Ready, []);
}
