using CraftMarket.Kernel;
using CraftMarket.Notices;
using CraftMarket.Specs.House;
using Microsoft.Extensions.Configuration;

namespace CraftMarket.Specs.Notices;

/// <summary>Every notice in both languages, and every channel with something that carries it.</summary>
public sealed class TemplateSpecs
{
    private const string Link = "https://pasar.example.org/rahasia";
    private static readonly OrderedGoods[] Goods = [new(2, "Tas daun tembakau (Merah)")];

    private static readonly Template[] All =
    [
        new NewPassword(Link), new AddressTyped(Goods, Link), new OrderLinkAgain("CM-000007", Link),
        new OrderCertain("CM-000007", new(315_000), InCash: true, Goods),
        new PartSent("CM-000007", "Tenun Sahnun", "Pos Indonesia", "P123456", Goods),
        new PartRefused("CM-000007", "Tenun Sahnun", "Daunnya habis.", new(315_000), Goods), new HoldFreed(null, Goods),
        new PartCancelled("CM-000007", new(315_000), Goods), new PartMoneyBack("CM-000007", new(315_000), Goods),
        new OrderTold([new HoldFreed(null, Goods), new PartCancelled(null, new(0), Goods)], Link),
    ];

    public static TheoryData<string> Names => [.. All.Select(x => x.GetType().Name)];

    [Fact]
    public void every_template_is_tried_here() => Assert.Equal(
        Repository.Types.Where(x => x.IsSubclassOf(typeof(Template)) && !x.IsAbstract).Select(x => x.Name).Order(),
        All.Select(x => x.GetType().Name).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void a_template_speaks_both_languages_with_the_same_facts_and_prints_none_of_them(string name)
    {
        var template = All.Single(x => x.GetType().Name == name);
        var (subject, text) = (template.Subject, template.Text);
        Assert.True(subject.Indonesian.Length > 0 && subject.English.Length > 0 && subject.Indonesian != subject.English);
        Assert.All(Facts, x => Assert.Equal(text.Indonesian.Contains(x, StringComparison.Ordinal),
            text.English.Contains(x, StringComparison.Ordinal)));
        Assert.Equal(new Letter(subject.Indonesian, text.Indonesian + "\n"), template.In("id"));
        Assert.Equal($"{text.Indonesian}\n\n— English —\n\n{text.English}\n", template.In("en").Text);
        Assert.Equal($"{name} ****", template.ToString());
    }

    [Fact]
    public void every_channel_has_its_row() => Assert.Equal(Enum.GetValues<NoticeChannel>(), Channels.Rows.Keys.Order());

    [Fact]
    public void of_a_channel_that_is_not_set_nothing_is_sent() =>
        Assert.Empty(Channels.Of(new ConfigurationBuilder().Build()));

    private static readonly string[] Facts = [Link, "CM-000007", "Tas daun tembakau (Merah)", "Rp315.000", "Tenun Sahnun",
        "Pos Indonesia", "P123456", "Daunnya habis."];
}
