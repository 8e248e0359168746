using CraftMarket.Kernel;
using CraftMarket.People;
using CraftMarket.People.Persons;
using Wolverine.Marten;

namespace CraftMarket.Specs.People;

public sealed class OpenPersonFileSpecs
{
    private static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-11-22T04:00:00Z");
    private static readonly PersonId Sahnun = new(Guid.Parse("0198f000-0000-7000-8000-000000000001"));
    private static readonly PersonId Rajab = new(Guid.Parse("0198f000-0000-7000-8000-000000000002"));
    private static readonly PersonalDetails Details = new("Inaq Sahnun", "9902065708900001", new(1990, 8, 17), "f",
        "0812-3456-7890", Regions.Semoyang);
    private static readonly MasterKey Master = new(new byte[32]);
    private static readonly SubjectKey Key = new(Sahnun.Value, Master.NewKey()) { IsNew = true };
    private static readonly PersonLookup Nobody = new(null, false, null, null, Key);

    [Fact]
    public void a_file_is_opened_for_somebody_new() => Assert.Null(Refused(Details));

    [Theory]
    [InlineData("9902065708900000", "invalid_nik")]
    [InlineData("", "invalid_nik")]
    public void a_number_that_cannot_exist_is_refused(string nik, string code) =>
        Assert.Equal((code, "nik"), (Refused(Details with { Nik = nik })!.Code, Refused(Details with { Nik = nik })!.Field));

    [Fact]
    public void a_fictitious_number_is_for_demonstrations_only() =>
        Assert.Equal("fictitious_nik", Refused(Details, rules: new(AllowFictitiousNik: false))!.Code);

    [Theory]
    [InlineData("")]
    [InlineData("I")]
    [InlineData("12345")]
    [InlineData("Inaq\u0000Sahnun")]
    public void a_name_has_letters(string name) => Assert.Equal("invalid_name", Refused(Details with { Name = name })!.Code);

    [Theory]
    [InlineData(2026, 11, 22, null)]
    [InlineData(2026, 11, 23, "invalid_birth_date")]
    [InlineData(1900, 1, 1, "invalid_birth_date")]
    public void nobody_is_born_tomorrow_or_a_hundred_and_twenty_years_ago(int year, int month, int day, string? code) =>
        Assert.Equal(code, Refused(Details with { BirthDate = new(year, month, day) })?.Code);

    [Fact]
    public void a_phone_may_be_missing_but_not_nonsense()
    {
        Assert.Null(Refused(Details with { Phone = null }));
        Assert.Equal("invalid_phone", Refused(Details with { Phone = "tidak ada" })!.Code);
    }

    [Fact]
    public void a_known_number_is_a_duplicate_that_names_the_other_file()
    {
        var refusal = Refused(Details, Nobody with { OfSameNik = Rajab })!;
        Assert.Equal(("duplicate", Rajab.Value), (refusal.Code, refusal.Details["id"]));
    }

    [Fact]
    public void no_reason_makes_two_files_of_one_number() =>
        Assert.Equal("duplicate", Refused(Details, Nobody with { OfSameNik = Rajab }, reason: "Sudah dicek")!.Code);

    [Fact]
    public void the_same_name_birth_date_and_village_needs_a_reason()
    {
        Assert.Equal("duplicate", Refused(Details, Nobody with { OfSameName = Rajab })!.Code);
        Assert.Null(Refused(Details, Nobody with { OfSameName = Rajab }, reason: "Saudara kembar"));
    }

    [Fact]
    public void whoever_was_erased_stays_erased() => Assert.Equal(["erased", "erased"],
        [Refused(Details, Nobody with { WasErased = true })!.Code,
            Refused(Details, Nobody with { Key = Key with { Wrapped = null } })!.Code]);

    [Fact]
    public void the_file_shows_nothing_without_the_key_and_all_with_it()
    {
        var file = Opened(Details with { Name = "  Inaq   Sahnun " });
        Assert.DoesNotContain("Sahnun", System.Text.Json.JsonSerializer.Serialize(file), StringComparison.Ordinal);
        Assert.Equal(Details with { Phone = "+6281234567890" }, file.Read(LoadedKeys.Of(Master, Key)));
        Assert.Null(file.Read(LoadedKeys.Of(Master, Key with { Wrapped = null })));
        Assert.Null(file.Read(LoadedKeys.Of(Master)));
    }

    [Theory]
    [InlineData("f", 1990, false)]
    [InlineData("m", 1990, true)]
    [InlineData("f", 1991, true)]
    public void a_number_that_differs_from_birth_date_or_sex_is_noted_and_not_refused(string sex, int year, bool differs)
    {
        var details = Details with { Sex = sex, BirthDate = new(year, 8, 17) };
        Assert.Null(Refused(details));
        Assert.Equal(differs, Opened(details).NikDiffers);
    }

    [Fact]
    public void nothing_personal_is_printed() =>
        Assert.DoesNotContain("Sahnun", $"{new OpenPersonFile(Sahnun, Details, "Inaq Sahnun")} {Details}",
            StringComparison.Ordinal);

    private static Refusal? Refused(PersonalDetails details, PersonLookup? known = null, PeopleRules? rules = null,
        string? reason = null) =>
        OpenPersonFileHandler.Validate(new(Sahnun, details, reason), known ?? Nobody, rules
            ?? new(AllowFictitiousNik: true), Noon);

    private PersonFile Opened(PersonalDetails details)
    {
        var (answer, ops) = OpenPersonFileHandler.Handle(new(Sahnun, details), Nobody, Master, Noon);
        Assert.Same(Done.Instance, answer);
        return (PersonFile)Assert.Single(ops.OfType<InsertDoc<PersonFile>>()).Document;
    }
}
