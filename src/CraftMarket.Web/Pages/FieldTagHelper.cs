using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CraftMarket.Web.Pages;

/// <summary>A labelled form field with its hint and, when something is wrong, the reason right under it.</summary>
[HtmlTargetElement("field", Attributes = "name,label")]
public sealed class FieldTagHelper : TagHelper
{
    /// <summary>Name and id of the control inside.</summary>
    public required string Name { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(FieldTagHelper)] = this;
        var wrong = ProblemList.Wrong(View, Name);
        if (wrong is not null) ProblemList.Note(View, Name, Name, Label);
        var control = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class",
            string.Join(' ',
            new[] { "field", wrong is null ? null : "bad", output.Attributes["class"]?.Value?.ToString() }.Where(x =>
            !string.IsNullOrEmpty(x))));
        var label = new TagBuilder("label") { Attributes = { ["for"] = Name } };
        label.InnerHtml.Append(Label);
        output.Content.AppendHtml(label);
        if (Hint is not null) output.Content.AppendHtml(Line("hint", $"{Name}-hint", Hint));
        output.Content.AppendHtml(control);
        if (wrong is not null) output.Content.AppendHtml(Line("wrong", $"{Name}-wrong", wrong));
    }

    private static TagBuilder Line(string style, string id, string text)
    {
        var line = new TagBuilder("p") { Attributes = { ["class"] = style, ["id"] = id } };
        line.InnerHtml.Append(text);
        return line;
    }
}

/// <summary>Lets a screen reader hear the hint and the reason together with the control.</summary>
[HtmlTargetElement("input", ParentTag = "field", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("select", ParentTag = "field"), HtmlTargetElement("textarea", ParentTag = "field")]
public sealed class ControlTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (output.Attributes["name"]?.Value?.ToString() is not { } name) return;
        if (!output.Attributes.ContainsName("id")) output.Attributes.SetAttribute("id", name);
        // A control for files is named after what it sends, and its field after what comes of that.
        if (!context.Items.TryGetValue(typeof(FieldTagHelper), out var around) || around is not FieldTagHelper field
            || output.Attributes["id"].Value?.ToString() != field.Name) return;
        var wrong = ProblemList.Wrong(View, field.Name) is not null;
        if (wrong) output.Attributes.SetAttribute("aria-invalid", "true");
        var said = new List<string>();
        if (field.Hint is not null) said.Add($"{field.Name}-hint");
        if (wrong) said.Add($"{field.Name}-wrong");
        if (said.Count > 0) output.Attributes.SetAttribute("aria-describedby", string.Join(' ', said));
    }
}
