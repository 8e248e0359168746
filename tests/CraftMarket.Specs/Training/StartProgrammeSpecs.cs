using CraftMarket.Training;

namespace CraftMarket.Specs.Training;

public sealed class StartProgrammeSpecs
{
    private static readonly StartProgramme Command = new(Given.ProgrammeId, "Perajin Semoyang", "Disperin NTB", 480);

    [Fact]
    public void a_programme_starts_with_its_target() =>
        Assert.Equal([new ProgrammeStarted("Perajin Semoyang", "Disperin NTB", 480)],
            StartProgrammeHandler.Handle(Command, null).Item2);

    [Fact]
    public void a_programme_sent_twice_starts_once() =>
        Assert.Empty(StartProgrammeHandler.Handle(Command, Given.Programme).Item2);

    [Theory]
    [InlineData("", "Disperin NTB", 480, "name_required")]
    [InlineData("Perajin Semoyang", null, 480, "organiser_required")]
    [InlineData("Perajin Semoyang", "Disperin NTB", 0, "target_invalid")]
    public void a_programme_without_name_organiser_or_target_is_refused(string? name, string? organiser, int target,
        string code) =>
        Assert.Equal(code,
            StartProgrammeHandler.Validate(new(Given.ProgrammeId, name, organiser, target), WelfareWords.Initial)?.Code);

    [Fact]
    public void what_is_too_long_or_too_many_for_a_programme_is_refused_at_its_field()
    {
        foreach (var (command, code, field) in new[]
        {
            (Command with { Name = new('a', 201) }, "text_too_long", "name"),
            (Command with { Organiser = new('a', 201) }, "text_too_long", "organiser"),
            (Command with { Target = 1_000_001 }, "number_too_large", "target"),
        })
        {
            var refusal = StartProgrammeHandler.Validate(command, WelfareWords.Initial);
            Assert.Equal((code, field), (refusal?.Code, refusal?.Field));
        }

        var largest = Command with { Name = new('a', 200), Target = 1_000_000 };
        Assert.Null(StartProgrammeHandler.Validate(largest, WelfareWords.Initial));
    }

    [Fact]
    public void a_title_for_buyers_is_kept_and_one_that_tells_of_welfare_is_refused()
    {
        Assert.Equal([new ProgrammeStarted("Perajin Semoyang", "Disperin NTB", 480, "Kriya NTB")],
            StartProgrammeHandler.Handle(Command with { PublicTitle = " Kriya NTB " }, null).Item2);
        Assert.Equal("welfare_word",
            StartProgrammeHandler.Validate(Command with { PublicTitle = "P3KE" }, WelfareWords.Initial)?.Code);
    }
}
