using CraftMarket.Kernel;

namespace CraftMarket.Specs.Kernel;

public sealed class RefusalsSpecs
{
    private static readonly Refusal Nameless = Refusal.Invalid("name_length", "Nama terlalu pendek.", "The name is too short.",
        "name");
    private static readonly Refusal Priceless = Refusal.Invalid("price_out_of_range", "Harga salah.", "The price is wrong.",
        "price");
    private static readonly Refusal Shut = Refusal.Conflict("closed", "Tutup.", "Closed.");

    [Fact]
    public void nothing_wrong_is_no_refusal() => Assert.Null(Refusals.Of(null, null));

    [Fact]
    public void all_that_is_wrong_is_told_and_the_first_names_the_answer()
    {
        var refused = Refusals.Of(null, Nameless, Refusals.Of(Priceless, Shut));
        Assert.Equal(("name_length", "name"), (refused?.Code, refused?.Field));
        Assert.Equal(["name_length", "price_out_of_range", "closed"], refused!.All.Select(x => x.Code));
        Assert.All(refused.All, x => Assert.Empty(x.Others));
    }

    [Fact]
    public void a_field_is_told_one_thing_at_a_time()
    {
        var refused = Refusals.Of(Nameless, Nameless with { Code = "name_twice" }, Shut);
        Assert.Equal(["name_length", "closed"], refused!.All.Select(x => x.Code));
    }

    [Fact]
    public void one_refusal_stays_what_it_is() => Assert.Same(Shut, Refusals.Of(null, Shut));
}
