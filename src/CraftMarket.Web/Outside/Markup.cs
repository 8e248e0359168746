using System.Xml;

namespace CraftMarket.Web.Outside;

/// <summary>Writes XML for others to read.</summary>
internal static class Markup
{
    public static XmlWriter Writer(Stream stream) =>
        XmlWriter.Create(stream, new()
        {
            Async = true, Encoding = new System.Text.UTF8Encoding(false), Indent = true,
            IndentChars = " "
        });

    /// <summary>The text without what XML cannot hold: control characters that come along when somebody copies from
    /// elsewhere.</summary>
    public static string Clean(string text)
    {
        if (text.All(x => XmlConvert.IsXmlChar(x))) return text;
        var kept = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                kept.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i])) kept.Append(text[i]);
        }

        return kept.ToString();
    }

    /// <summary>At most so many letters, never half of one.</summary>
    public static string Within(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    public static Task Element(this XmlWriter xml, string name, string value, string? space = null) =>
        xml.WriteElementStringAsync(null, name, space, Clean(value));
}
