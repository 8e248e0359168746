using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Training;
using static CraftMarket.Specs.Training.Given;

namespace CraftMarket.Specs.Training;

public sealed class PlanBatchSpecs
{
    private static readonly PlanBatch InClass = new(Given.BatchId, Given.ProgrammeId, "Angkatan 3", "Kerajinan", "inClass",
        "UPTD Balatkop", null,
        new(2026, 7, 8), new(2026, 7, 12), null);

    private static readonly SkillTrack Craft = new("kerajinan", new("Kerajinan", "Craft"));

    [Fact]
    public void a_batch_has_thirty_seats_unless_said_otherwise()
    {
        var (_, events, stored) =
            PlanBatchHandler.Handle(InClass, null, new(Given.Programme, Craft, WelfareWords.Initial));
        Assert.Equal([new BatchOpened(Given.BatchId, "Angkatan 3", Given.ProgrammeId, "Perajin Semoyang", "kerajinan", "inClass",
            new(2026, 7, 8), new(2026, 7, 12), "Kerajinan, Disperin NTB", "UPTD Balatkop", null, 30)], events);
        Assert.Empty(stored);
    }

    [Fact]
    public void a_skill_nobody_taught_before_becomes_a_track()
    {
        var (_, _, stored) = PlanBatchHandler.Handle(InClass with { Skill = "Anyaman Ketak" }, null,
            new(Given.Programme, null, WelfareWords.Initial));
        var track = (SkillTrack)Assert.IsType<Wolverine.Marten.StoreDoc<SkillTrack>>(Assert.Single(stored)).Document;
        Assert.Equal(("anyaman-ketak", "Anyaman Ketak"), (track.Id, track.Name.Indonesian));
    }

    [Fact]
    public void a_batch_sent_twice_is_planned_once()
    {
        var (_, events, _) =
            PlanBatchHandler.Handle(InClass, Batch(), new(Given.Programme, Craft, WelfareWords.Initial));
        Assert.Empty(events);
    }

    [Fact]
    public void an_unknown_programme_has_no_batches() => Assert.Equal("unknown_programme",
        PlanBatchHandler.Validate(InClass, new(null, Craft, WelfareWords.Initial), Now)?.Code);

    [Fact]
    public void training_in_class_needs_a_venue() => Assert.Equal("venue_required", Refused(InClass with { Venue = " " }));

    [Fact]
    public void training_on_the_spot_needs_a_village() =>
        Assert.Equal("village_required", Refused(InClass with { Mode = "onTheSpot" }));

    [Fact]
    public void training_on_the_spot_needs_no_venue() =>
        Assert.Null(Refused(InClass with { Mode = "onTheSpot", Venue = null, VillageCode = "52.02.06.2003" }));

    [Theory]
    [InlineData("52.02.06")]
    [InlineData("51.01.01.2001")]
    [InlineData("Semoyang")]
    public void a_village_is_a_village_of_the_province(string code) =>
        Assert.Equal("unknown_village", Refused(InClass with { VillageCode = code }));

    [Fact]
    public void the_last_day_cannot_precede_the_first() =>
        Assert.Equal("dates_out_of_order", Refused(InClass with { EndsOn = new(2026, 7, 7) }));

    [Fact]
    public void a_batch_needs_its_days()
    {
        Assert.Equal("first_day_required", Refused(InClass with { StartsOn = null }));
        Assert.Equal("last_day_required", Refused(InClass with { EndsOn = null }));
    }

    [Fact]
    public void a_batch_of_one_day_is_fine() => Assert.Null(Refused(InClass with { EndsOn = InClass.StartsOn }));

    [Fact]
    public void a_batch_needs_a_seat() => Assert.Equal("capacity_invalid", Refused(InClass with { Capacity = 0 }));

    [Theory]
    [InlineData(1_001)]
    [InlineData(int.MaxValue)]
    public void nobody_plans_more_seats_than_a_hall_holds(int seats) =>
        Assert.Equal("capacity_invalid", Refused(InClass with { Capacity = seats }));

    [Fact]
    public void a_batch_needs_a_known_mode() => Assert.Equal("unknown_mode", Refused(InClass with { Mode = "online" }));

    [Fact]
    public void a_batch_needs_a_name() => Assert.Equal("name_required", Refused(InClass with { Name = "" }));

    [Fact]
    public void a_batch_needs_a_skill() => Assert.Equal("skill_required", Refused(InClass with { Skill = "--" }));

    [Fact]
    public void what_buyers_may_read_is_told_and_a_batchs_own_title_goes_before_its_programmes()
    {
        Assert.Equal("Kriya NTB", Told(InClass, Given.Programme with { PublicTitle = "Kriya NTB" }));
        Assert.Equal("Anyam daun",
            Told(InClass with { PublicTitle = " Anyam daun " }, Given.Programme with { PublicTitle = "Kriya NTB" }));
        Assert.Equal("Kerajinan", Told(InClass, Given.Programme with { Organiser = "Dinsos NTB" }));
        Assert.Equal("Disperin NTB", Told(InClass with { Skill = "Anyaman warga miskin" }, Given.Programme));
        Assert.Null(Told(InClass with { Skill = "Anyaman warga miskin" }, Given.Programme with { Organiser = "Dinas Sosial" }));
        // Typed before the word was on the list.
        Assert.Equal("Kerajinan, Disperin NTB", Told(InClass, Given.Programme with { PublicTitle = "Kelas PKH" }));
    }

    [Fact]
    public void what_no_batch_can_have_is_refused_at_its_field()
    {
        foreach (var (command, code, field) in new[]
        {
            (InClass with { Name = new('a', 201) }, "text_too_long", "name"),
            (InClass with { Skill = new('a', 61) }, "text_too_long", "skill"),
            (InClass with { Venue = new('a', 201) }, "text_too_long", "venue"),
            (InClass with { StartsOn = new(1999, 12, 31) }, "day_far_off", "startsOn"),
            (InClass with { EndsOn = Today.AddYears(5).AddDays(1) }, "day_far_off", "endsOn"),
        })
        {
            var refusal = Refusal(command);
            Assert.Equal((code, field), (refusal?.Code, refusal?.Field));
        }

        Assert.Null(Refused(InClass with { StartsOn = new(2000, 1, 1), EndsOn = Today.AddYears(5) }));
    }

    [Fact]
    public void a_title_for_buyers_tells_nothing_of_welfare()
    {
        Assert.Equal("welfare_word", Refused(InClass with { PublicTitle = "Kelas desil 1" }));
        Assert.Equal("public_title_length", Refused(InClass with { PublicTitle = new('a', 121) }));
        Assert.Null(Refused(InClass with { PublicTitle = "Anyam daun tembakau" }));
    }

    private static string? Told(PlanBatch command, Programme programme) => PlanBatchHandler.Handle(command, null,
        new(programme, command.Skill == InClass.Skill ? Craft : null, WelfareWords.Initial)).Item2.OfType<BatchOpened>().Single()
            .PublicTitle;

    private static string? Refused(PlanBatch command) => Refusal(command)?.Code;

    private static Refusal? Refusal(PlanBatch command) =>
        PlanBatchHandler.Validate(command, new(Given.Programme, Craft, WelfareWords.Initial), Now);
}
