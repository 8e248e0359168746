using CraftMarket.Training;

namespace CraftMarket.Specs.Training;

public sealed class CertificateNumberSpecs
{
    private static readonly string Number = CertificateNumber.Of(Given.BatchId, 2026, 7);

    [Fact]
    public void a_number_names_year_batch_and_place_in_the_batch()
    {
        Assert.StartsWith("NTB-2026-", Number, StringComparison.Ordinal);
        Assert.Matches("^NTB-2026-[0-9A-Z]{8}-007-[0-9A-Z]$", Number);
        Assert.True(CertificateNumber.IsWellFormed(Number));
    }

    [Fact]
    public void every_single_mistyped_character_shows() =>
        Assert.All(Mistyped(), x => Assert.False(CertificateNumber.IsWellFormed(x), x));

    [Fact]
    public void every_swap_of_two_neighbours_shows()
    {
        var swaps = Enumerable.Range(0, Number.Length - 3).Where(i => Number[i] != Number[i + 1] && Number[i] != '-'
            && Number[i + 1] != '-')
            .Select(i => Number[..i] + Number[i + 1] + Number[i] + Number[(i + 2)..]).ToList();
        Assert.NotEmpty(swaps);
        Assert.All(swaps, x => Assert.False(CertificateNumber.IsWellFormed(x), x));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("NTB")]
    [InlineData("NTB-2026-é-001-A")]
    public void nonsense_is_no_number(string? text) => Assert.False(CertificateNumber.IsWellFormed(text));

    private static IEnumerable<string> Mistyped() =>
        from i in Enumerable.Range(0, Number.Length)
        where Number[i] != '-'
        from c in "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
        where c != Number[i]
        select Number[..i] + c + Number[(i + 1)..];
}
