using CraftMarket.Kernel;
using CraftMarket.Web.Pages;

namespace CraftMarket.Specs.Pages;

public sealed class PhoneWordsSpecs
{
    [Theory]
    [InlineData("0812 3456 7890", null, "https://wa.me/6281234567890")]
    [InlineData("+65 9123 4567", null, "https://wa.me/6591234567")]
    [InlineData("0812 3456 7890", "2 × tas & topi", "https://wa.me/6281234567890?text=2%20%C3%97%20tas%20%26%20topi")]
    public void whatsapp_opens_on_the_number_with_the_words_that_were_meant(string typed, string? words, string address)
    {
        Assert.True(PhoneNumber.TryParse(typed, out var number));
        Assert.Equal(address, number.WhatsApp(words));
    }
}
