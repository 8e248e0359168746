using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CraftMarket.Web.Pages;

/// <summary>Everything that is wrong with a form in one short list above it, each line a way to its field. Written when the page
/// is complete, so that it follows the order of the page and calls each field by its label.</summary>
public sealed class ProblemList(ViewContext view, Say say) : IHtmlContent
{
    private sealed record Place(string Field, string Target, string? Label);

    /// <summary>Notes where on the page a field with something wrong stands.</summary>
    internal static void Note(ViewContext view, string field, string target, string? label) =>
        Places(view).Add(new(field, target, label));

    /// <summary>The first reason for which a field was refused; null when it was not.</summary>
    internal static string? Wrong(ViewContext view, string field) =>
        view.ModelState.TryGetValue(field, out var state) ? state.Errors.FirstOrDefault()?.ErrorMessage : null;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var whole = view.ModelState.TryGetValue("", out var state) ? state.Errors.Select(x => x.ErrorMessage).Distinct().ToList()
            : [];
        var places = Places(view).DistinctBy(x => x.Field).ToList();
        var placed = places.Select(x => x.Field).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var elsewhere = view.ModelState.Keys.Where(x => x.Length > 0 && !placed.Contains(x))
            .Select(x => Wrong(view, x)).OfType<string>();
        whole.AddRange(elsewhere.Except(whole));
        if (whole.Count + places.Count == 0) return;
        // The eye and the keyboard go to what is to be corrected; the list does not push a telephone's keyboard over it.
        var box = new TagBuilder("div");
        foreach (var (name, value) in new[] { ("class", "problem"), ("role", "alert"), ("tabindex", "-1"),
            ("autofocus", "autofocus"), ("data-test", "problem") }) box.Attributes[name] = value;
        foreach (var problem in whole) box.InnerHtml.AppendHtml(Line("p", problem));
        if (places.Count > 0) box.InnerHtml.AppendHtml(Line("p", say("Yang perlu diperbaiki:", "To be corrected:")));
        if (places.Count > 0) box.InnerHtml.AppendHtml(Links(places));
        box.WriteTo(writer, encoder);
    }

    private TagBuilder Links(List<Place> places)
    {
        var list = new TagBuilder("ul");
        foreach (var place in places)
        {
            var way = Line("a", $"{(place.Label is { } label ? $"{label.TrimEnd('?')}: " : "")}{Wrong(view, place.Field)}");
            way.Attributes["href"] = $"#{place.Target}";
            var line = new TagBuilder("li");
            line.InnerHtml.AppendHtml(way);
            list.InnerHtml.AppendHtml(line);
        }

        return list;
    }

    private static TagBuilder Line(string tag, string text)
    {
        var line = new TagBuilder(tag);
        line.InnerHtml.Append(text);
        return line;
    }

    private static List<Place> Places(ViewContext view)
    {
        if (view.HttpContext.Items[typeof(ProblemList)] is List<Place> known) return known;
        var places = new List<Place>();
        view.HttpContext.Items[typeof(ProblemList)] = places;
        return places;
    }
}
