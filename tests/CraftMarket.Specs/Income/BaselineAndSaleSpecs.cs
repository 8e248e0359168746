using CraftMarket.Income;
using CraftMarket.Income.Sales;
using CraftMarket.Kernel;

namespace CraftMarket.Specs.Income;

public sealed class BaselineAndSaleSpecs
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);
    private static readonly PersonId InaqSahnun = new(Guid.Parse("0193a000-0000-7000-8000-000000000101"));
    private static readonly ArtisanId Artisan = new(Guid.Parse("0193a000-0000-7000-8000-000000000201"));
    private static readonly MasterKey Master = new(new byte[32]);
    private static readonly SubjectKey Key = new(InaqSahnun.Value, Master.NewKey());

    private static readonly FirstDay NoSeat = new(null);

    private static readonly RecordBaseline Baseline = new(InaqSahnun, Regions.Semoyang, "2026-06", new(700_000),
        [new("buruh tani", new(700_000))], [new(1990, true), new(2015, false), new(1967, true)], "companion-1");

    private static readonly ReportOffPlatformSale Sale = new(new(Guid.Parse("0193a000-0000-7000-8000-000000000501")), Artisan,
        "2026-11", null, new(80_000), null, "said", null, "account-1", false);

    [Fact]
    public void a_baseline_counts_the_household_and_seals_who_is_in_it()
    {
        var (answer, events, stored) = RecordBaselineHandler.Handle(Baseline, null, NoSeat, Key, Master);
        Assert.Equal(new BaselineStands(null), answer);
        var recorded = Assert.IsType<BaselineRecorded>(Assert.Single(events));
        Assert.Equal((3, 2), (recorded.HouseholdSize, recorded.Earners));
        var roster = (HouseholdRoster)Assert.Single(stored.OfType<Wolverine.Marten.StoreDoc<HouseholdRoster>>()).Document;
        Assert.Equal(Baseline.Household, roster.Read(LoadedKeys.Of(Master, Key)));
    }

    [Fact]
    public void the_same_baseline_told_twice_counts_once_and_a_corrected_one_replaces_it()
    {
        var first = RecordBaselineHandler.Handle(Baseline, null, NoSeat, Key, Master).Item2;
        var known = Livelihood.Of(InaqSahnun).After((BaselineRecorded)first[0]);
        Assert.Empty(RecordBaselineHandler.Handle(Baseline with { Sources = [.. Baseline.Sources] }, known, NoSeat, Key, Master)
            .Item2);
        var corrected = RecordBaselineHandler.Handle(Baseline with { NetIncome = new(650_000) }, known, NoSeat, Key, Master)
            .Item2;
        Assert.Equal(new Rupiah(650_000), known.After((BaselineRecorded)Assert.Single(corrected)).Baseline!.NetIncome);
    }

    [Fact]
    public void what_looks_like_a_slip_is_asked_about_and_no_correction_is()
    {
        Assert.Empty(BaselineDoubts.In(Baseline, null));
        var slip = Baseline with { NetIncome = new(7_000_000) };
        Assert.Contains("Rp7.000.000", Assert.Single(BaselineDoubts.In(slip, null)).Indonesian, StringComparison.Ordinal);
        var known = Livelihood.Of(InaqSahnun).After((BaselineRecorded)RecordBaselineHandler
            .Handle(Baseline, null, NoSeat, Key, Master).Item2[0]);
        var alone = Baseline with { Household = [new(1990, true)] };
        Assert.Empty(BaselineDoubts.In(alone, known));
        Assert.Contains("3 orang", Assert.Single(BaselineDoubts.In(alone with { Month = "2026-07" }, known)).Indonesian,
            StringComparison.Ordinal);
    }

    [Fact]
    public void all_that_is_wrong_with_a_baseline_and_with_a_sale_is_told_at_once()
    {
        var empty = Baseline with { Month = "maret", NetIncome = null, Sources = [new("", new(1))], Household = [] };
        var refused = RecordBaselineHandler.Validate(empty, Key, Now);
        Assert.Equal(["month", "netIncome", "sources", "household"], refused!.All.Select(x => x.Field));
        var unsaid = Sale with { Month = null, Amount = null, MaterialCost = new(-1), Proof = "?" };
        refused = ReportOffPlatformSaleHandler.Validate(unsaid, Now);
        Assert.Equal(["month", "amount", "materialCost", "proof"], refused!.All.Select(x => x.Field));
    }

    [Fact]
    public void sources_that_do_not_add_up_are_taken_with_a_warning() =>
        Assert.NotNull(((BaselineStands)RecordBaselineHandler.Handle(Baseline with { NetIncome = new(1) }, null, NoSeat, Key,
            Master).Item1).Warning);

    [Fact]
    public void a_baseline_needs_month_income_and_household()
    {
        Assert.Null(Refused(Baseline));
        Assert.Equal("month_invalid", Refused(Baseline with { Month = "Juni" }));
        Assert.Equal("month_in_future", Refused(Baseline with { Month = "2026-12" }));
        Assert.Equal("month_running", Refused(Baseline with { Month = "2026-11" }));
        Assert.Equal("month_too_early", Refused(Baseline with { Month = "1900-01" }));
        Assert.Null(Refused(Baseline with { Month = "2000-01" }));
        Assert.Equal("income_invalid", Refused(Baseline with { NetIncome = null }));
        Assert.Equal("source_invalid", Refused(Baseline with { Sources = [new("", new(1))] }));
        Assert.Equal("household_required", Refused(Baseline with { Household = [] }));
        Assert.Equal("birth_year_invalid", Refused(Baseline with { Household = [new(2027, false)] }));
    }

    [Theory]
    [InlineData("ownCrafts", "ownCrafts")]
    [InlineData("aid", "aid")]
    [InlineData("farmLabour", "wages")]
    [InlineData(" Buruh tani ", "wages")]
    [InlineData("tani sendiri", "farm")]
    [InlineData("warung", "otherTrade")]
    [InlineData("kiriman keluarga", "remittances")]
    public void a_source_is_kept_in_the_words_of_the_list_whatever_older_forms_call_it(string told, string kept)
    {
        var baseline = Baseline with { Sources = [new(told, new(700_000))] };
        Assert.Null(Refused(baseline));
        var events = RecordBaselineHandler.Handle(baseline, null, NoSeat, Key, Master).Item2;
        var recorded = Assert.IsType<BaselineRecorded>(Assert.Single(events));
        Assert.Equal(kept, Assert.Single(recorded.Sources).Kind);
        var before = Livelihood.Of(InaqSahnun).After(recorded with { Sources = [new(told, new(700_000))] });
        Assert.Empty(RecordBaselineHandler.Handle(baseline, before, NoSeat, Key, Master).Item2);
    }

    [Fact]
    public void a_source_that_is_not_on_the_list_and_lists_that_never_end_are_refused()
    {
        Assert.Equal("unknown_source", Refused(Baseline with { Sources = [new("upah dari Haji Rudi, Praya", new(700_000))] }));
        var (source, member) = (new IncomeSource("farm", new(1)), new HouseholdMember(1990, false));
        Assert.Equal("too_many_sources", Refused(Baseline with { Sources = [.. Enumerable.Repeat(source, 21)] }));
        Assert.Null(Refused(Baseline with { Sources = [.. Enumerable.Repeat(source, 20)] }));
        Assert.Equal("household_too_large", Refused(Baseline with { Household = [.. Enumerable.Repeat(member, 31)] }));
        Assert.Null(Refused(Baseline with { Household = [.. Enumerable.Repeat(member, 30)] }));
    }

    [Fact]
    public void aid_and_what_was_eaten_at_home_are_not_added_to_the_income()
    {
        var beside = new IncomeSource[] { new("aid", new(300_000)), new("ownConsumption", new(100_000)) };
        var baseline = Baseline with { Sources = [.. Baseline.Sources, .. beside] };
        Assert.Null(((BaselineStands)RecordBaselineHandler.Handle(baseline, null, NoSeat, Key, Master).Item1).Warning);
    }

    [Theory]
    [InlineData("2026-05", null)]
    [InlineData("2025-12", null)]
    [InlineData("2025-11", "outside_window")]
    [InlineData("2026-06", "late_baseline")]
    public void a_baseline_that_does_not_tell_of_the_time_before_is_kept_with_a_word(string month, string? reason)
    {
        var (answer, events, _) = RecordBaselineHandler.Handle(Baseline with { Month = month }, null,
            new FirstDay(new(2026, 6, 1)), Key, Master);
        Assert.Equal((reason, reason is not null),
            (((BaselineStands)answer).Reason, ((BaselineStands)answer).Warning is not null));
        Assert.Single(events);
    }

    [Fact]
    public void an_amount_that_would_spoil_every_sum_is_refused_at_its_field()
    {
        var absurd = new Rupiah(9_000_000_000_000_000_000);
        foreach (var (refusal, field) in new[]
        {
            (ReportOffPlatformSaleHandler.Validate(Sale with { Amount = absurd }, Now), "amount"),
            (ReportOffPlatformSaleHandler.Validate(Sale with { MaterialCost = absurd }, Now), "materialCost"),
            (RecordBaselineHandler.Validate(Baseline with { NetIncome = absurd }, Key, Now), "netIncome"),
            (RecordBaselineHandler.Validate(Baseline with { Sources = [new("dagang", absurd)] }, Key, Now), "sources"),
        }) Assert.Equal(("amount_too_large", field), (refusal?.Code, refusal?.Field));
        Assert.Null(Refused(Sale with { Amount = new(1_000_000_000), MaterialCost = new(1_000_000_000) }));
    }

    [Fact]
    public void a_sale_outside_the_shop_keeps_whose_it_is_and_who_told_it()
    {
        var told = Sale with
        {
            Proof = "seen",
            ByCompanion = true,
            ReportedBy = "companion-1",
            SoldOn = new(2026, 10, 31),
            Month = null
        };
        Assert.Equal([new OffPlatformSaleReported(Artisan, new(2026, 10), new(2026, 10, 31), new(80_000), null, SaleProof.Seen,
            null, "companion-1", true)], ReportOffPlatformSaleHandler.Handle(told, null).Item2);
    }

    [Fact]
    public void a_sale_told_twice_counts_once() =>
        Assert.Empty(ReportOffPlatformSaleHandler.Handle(Sale, new OffPlatformSale(Sale.SaleId, Artisan, new(2026, 11), null,
            new(80_000), SaleProof.Said, null, false, null)).Item2);

    [Fact]
    public void a_sale_may_say_which_of_the_artisans_products_it_was()
    {
        var bag = new ProductId(Guid.Parse("0193a000-0000-7000-8000-000000000502"));
        var told = ReportOffPlatformSaleHandler.Handle(Sale with { ProductId = bag }, null).Item2;
        Assert.Equal(bag, Assert.IsType<OffPlatformSaleReported>(Assert.Single(told)).ProductId);
    }

    [Fact]
    public void proof_is_said_by_anybody_seen_by_a_companion_and_a_receipt_with_its_photo()
    {
        Assert.Null(Refused(Sale));
        Assert.Equal("proof_not_yours", Refused(Sale with { Proof = "seen" }));
        Assert.Null(Refused(Sale with { Proof = "seen", ByCompanion = true }));
        Assert.Equal("receipt_photo_required", Refused(Sale with { Proof = "receipt" }));
        Assert.Null(Refused(Sale with { Proof = "receipt", PhotoId = new(Guid.NewGuid()) }));
        Assert.Equal("unknown_proof", Refused(Sale with { Proof = "sure" }));
    }

    [Fact]
    public void a_sale_needs_a_past_month_or_day_and_an_amount()
    {
        Assert.Equal("month_invalid", Refused(Sale with { Month = null }));
        Assert.Equal("month_in_future", Refused(Sale with { Month = "2026-12" }));
        Assert.Equal("day_in_future", Refused(Sale with { SoldOn = new(2026, 11, 23) }));
        Assert.Equal("amount_invalid", Refused(Sale with { Amount = Rupiah.Zero }));
        Assert.Equal("cost_invalid", Refused(Sale with { MaterialCost = new(-1) }));
    }

    private static string? Refused(RecordBaseline command) => RecordBaselineHandler.Validate(command, Key, Now)?.Code;

    private static string? Refused(ReportOffPlatformSale command) => ReportOffPlatformSaleHandler.Validate(command, Now)?.Code;
}
