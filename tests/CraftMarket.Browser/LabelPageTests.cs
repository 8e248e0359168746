using System.Text.Json;
using CraftMarket.Tests;
using CraftMarket.Tests.Catalogue;

namespace CraftMarket.Browser;

/// <summary>The page from which labels are printed, with words as long as they may be.</summary>
public sealed class LabelPageTests(RunningMarket market, Chromium chromium)
{
    [Theory]
    [InlineData("gantungan")]
    [InlineData("tempel")]
    public async Task no_words_leave_their_label_or_meet_the_code(string shape)
    {
        using var workshop = await Workshop.Open(market);
        await workshop.Brand($"Kelompok Perajin Anyaman Daun Tembakau {Guid.NewGuid():N}"[..46], "#8a5a2b", new
        {
            tagline = "Anyaman tangan tiga generasi dari kaki Gunung Rinjani di Lombok Tengah",
            careNote = ("Lap dengan kain kering, jauhkan dari air dan panas matahari, simpan di tempat berangin, jangan "
            + "dilipat atau ditindih, "
                + "dan oleskan sedikit lilin lebah setahun sekali agar awet.")[..160],
        });
        var bag = await workshop.Bag("Tas Anyaman Daun Tembakau Besar Bertutup Kulit");
        bag["price"] = 12_500_000;
        bag["materials"] = new[] { "daun tembakau pilihan dari Semoyang", "benang katun pewarna alam indigo",
            "kulit sapi samak nabati Lombok", "rotan dan bambu apus" };
        var id = (await workshop.OnSale(bag)).GetProperty("id").GetGuid();
        var page = await chromium.ArtisansPhone(market, market.Address, workshop.Id.Value.ToString(),
            $"/perajin/label/cetak?bentuk={shape}&jumlah[{id}]=2");
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        var label = page.Locator("[data-test=label]").First;
        Assert.Equal("Rp12.500.000", await label.Locator(".price").TextContentAsync());
        var wrong = await label.EvaluateAsync<JsonElement>("""
            label => {
              const wrong = [], inside = (a, b) => a.left >= b.left - 1 && a.right <= b.right + 1
                && a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
              const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
              const whole = label.getBoundingClientRect(), code = label.querySelector('.qr').getBoundingClientRect();
              const words = [...label.querySelectorAll('h2, .material, .care, .maker, .tagline, .price, .place, .scan')];
              const written = x => { const range = document.createRange(); range.selectNodeContents(x);
                return range.getBoundingClientRect(); };
              for (const x of [...label.querySelectorAll('*')].filter(x => !x.closest('svg') || x.matches('svg'))) {
                const box = x.getBoundingClientRect();
                if (!inside(box, whole)) wrong.push(`${x.className.baseVal ?? x.className} leaves the label`);
                if (!x.matches('.qr, .ground') && meet(box, code))
                  wrong.push(`${x.className.baseVal ?? x.className} meets the code`);
              }
              for (const x of words) {
                const part = x.closest('.body, .head, .foot').getBoundingClientRect(), box = x.getBoundingClientRect();
                if (!x.matches('.scan') && !inside(box, part)) wrong.push(`${x.className || x.tagName} is cut by its part`);
                if (x.matches('.price') && !inside(written(x), part)) wrong.push('the price is cut');
                if (x.matches('.scan') && !inside(written(x), whole)) wrong.push('the invitation is cut');
                for (const other of words) if (x !== other && meet(box, other.getBoundingClientRect()))
                  wrong.push(`${x.className || x.tagName} meets ${other.className || other.tagName}`);
              }
              return wrong;
            }
            """);
        Assert.Equal("[]", wrong.GetRawText());
    }
}
