using CraftMarket.Kernel;

namespace CraftMarket.Specs;

public sealed class PhoneNumberSpecs
{
    [Theory]
    [InlineData("081234567890")]
    [InlineData("0812-3456-7890")]
    [InlineData("6281234567890")]
    [InlineData("+6281234567890")]
    [InlineData("+62 812 3456 7890")]
    [InlineData("(0812) 3456 7890")]
    [InlineData(" 62-812-3456-7890 ")]
    [InlineData("+62 0812 3456 7890")]
    [InlineData("81234567890")]
    public void every_way_of_writing_it_is_one_number(string typed)
    {
        Assert.True(PhoneNumber.TryParse(typed, out var number));
        Assert.Equal("+6281234567890", number.E164);
    }

    [Theory]
    [InlineData("081234567890", true)]
    [InlineData("0899 1112 2233 3", true)]
    [InlineData("+62 851 0000 1111", true)]
    [InlineData("+62 370 123456", false)]
    [InlineData("021 5550 1234", false)]
    [InlineData("+6591234567", false)]
    [InlineData("0800 1234567", false)]
    public void a_mobile_number_of_indonesia_is_one(string typed, bool mobile)
    {
        Assert.True(PhoneNumber.TryParse(typed, out var number));
        Assert.Equal(mobile, number.IsMobile);
    }

    [Theory]
    [InlineData("0812 3456 7890", true)]
    [InlineData("62 812-3456-7890", true)]
    [InlineData("+65 9123 4567", true)]
    [InlineData("+60 12-345 6789", true)]
    [InlineData("12345", false)]
    [InlineData("+62 370 123456", false)]
    [InlineData("+65 1", false)]
    [InlineData("+999 1234567", false)]
    public void a_buyer_is_reached_by_a_mobile_number_or_a_whole_one_from_abroad(string typed, bool reached) =>
        Assert.Equal(reached, PhoneNumber.TryParse(typed, out var number) && number.ReachesBuyer);

    [Theory]
    [InlineData("081234567890", "0812 3456 7890")]
    [InlineData("+62 370 123456", "(0370) 123456")]
    [InlineData("+6591234567", "+65 9123 4567")]
    public void it_is_read_as_people_read_it_to_each_other(string typed, string spoken)
    {
        Assert.True(PhoneNumber.TryParse(typed, out var number));
        Assert.Equal(spoken, number.Spoken);
    }

    [Theory]
    [InlineData("0812345678", "+62812345678")]
    [InlineData("0812345678901", "+62812345678901")]
    public void ten_to_thirteen_digits_are_a_number(string typed, string e164)
    {
        Assert.True(PhoneNumber.TryParse(typed, out var number));
        Assert.Equal(e164, number.E164);
    }

    [Theory]
    [InlineData("0812")]
    [InlineData("inaq@semoyang.test")]
    [InlineData("bukan nomor")]
    [InlineData("081234567890123456789")]
    [InlineData("")]
    [InlineData(null)]
    public void anything_else_is_none(string? typed) => Assert.False(PhoneNumber.TryParse(typed, out _));
}
