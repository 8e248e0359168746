using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp;
using AngleSharp.Dom;
using CraftMarket.Catalogue;
using CraftMarket.Demo;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Tests.Catalogue;
using CraftMarket.Tests.People;
using CraftMarket.Web.Composition;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests.Walks;

/// <summary>Somebody came to the shop by way of a programme for the poor; nobody who looks at the goods may learn that.</summary>
public sealed partial class WelfareWordsTests(RunningMarket market)
{
    private static readonly string Mark = Guid.NewGuid().ToString("N")[..12];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_shop_told_that_its_maker_was_trained_as_one_of_the_poor()
    {
        var (artisan, product, person, programme) = await Trained(new
        {
            name = $"P3KE desil 1 kemiskinan ekstrem {Mark}", organiser = $"Dinsos, Penanggulangan Kemiskinan {Mark}",
            target = 30,
        }, new { name = $"Angkatan P3KE desil 1 {Mark}", skill = $"anyam warga miskin {Mark}", venue = $"Balai PKH {Mark}" });
        Assert.Null(await TrainedBy(product));
        using var visitor = market.Visitor();
        var slug = (string)(await new Caller(market.Address).Get($"products/{product}")).Body["slug"]!;
        await Workshop.Eventually(() => visitor.GetStringAsync("/feed/produk.csv", Stop), x =>
            x.Contains(product, StringComparison.Ordinal));
        var (searched, told) = (new List<string>(), new List<string>());
        foreach (var address in await Addresses(product, slug, artisan.Id))
        {
            using var reply = await visitor.GetAsync(address, Stop);
            if (reply.StatusCode != HttpStatusCode.OK || IsPicture(reply)) continue;
            searched.Add(address);
            told.AddRange((await Values(reply, address)).Where(Tells).Select(x => $"{address}: {x}"));
        }

        using (var own = market.OnPages("artisan", ("artisan", artisan.Id), ("person", person)))
        {
            foreach (var address in new[] { "/perajin/label", $"/perajin/label/cetak?jumlah[{product}]=1", "/perajin/bagikan",
                "/perajin/persetujuan" })
            {
                using var reply = await own.GetAsync(address, Stop);
                if (reply.StatusCode == HttpStatusCode.OK)
                    told.AddRange((await Values(reply, address)).Where(Tells).Select(x => $"{address}: {x}"));
            }
        }

        Assert.Empty(told);
        Assert.Superset(new HashSet<string> { $"/produk/{slug}", "/sitemap.xml", "/feed/produk.csv", "/feed/produk.xml",
            "/feed/baru.atom", $"/api/v1/products/{product}" }, searched.ToHashSet());
        // The office still reads what it wrote.
        using var office = await new Caller(market.Address).SignIn("office@craftmarket.test");
        Assert.Contains((await office.Get("programmes")).Body["items"]!.AsArray(), x => (string)x!["id"]! == programme
            && ((string)x["name"]!).Contains("desil", StringComparison.Ordinal));
        artisan.Desk.Dispose();
    }

    [Fact]
    public async Task a_training_is_told_by_its_public_title_and_not_by_what_the_office_calls_it()
    {
        var (artisan, product, _, _) =
            await Trained(new
            {
                name = $"P3KE desil 2 {Mark}", organiser = "Disperin NTB", target = 30,
                publicTitle = "Pelatihan kriya NTB"
            },
            new { name = $"Angkatan DTKS {Mark}", skill = "kerajinan", venue = "Balai" });
        Assert.Equal("Pelatihan kriya NTB", await TrainedBy(product));
        artisan.Desk.Dispose();
        (artisan, product, _, _) =
            await Trained(new
            {
                name = $"P3KE desil 2 {Mark}", organiser = "Disperin NTB", target = 30,
                publicTitle = "Pelatihan kriya NTB"
            },
            new
            {
                name = $"Angkatan DTKS {Mark}", skill = "kerajinan", venue = "Balai",
                publicTitle = "Anyam daun, Balai Latihan"
            });
        Assert.Equal("Anyam daun, Balai Latihan", await TrainedBy(product));
        artisan.Desk.Dispose();
    }

    [Fact]
    public async Task a_training_without_a_public_title_is_told_by_what_was_learnt_and_who_taught_it()
    {
        var (artisan, product, _, _) =
            await Trained(new { name = $"P3KE desil 2 {Mark}", organiser = "Disperin NTB", target = 30 },
            new { name = $"Angkatan DTKS {Mark}", skill = "kerajinan", venue = "Balai" });
        Assert.Equal("Kerajinan, Disperin NTB", await TrainedBy(product));
        artisan.Desk.Dispose();
    }

    [Fact]
    public async Task what_the_shop_kept_of_a_training_before_is_told_no_more_and_makes_way_for_a_title()
    {
        var (artisan, product, _, _) =
            await Trained(new { name = $"P3KE desil 2 {Mark}", organiser = "Disperin NTB", target = 30 },
            new { name = $"Angkatan DTKS {Mark}", skill = "kerajinan", venue = "Balai" });
        await using var source = Npgsql.NpgsqlDataSource.Create(market.ConnectionString);
        await using (var before = source.CreateCommand($$"""
            update market.mt_doc_trainingtitle as b set data = jsonb_build_object('Id', b.id, 'Name',
                'Angkatan DTKS, P3KE desil 2') from market.mt_doc_makertraining as t
            join market.mt_doc_makerperson as m on m.data ->> 'PersonId' = t.data ->> 'PersonId' where m.id = '{{artisan.Id}}'
                and b.id = (t.data ->> 'BatchId')::uuid
            """)) Assert.Equal(1, await before.ExecuteNonQueryAsync(Stop));
        Assert.Null(await TrainedBy(product));
        // The batch is described anew, as by the derivation of facts for a database of an earlier version.
        await market.Happened(await Described(artisan.Id));
        await Workshop.Eventually(() => TrainedBy(product), x => x == "Kerajinan, Disperin NTB");
        await using var left =
            source.CreateCommand("select count(*) from market.mt_doc_trainingtitle where data::text like '%desil%'");
        Assert.Equal(0L, await left.ExecuteScalarAsync(Stop));
        artisan.Desk.Dispose();
    }

    /// <summary>The batch that the artisan finished, as Training describes it.</summary>
    private async Task<BatchOpened> Described(string artisan)
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var person = (await session.LoadAsync<MakerPerson>(Guid.Parse(artisan), Stop))!.PersonId;
        var training = await session.Query<MakerTraining>().SingleAsync(x => x.PersonId == person, Stop);
        return (await session.Events.FetchStreamAsync(training.BatchId.Value, token: Stop)).Select(x => x.Data)
            .OfType<BatchOpened>().Last();
    }

    [Theory]
    [InlineData("Pelatihan warga miskin")]
    [InlineData("Kelas P3KE-2026")]
    [InlineData("Peserta DESIL1")]
    [InlineData("Penerima P.K.H. Semoyang")]
    [InlineData("Training for the poor")]
    public async Task a_public_title_that_tells_of_welfare_is_refused(string title)
    {
        using var office = await new Caller(market.Address).SignIn("office@craftmarket.test");
        var refused =
            (await office.Post("programmes", new { name = "Uji", organiser = "Disperin", target = 30, publicTitle = title }))
            .Expect(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("welfare_word", refused.Text("code"));
        Assert.NotNull(refused.Body["errors"]!["publicTitle"]);
        var programme = (await office.Post("programmes", new { name = "Uji", organiser = "Disperin", target = 30 }))
            .Expect(HttpStatusCode.Created).Text("id");
        Assert.Equal("welfare_word",
            (await office.Post("batches",
            Batch(programme, new { name = "Angkatan", skill = "kerajinan", venue = "Balai", publicTitle = title })))
            .Expect(HttpStatusCode.UnprocessableEntity).Text("code"));
    }

    private async Task<((string Id, Caller Desk) Artisan, string Product, string Person,
        string Programme)> Trained(object programme, object batch)
    {
        using var visitor = new Caller(market.Address);
        using var office = await visitor.SignIn("office@craftmarket.test");
        using var companion = await visitor.SignIn("companion@craftmarket.test");
        using var curator = await visitor.SignIn("curator@craftmarket.test");
        var started = (await office.Post("programmes", programme)).Expect(HttpStatusCode.Created).Text("id");
        var planned = (await office.Post("batches", Batch(started, batch))).Expect(HttpStatusCode.Created).Text("id");
        var person = await TrainedArtisan.Train(office, companion, planned);
        (await office.Post($"batches/{planned}/enrolments", new { participantId = person })).Expect(HttpStatusCode.Created);
        (await office.Post($"batches/{planned}/completions", new { participantId = person })).Expect(HttpStatusCode.Created);
        var artisan = await TrainedArtisan.Welcome(visitor, office, person);
        (await artisan.Desk.Put("artisans/me/consents/training", new { given = true })).Expect(HttpStatusCode.OK);
        (await artisan.Desk.Put("artisans/me/brand",
            new { name = "Anyam Semoyang", story = "Tiga generasi penganyam.", colour = "#8a5a2b" })).Expect(HttpStatusCode.OK);
        var photo = (await artisan.Desk.Upload(CraftPicture.Draw(Craft.Bag, 2))).Expect(HttpStatusCode.Accepted).Text("id");
        // Lists for shopping sites leave out what has no picture yet.
        await artisan.Desk.Until($"photos/{photo}", x => (string)x["status"]! == "ready");
        var product = (await artisan.Desk.Post("products", new
        {
            name = "Tas anyam", description = "Tas anyaman.", price = 185_000, stock = 4, category = "tas",
            materials = new[] { "pandan" }, weightGrams = 650, photoIds = new[] { photo },
        })).Expect(HttpStatusCode.Created).Text("id");
        (await artisan.Desk.Post($"products/{product}/submission", new { })).Expect(HttpStatusCode.Accepted);
        (await curator.Post($"products/{product}/curation", new { decision = "approve" })).Expect(HttpStatusCode.OK);
        await Heard(new(Guid.Parse(person)), new(Guid.Parse(planned)), Guid.Parse(artisan.Id));
        return (artisan, product, person, started);
    }

    /// <summary>Waits until the shop has heard of the person, the training and the consent, each in a queue of its own.</summary>
    private async Task Heard(PersonId person, BatchId batch, Guid artisan) => await Workshop.Eventually(async () =>
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.LoadAsync<MakerPerson>(artisan, Stop) is not null
            && await session.LoadAsync<TrainingTitle>(batch.Value, Stop) is not null
            && await session.LoadAsync<TrainingConsent>(person.Value, Stop) is { Given: true }
                && await session.Query<MakerTraining>().AnyAsync(x => x.PersonId == person, Stop);
    }, x => x);

    private async Task<string?> TrainedBy(string product)
    {
        using var visitor = new Caller(market.Address);
        return (string?)(await visitor.Get($"products/{product}")).Expect(HttpStatusCode.OK).Body["provenance"]!["trainedBy"];
    }

    private static JsonObject Batch(string programme, object more)
    {
        var batch = JsonSerializer.SerializeToNode(more)!.AsObject();
        (batch["programmeId"], batch["mode"], batch["startsOn"], batch["endsOn"]) =
            (programme, "inClass", "2026-03-02", "2026-03-07");
        return batch;
    }

    /// <summary>Every route and page that anybody may read, about this product and its maker, in both languages, and what they
    /// lead to.</summary>
    private async Task<IReadOnlyCollection<string>> Addresses(string product, string slug, string artisan)
    {
        var open = AccessTable.Rows.Where(x => x.Value.Contains(AccessTable.Anyone)).Select(x => x.Key.Split(' ', 2))
            .Where(x => x[0] is "GET" or "PAGE").Select(x => x[1])
            .Where(x => !x.StartsWith("/stripe-stand-in", StringComparison.Ordinal)
                && !x.StartsWith("/openapi", StringComparison.Ordinal)).ToList();
        string[] names = [slug, product, artisan, "semoyang", Regions.Semoyang.Value, await ShopOf(slug)];
        var found = open.SelectMany(x =>
            x.Contains('{', StringComparison.Ordinal) ? names.Select(name => Parameter().Replace(x, name)) : [x])
            .Append("/api/v1/products?q=Tas%20anyam").Append("/?q=Tas%20anyam").ToHashSet();
        found.UnionWith(await Links($"/produk/{slug}"));
        found.UnionWith([.. found.Where(x => !x.StartsWith("/api", StringComparison.Ordinal))
            .Select(x => $"{x}{(x.Contains('?', StringComparison.Ordinal) ? '&' : '?')}bahasa=en")]);
        return found;
    }

    private async Task<string> ShopOf(string slug) =>
        (await Links($"/produk/{slug}")).First(x => x.StartsWith("/perajin/", StringComparison.Ordinal)).Split('/')[2];

    private async Task<IReadOnlyCollection<string>> Links(string page)
    {
        using var visitor = market.Visitor();
        var document = await Document(await visitor.GetStringAsync(page, Stop));
        return [.. document.QuerySelectorAll("a[href^='/']").Select(x => x.GetAttribute("href")!)
            .Where(x => !x.StartsWith("//", StringComparison.Ordinal)).Distinct()];
    }

    private static bool IsPicture(HttpResponseMessage reply) =>
        reply.Content.Headers.ContentType?.MediaType?.StartsWith("image/", StringComparison.Ordinal) == true;

    /// <summary>What a reader or a program is told; no ids, keys or addresses, whose letters mean nothing.</summary>
    private static async Task<IEnumerable<string>> Values(HttpResponseMessage reply, string address)
    {
        var text = await reply.Content.ReadAsStringAsync(Stop);
        return reply.Content.Headers.ContentType?.MediaType switch
        {
            "application/json" or "application/problem+json" => Json(JsonDocument.Parse(text).RootElement),
            "application/xml" or "application/atom+xml" => XDocument.Parse(text).DescendantNodes().OfType<XText>()
                .Select(x => x.Value)
                .Concat(XDocument.Parse(text).Descendants().Attributes().Select(x => x.Value)),
            "text/html" => Html(await Document(text)),
            _ => [text],
        };
    }

    private static IEnumerable<string> Json(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(x => Json(x.Value).Prepend(x.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Json),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    private static IEnumerable<string> Html(IDocument page) => page.QuerySelectorAll("script[type='application/ld+json']")
        .SelectMany(x => Json(JsonDocument.Parse(x.TextContent).RootElement)).Append(page.Title ?? "")
        .Concat(page.All.SelectMany(x => x.ChildNodes.OfType<IText>().Where(_ => x.LocalName is not ("script" or "style"))
            .Select(t => t.Data)))
        .Concat(page.All.SelectMany(x =>
            new[] { "alt", "title", "aria-label", "content", "placeholder", "label", "data-name" }.Select(x.GetAttribute)
            .OfType<string>()));

    private static Task<IDocument> Document(string html) => BrowsingContext.New(Configuration.Default)
        .OpenAsync(x => x.Content(html));

    /// <summary>A word of welfare, or a name that the office gave.</summary>
    private static bool Tells(string value) => value.Contains(Mark, StringComparison.OrdinalIgnoreCase)
        || Welfare().IsMatch(value.Normalize().ToLower(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\b(p3ke|desil|ke?miskin\w*|dtks|dtsen|pkh|dinsos|bansos|poverty|penerima manfaat)\b")]
    private static partial Regex Welfare();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
