using System.Text.Json.Nodes;

namespace CraftMarket.Demo;

/// <summary>Three artisans of Semoyang sell a part of their goods under one brand: one founds the group, one is invited by name,
/// one has the code.</summary>
internal static class DemoGroup
{
    private const string Name = "Penenun Pemban Aji", Colour = "#5b2a1f";

    private const int Founder = 1, Invited = 3, WithCode = 5;

    private static readonly string[] UnderTheBrand = ["Dompet Lipat Daun Tembakau", "Tas Pasar Hijau"];

    public static async Task Found(OpenShop shop, CancellationToken stop)
    {
        var founder = shop.Clients[Founder];
        var group = await founder.Post("groups", new JsonObject { ["name"] = Name }, "group", stop);
        var brand = await shop.Clients[Invited].Get("artisans/me/brand", stop);
        await founder.Post("artisans/me/group/invitations", new JsonObject { ["shop"] = (string)brand["slug"]! },
            "group-invitation", stop);
        await shop.Clients[Invited].Post("artisans/me/group", new JsonObject { ["groupId"] = (string)group["id"]! },
            "group-invited", stop);
        var code = await founder.Post("artisans/me/group/code", new JsonObject(), "group-code", stop);
        await shop.Clients[WithCode].Post("artisans/me/group", new JsonObject { ["code"] = (string)code["code"]! },
            "group-with-code", stop);
        var logo = await founder.Upload(EmblemPicture.Draw(Emblem.Weave, Colour), "logo-group", stop);
        await founder.Put("artisans/me/group/brand", new JsonObject
        {
            ["name"] = Name, ["colour"] = Colour, ["accent"] = "#e0b45c", ["logoPhotoId"] = (string)logo["id"]!,
            ["tagline"] = "Tiga rumah, satu anyaman",
            ["story"] = "Kami bertetangga di Semoyang. Pola yang sulit kami kerjakan bersama, dan yang sudah jadi kami jual di "
                + "bawah satu nama.",
            ["storyEnglish"] =
                "We are neighbours in Semoyang. The difficult patterns we work out together, and what is done we sell under "
                + "one name.",
            ["careNote"] = "Lap dengan kain kering. Simpan di tempat teduh.",
        }, stop);
        foreach (var listed in shop.OnSale.Where(x => UnderTheBrand.Contains(x.Product.Name)))
            await shop.Clients[listed.Artisan].Patch($"products/{listed.Id}", new JsonObject { ["groupBrand"] = true }, stop);
    }
}
