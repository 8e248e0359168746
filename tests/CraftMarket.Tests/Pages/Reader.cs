using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CraftMarket.Tests;

/// <summary>Somebody in front of a browser without JavaScript: follows links, fills forms, keeps cookies.</summary>
internal sealed class Reader : IDisposable
{
    private readonly HttpClient _http;
    private readonly CookieContainer _cookies = new();
    private (string Name, byte[] Bytes)? _attached;
    private (string Path, IHtmlDocument Page) _before;

    public Reader(RunningMarket market, string? role = null, params (string Type, string Value)[] claims)
        : this(market, null, role, claims)
    {
    }

    /// <param name="from">The address that a proxy says the reader has.</param>
    public Reader(RunningMarket market, string? from, string? role, params (string Type, string Value)[] claims)
    {
        if (role is not null) _cookies.Add(market.Address, new Cookie("craftmarket", market.Cookie(role, claims)));
        _http = new(new HttpClientHandler { CookieContainer = _cookies }) { BaseAddress = market.Address };
        if (from is not null) _http.DefaultRequestHeaders.Add("X-Forwarded-For", from);
    }

    /// <summary>In front of a market that runs elsewhere.</summary>
    public Reader(Uri address, CookieCollection? cookies = null)
    {
        _cookies.Add(cookies ?? []);
        _http = new(new HttpClientHandler { CookieContainer = _cookies }) { BaseAddress = address };
    }

    /// <summary>Another browser with the same cookies, perhaps in front of another node.</summary>
    public Reader Copy(Uri? address = null) => new(address ?? _http.BaseAddress!, _cookies.GetCookies(_http.BaseAddress!));

    public HttpStatusCode Status { get; private set; }

    public string Path { get; private set; } = "";

    public IHtmlDocument Page { get; private set; } = null!;

    public string Text => Page.Body!.TextContent;

    public async Task<IHtmlDocument> Open(string path) =>
        await Read(await _http.GetAsync(path, TestContext.Current.CancellationToken));

    /// <summary>Chooses a file that goes with the next form.</summary>
    public void Attach(string name, byte[] bytes) => _attached = (name, bytes);

    /// <summary>Looks at the page before, as the browser kept it.</summary>
    public Task Back()
    {
        (Path, Page) = _before;
        return Task.CompletedTask;
    }

    /// <summary>Fills a form of the page and sends it with one of its buttons.</summary>
    public async Task<IHtmlDocument> Send(string button, params (string Name, string Value)[] typed)
    {
        var pressed = (IHtmlButtonElement)Find(button);
        var form = pressed.Form ?? throw new InvalidOperationException($"The button {button} is in no form.");
        var fields = Filled(form).Where(x => typed.All(y => y.Name != x.Key))
            .Concat(typed.Select(x => KeyValuePair.Create(x.Name, x.Value))).ToList();
        if (pressed.Name is { Length: > 0 } name)
            fields = [.. fields.Where(x => x.Key != name), KeyValuePair.Create(name, pressed.Value)];
        var action = form.GetAttribute("action") is { Length: > 0 } stated ? stated : Path;
        using HttpContent content = form.Enctype == "multipart/form-data" ? Multipart(fields) : new FormUrlEncodedContent(fields);
        return await Read(await _http.PostAsync(action, content, TestContext.Current.CancellationToken));
    }

    /// <summary>Fills a form of the page, chooses a text file and sends it.</summary>
    public async Task<IHtmlDocument> Upload(string button, string field, string file, params (string Name, string Value)[] typed)
    {
        var form = ((IHtmlButtonElement)Find(button)).Form!;
        using var content = new MultipartFormDataContent { { new StringContent(file), field, "daftar.csv" } };
        foreach (var (name, value) in Filled(form).Where(x => typed.All(y => y.Name != x.Key))
            .Concat(typed.Select(x => KeyValuePair.Create(x.Name, x.Value))))
            content.Add(new StringContent(value), name);
        return await Read(await _http.PostAsync(Path, content, TestContext.Current.CancellationToken));
    }

    /// <summary>What the button on a product's page does.</summary>
    public async Task<IHtmlDocument> PutInCart(CraftMarket.Kernel.ProductId product, int quantity)
    {
        using var token =
            new FormUrlEncodedContent(Filled(Page.QuerySelectorAll("form[method=post]").OfType<IHtmlFormElement>().Last())
            .Where(x => x.Key.StartsWith("__", StringComparison.Ordinal))
            .Append(new("productId", product.Value.ToString())).Append(new("quantity", quantity.ToString())));
        return await Read(await _http.PostAsync("/keranjang/add", token, TestContext.Current.CancellationToken));
    }

    public IElement Find(string test) => Page.QuerySelector($"[data-test={test}]")
        ?? throw new InvalidOperationException($"There is no {test} on {Path}: {Text}");

    public void Dispose() => _http.Dispose();

    private static IEnumerable<KeyValuePair<string, string>> Filled(IHtmlFormElement form) => form.Elements.Select(x => x switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } or IHtmlInputElement { Type: "file" } => default,
        IHtmlInputElement input => KeyValuePair.Create(input.Name!, input.Value),
        IHtmlSelectElement select => KeyValuePair.Create(select.Name!, select.Value ?? ""),
        IHtmlTextAreaElement area => KeyValuePair.Create(area.Name!, area.Value),
        _ => default,
    }).Where(x => !string.IsNullOrEmpty(x.Key));

    private MultipartFormDataContent Multipart(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields) content.Add(new StringContent(value), name);
        if (_attached is (var file, var bytes)) content.Add(new ByteArrayContent(bytes), file, "photo.jpg");
        _attached = null;
        return content;
    }

    private async Task<IHtmlDocument> Read(HttpResponseMessage reply)
    {
        _before = (Path, Page);
        Status = reply.StatusCode;
        Path = reply.RequestMessage!.RequestUri!.PathAndQuery;
        return Page = await new HtmlParser()
            .ParseDocumentAsync(await reply.Content.ReadAsStringAsync(), TestContext.Current.CancellationToken);
    }
}
