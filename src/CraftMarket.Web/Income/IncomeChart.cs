using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace CraftMarket.Web.Income;

/// <summary>One group of people in the chart: a month's income before the training, and the poverty line it is held
/// against.</summary>
/// <param name="Name">As the reader knows the group, such as the name of a batch.</param>
internal sealed record ChartGroup(string Name, Rupiah? Before, Rupiah? Line);

/// <summary>The words of the chart in the reader's language.</summary>
/// <param name="Summary">What the picture shows, for whoever hears the page.</param>
/// <param name="Unknown">Stands where a group has no figure.</param>
internal sealed record ChartWords(string Summary, string Unknown);

/// <summary>Draws, for each group, a bar and the poverty line across it. Sales now are another thing than all income before and
/// get no bar beside it.</summary>
/// <remarks>Widths are shares of the picture and heights are fixed, so that text keeps its size on a telephone and on a
/// desk.</remarks>
internal static class IncomeChart
{
    private const int GroupHeight = 70;
    private const int BarHeight = 20;

    // The longest bar leaves this much of the width to the amount written behind it.
    private const double LongestBar = 68;

    public static IHtmlContent Draw(IReadOnlyList<ChartGroup> groups, ChartWords words)
    {
        var most = groups.SelectMany(x => new[] { x.Before, x.Line }).Max(x => x?.Amount) ?? 0;
        var picture = new StringBuilder();
        picture.Append(CultureInfo.InvariantCulture,
            $"<svg class=\"chart\" width=\"100%\" height=\"{groups.Count * GroupHeight}\" role=\"img\" "
            + $"aria-label=\"{Safe(words.Summary)}\">");
        foreach (var (group, i) in groups.Select((x, i) => (x, i))) Group(picture, group, i * GroupHeight, most, words);
        return new HtmlString(picture.Append("</svg>").ToString());
    }

    private static void Group(StringBuilder picture, ChartGroup group, int top, long most, ChartWords words)
    {
        var before = top + 28;
        picture.Append(CultureInfo.InvariantCulture, $"<text class=\"name\" x=\"0\" y=\"{top + 18}\">{Safe(group.Name)}</text>");
        Bar(picture, "before", group.Before, before, most);
        if (group.Line is { } line) Line(picture, Share(line, most), top + 24, before + BarHeight + 4);
        // Words come last, so that the line never strikes the amount through.
        Amount(picture, group.Before, before, most, words);
    }

    private static void Bar(StringBuilder picture, string kind, Rupiah? amount, int top, long most) =>
        picture.Append($"<rect class=\"{kind}\" x=\"0\" y=\"{top}\" width=\"{Share(amount, most)}\" height=\"{BarHeight}\"/>");

    private static void Line(StringBuilder picture, string x, int top, int bottom) =>
        picture.Append($"<line class=\"poverty\" x1=\"{x}\" x2=\"{x}\" y1=\"{top}\" y2=\"{bottom}\"/>");

    private static void Amount(StringBuilder picture, Rupiah? amount, int top, long most, ChartWords words) =>
        picture.Append(
            $"<text x=\"{Share(amount, most)}\" dx=\"8\" "
            + $"y=\"{top + BarHeight - 5}\">{Safe(amount?.ToString() ?? words.Unknown)}</text>");

    /// <summary>A loss has no length; the amount behind it says so.</summary>
    private static string Share(Rupiah? amount, long most) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{(most <= 0 ? 0 : Math.Max(amount?.Amount ?? 0, 0) * LongestBar / most):0.##}%");

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
