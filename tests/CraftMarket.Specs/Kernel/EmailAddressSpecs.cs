using CraftMarket.Kernel;

namespace CraftMarket.Specs;

public sealed class EmailAddressSpecs
{
    [Theory]
    [InlineData("lalu@contoh.example", "lalu@contoh.example")]
    [InlineData(" Lalu.Fictif+pasar@Contoh.Example ", "Lalu.Fictif+pasar@Contoh.Example")]
    [InlineData("o'brien_1@surat.contoh-dua.example", "o'brien_1@surat.contoh-dua.example")]
    public void a_plain_address_is_taken_as_it_was_typed(string typed, string kept)
    {
        Assert.True(EmailAddress.TryParse(typed, out var address));
        Assert.Equal(kept, address.Value);
    }

    [Theory]
    [InlineData("Hadiah untuk Anda <lalu@contoh.example>")]
    [InlineData("<lalu@contoh.example>")]
    [InlineData("\"lalu\"@contoh.example")]
    [InlineData("lalu@contoh.example (x)")]
    [InlineData("lalu(x)@contoh.example")]
    [InlineData("lalu @contoh.example")]
    [InlineData("lalu@contoh.example.")]
    [InlineData("lalu@[127.0.0.1]")]
    [InlineData("lalu@contoh.example,inaq@contoh.example")]
    [InlineData("lalu@contoh.example\r\nBcc: inaq@contoh.example")]
    [InlineData("la\u0007lu@contoh.example")]
    [InlineData("\uff4calu@contoh.example")]
    [InlineData("lalu@contoh@contoh.example")]
    [InlineData("@contoh.example")]
    [InlineData("lalu@")]
    [InlineData("lalu")]
    [InlineData(" ")]
    [InlineData(null)]
    public void another_spelling_of_a_mailbox_is_none(string? typed) => Assert.False(EmailAddress.TryParse(typed, out _));

    [Fact]
    public void an_address_longer_than_mail_can_carry_is_none() =>
        Assert.False(EmailAddress.TryParse($"lalu@{string.Join('.', Enumerable.Repeat(new string('a', 60), 4))}.example", out _));
}
