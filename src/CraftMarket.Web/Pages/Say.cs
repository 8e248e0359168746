namespace CraftMarket.Web.Pages;

/// <summary>Says a sentence in the reader's language: <c>@T("Keranjang", "Cart")</c>.</summary>
public delegate string Say(string indonesian, string english);
