using System.Text.Json.Nodes;

namespace CraftMarket.Web.Demo;

/// <summary>A product as the demo listed it.</summary>
internal sealed record ListedProduct(string Id, int Artisan, DemoProduct Product);

/// <summary>The shop after the second act.</summary>
/// <param name="OnSale">What buyers see.</param>
/// <param name="Desks">A desk for each artisan, by number in the cast.</param>
/// <param name="Numbers">The artisans' numbers by their ids.</param>
internal sealed record OpenShop(IReadOnlyList<ListedProduct> OnSale, IReadOnlyDictionary<int, DemoDesk> Desks, IReadOnlyDictionary<string, int> Numbers);

/// <summary>Second act: twelve artisans sign up, set a brand, upload pictures and list; the curator looks at them.</summary>
internal static class DemoShop
{
    public static async Task<OpenShop> Open(DemoDesk visitor, DemoDesk office,
        DemoDesk curator, IReadOnlyDictionary<int, string> people, string password, CancellationToken stop)
    {
        var desks = new Dictionary<int, DemoDesk>();
        var numbers = new Dictionary<string, int>();
        var listed = new List<ListedProduct>();
        foreach (var artisan in DemoCast.Artisans)
        {
            (var id, var desk) = await SignUp(visitor, office, artisan, people[artisan.Person], password, stop);
            numbers[id] = artisan.Person;
            desks[artisan.Person] = desk;
            foreach (var product in artisan.Products) listed.Add(new(await List(desk, artisan, product, stop), artisan.Person, product));
        }

        var shop = new OpenShop([.. listed.SkipLast(2)], desks, numbers);
        await DemoCuration.Decide(curator, shop, listed, stop);
        await List(desks[1], DemoCast.Artisans[0], DemoCast.Trusted, stop);
        return shop;
    }

    private static async Task<(string ArtisanId, DemoDesk Desk)> SignUp(DemoDesk visitor, DemoDesk office, DemoArtisan artisan, string person, string password, CancellationToken stop)
    {
        var phone = DemoCast.People.First(x => x.Number == artisan.Person).Phone;
        var welcomed = await office.Post($"participants/{person}/artisan", new JsonObject { ["login"] = phone }, $"artisan-{artisan.Person}", stop);
        var token = new Uri((string)welcomed["invitation"]!).Segments[^1];
        await visitor.Post($"invitations/{token}", new JsonObject
        {
            ["password"] = password, ["consents"] = artisan.Person % 3 == 0 ? new JsonArray("account", "shop", "income") : new JsonArray("account", "shop", "income", "training"),
        }, $"invitation-{artisan.Person}", stop);
        var desk = await visitor.SignIn(phone, password, stop);
        await DemoKit.Send(desk, artisan, stop);
        // Some let buyers write to them, some do not.
        if (artisan.Person % 2 == 1) await desk.Put("artisans/me/contact", new JsonObject { ["number"] = phone, ["agreed"] = true }, stop);
        return ((string)welcomed["artisanId"]!, desk);
    }

    private static async Task<string> List(DemoDesk desk, DemoArtisan artisan, DemoProduct product, CancellationToken stop)
    {
        var photos = new JsonArray();
        foreach (var (sight, description) in Sights(product))
        {
            var picture = CraftPicture.Draw(product.Craft, artisan.Person * 3 + product.Name.Length, sight);
            var photo = await desk.Upload(picture, $"photo-{sight}-{product.Name}", stop);
            photos.Add(new JsonObject { ["photoId"] = (string)photo["id"]!, ["description"] = description });
        }

        var listed = await desk.Post("products", new JsonObject
        {
            ["name"] = product.Name, ["description"] = product.Description, ["price"] = product.Price, ["stock"] = product.Stock,
            ["leadTimeDays"] = product.LeadTimeDays, ["category"] = product.Category, ["weightGrams"] = product.WeightGrams,
            ["materials"] = new JsonArray([.. product.Materials.Select(x => JsonValue.Create(x))]),
            ["photos"] = photos,
            ["variants"] = new JsonArray([.. product.Variants.Select(x => new JsonObject
            {
                ["size"] = x.Size, ["colour"] = x.Colour, ["stock"] = x.Stock, ["price"] = x.Price,
            })]),
            ["provenance"] = product == DemoCast.Trusted ? null : DemoCuration.Origin(artisan, product),
        }, $"product-{product.Name}", stop);
        await desk.Post($"products/{listed["id"]}/submission", new JsonObject(), $"submission-{product.Name}", stop);
        return (string)listed["id"]!;
    }

    /// <summary>Key rings are small and have one picture, bags three, everything else two.</summary>
    private static IEnumerable<(Sight, string)> Sights(DemoProduct product)
    {
        yield return (Sight.Whole, $"{product.Name} dari depan");
        if (product.Craft == Craft.KeyRing) yield break;
        yield return (Sight.Near, "Anyaman dari dekat");
        if (product.Craft == Craft.Bag) yield return (Sight.Slanted, $"{product.Name}, agak miring");
    }
}
