using System.Text.Json.Nodes;

namespace CraftMarket.Demo;

/// <summary>A product as the demo listed it.</summary>
internal sealed record ListedProduct(string Id, int Artisan, DemoProduct Product);

/// <summary>The shop as far as it has come.</summary>
/// <param name="Listed">What was listed, in the order of <see cref="DemoData.Artisans" />.</param>
/// <param name="Clients">A client for each artisan, by the number of its person.</param>
/// <param name="Numbers">The artisans' numbers by their ids.</param>
internal sealed record OpenShop(IReadOnlyList<ListedProduct> Listed, IReadOnlyDictionary<int, DemoClient> Clients,
    IReadOnlyDictionary<string, int> Numbers)
{
    public static readonly OpenShop Empty = new([], new Dictionary<int, DemoClient>(), new Dictionary<string, int>());

    /// <summary>What buyers see once everybody has joined.</summary>
    public IReadOnlyList<ListedProduct> OnSale => [.. Listed.SkipLast(2)];
}

/// <summary>Second part: twelve artisans sign up, set a brand, upload pictures and list; the curator looks at them.</summary>
internal sealed class DemoShop(DemoClient visitor, DemoClient office, DemoClient curator, string password)
{
    /// <summary>The goods of so many artisans make a shop in which one can look around; the others come while it is
    /// open.</summary>
    private const int First = 4;

    public async Task<OpenShop> Open(IReadOnlyDictionary<int, string> people, CancellationToken stop)
    {
        var shop = await Join(OpenShop.Empty, DemoData.Artisans.Take(First), people, stop);
        await DemoCuration.Welcome(curator, shop, stop);
        await List(shop.Clients[1], DemoData.Artisans[0], DemoData.Trusted, stop);
        return shop;
    }

    public async Task<OpenShop> Fill(OpenShop opened, IReadOnlyDictionary<int, string> people, CancellationToken stop)
    {
        var shop = await Join(opened, DemoData.Artisans.Skip(First), people, stop);
        await DemoCuration.Decide(curator, shop, [.. shop.Listed.Skip(opened.Listed.Count)], stop);
        return shop;
    }

    private async Task<OpenShop> Join(OpenShop shop, IEnumerable<DemoArtisan> artisans, IReadOnlyDictionary<int, string> people,
        CancellationToken stop)
    {
        var (listed, clients) = (shop.Listed.ToList(), shop.Clients.ToDictionary());
        var numbers = shop.Numbers.ToDictionary();
        foreach (var artisan in artisans)
        {
            (var id, var client) = await SignUp(artisan, people[artisan.Person], stop);
            numbers[id] = artisan.Person;
            clients[artisan.Person] = client;
            foreach (var product in artisan.Products)
                listed.Add(new(await List(client, artisan, product, stop), artisan.Person, product));
        }

        return new(listed, clients, numbers);
    }

    private async Task<(string ArtisanId, DemoClient Desk)> SignUp(DemoArtisan artisan, string person, CancellationToken stop)
    {
        var phone = DemoData.People.First(x => x.Number == artisan.Person).Phone;
        var welcomed = await office.Post($"participants/{person}/artisan", new JsonObject { ["login"] = phone },
            $"artisan-{artisan.Person}", stop);
        var token = new Uri((string)welcomed["invitation"]!).Segments[^1];
        await visitor.Post($"invitations/{token}", new JsonObject
        {
            ["password"] = password, ["consents"] = artisan.Person % 3 == 0 ? new JsonArray("account", "shop", "income")
                : new JsonArray("account", "shop", "income", "training"),
        }, $"invitation-{artisan.Person}", stop);
        var client = await visitor.SignIn(phone, password, stop);
        await DemoBrand.Send(client, artisan, stop);
        // Some let buyers write to them, some do not.
        if (artisan.Person % 2 == 1)
            await client.Put("artisans/me/contact", new JsonObject { ["number"] = phone, ["agreed"] = true }, stop);
        return ((string)welcomed["artisanId"]!, client);
    }

    private static async Task<string> List(DemoClient client, DemoArtisan artisan, DemoProduct product, CancellationToken stop)
    {
        var photos = new JsonArray();
        foreach (var (sight, description) in Sights(product))
        {
            var picture = CraftPicture.Draw(product.Craft, artisan.Person * 3 + product.Name.Length, sight);
            var photo = await client.Upload(picture, $"photo-{sight}-{product.Name}", stop);
            photos.Add(new JsonObject { ["photoId"] = (string)photo["id"]!, ["description"] = description });
        }

        var listed = await client.Post("products", new JsonObject
        {
            ["name"] = product.Name, ["description"] = product.Description, ["price"] = product.Price, ["stock"] = product.Stock,
            ["leadTimeDays"] = product.LeadTimeDays, ["category"] = product.Category, ["size"] = product.Size,
            ["care"] = product.Care, ["weightGrams"] = product.WeightGrams,
            ["materials"] = new JsonArray([.. product.Materials.Select(x => JsonValue.Create(x))]),
            ["photos"] = photos,
            ["variants"] = new JsonArray([.. product.Variants.Select(x => new JsonObject
            {
                ["size"] = x.Size, ["colour"] = x.Colour, ["stock"] = x.Stock, ["price"] = x.Price,
            })]),
            ["provenance"] = product == DemoData.Trusted ? null : DemoCuration.Origin(artisan, product),
        }, $"product-{product.Name}", stop);
        await client.Post($"products/{listed["id"]}/submission", new JsonObject(), $"submission-{product.Name}", stop);
        return (string)listed["id"]!;
    }

    /// <summary>Key rings are small and have one picture, bags three, everything else two.</summary>
    private static IEnumerable<(Sight, string)> Sights(DemoProduct product)
    {
        yield return (Sight.Whole, $"{product.Name} dari depan");
        if (product.Category == "gantungan-kunci") yield break;
        yield return (Sight.Near, "Anyaman dari dekat");
        if (product.Category == "tas") yield return (Sight.Slanted, $"{product.Name}, agak miring");
    }
}
