using CraftMarket.Catalogue;
using CraftMarket.Ordering;
using CraftMarket.Web.Access;
using CraftMarket.Web.Orders;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Workrooms;

/// <summary>What an artisan does next, most urgent first.</summary>
[Authorize(Policy = Policies.Artisan)]
public sealed class ArtisanHomeModel(IQuerySession session, TimeProvider clock) : HousePage
{
    private bool _mayAsk;

    private IReadOnlyList<MakerGroup> _asking = [];

    public string Greeting { get; private set; } = "";

    public IReadOnlyList<(string Url, string What, string Why)> Next { get; private set; } = [];

    public int OnSale { get; private set; }

    /// <summary>How many wait for a curator, about whom there is nothing to do.</summary>
    public int Waiting { get; private set; }

    /// <summary>The way to the first product in the shop, each step <c>done</c>, <c>now</c> or neither; empty for whoever has
    /// been there.</summary>
    public IReadOnlyList<(string Step, string? State)> Way { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var (me, stop) = (User.ArtisanId(), HttpContext.RequestAborted);
        var brand = await session.BrandOf(me, stop);
        Greeting = brand?.Name ?? T("Selamat datang", "Welcome");
        var products = await session.CountProducts(me, stop);
        OnSale = products.GetValueOrDefault(ProductStatus.Published);
        Waiting = products.GetValueOrDefault(ProductStatus.Submitted);
        Way = [.. WayToTheShop(brand, products)];
        var orders = await ArtisanOrders.Count(session, me, stop);
        var received = orders.GetValueOrDefault(SellerOrderStatus.Received);
        var accepted = orders.GetValueOrDefault(SellerOrderStatus.Accepted);
        var ended = await ArtisanOrders.CountEnded(session, me, clock.GetUtcNow() - ArtisanOrdersModel.News, stop);
        _mayAsk = await session.LoadAsync<MarkUse>(MarkUseId.Of(me), stop) is null
            && (await session.HomeOf(me, stop))?.Rules is not null;
        _asking = await session.GroupOf(me, stop) is null ? await session.GroupsThatInvited(me, stop) : [];
        var drafts = await session.NewProductDraftsOf(me, stop);
        Next =
        [
            .. Steps(received, accepted, ended, await session.CountUnanswered(me, stop), brand,
                await session.UnfinishedProductsOf(me, stop),
                drafts is [var newest, ..] ? newest : null),
        ];
    }

    private IEnumerable<(string, string?)> WayToTheShop(Brand? brand, IReadOnlyDictionary<ProductStatus, int> products)
    {
        if (products.ContainsKey(ProductStatus.Published) || products.ContainsKey(ProductStatus.Withdrawn)) yield break;
        (string Step, bool Done)[] steps =
        [
            (T("Beri nama merek Anda", "Name your brand"), brand?.Colour is not null),
            (T("Tambah produk dengan fotonya", "Add a product with its photo"), products.Count > 0),
            (T("Kirim ke kurator", "Send it to the curator"), Waiting > 0),
            (T("Kurator memeriksa, lalu produk tampil di toko", "The curator looks at it, and it appears in the shop"), false),
        ];
        var next = Array.FindIndex(steps, x => !x.Done);
        foreach (var (i, (step, done)) in steps.Index()) yield return (step, done ? "done" : i == next ? "now" : null);
    }

    private IEnumerable<(string, string, string)> Steps(int received, int accepted,
        IReadOnlyDictionary<SellerOrderStatus, int> ended, int unanswered, Brand? brand, IReadOnlyList<Product> products,
        ProductDraft? draft)
    {
        if (received > 0)
            yield return ("/perajin/pesanan?status=Received",
                T($"Jawab {received} pesanan baru", $"Answer {Many.Of(received, "new order")}"),
                T("Pembeli menunggu jawaban Anda.", "The buyer waits for your answer."));
        if (accepted > 0)
            yield return ("/perajin/pesanan?status=Accepted",
                T($"Kirim {accepted} pesanan", $"Send {Many.Of(accepted, "order")}"),
                T("Uangnya menjadi milik Anda setelah barang diterima.", "The money is yours once the goods have arrived."));
        foreach (var (status, count) in ended)
            yield return ($"/perajin/pesanan?status={status}",
                T($"Ada {count} pesanan batal: jangan dikirim", $"Do not send {Many.Of(count, "cancelled order")}"),
                status == SellerOrderStatus.GivenBack
                    ? T("Uang pembeli sudah kembali semua.", "All the buyer's money went back.")
                    : T("Dibatalkan pembeli atau kantor, atau tidak dijawab sampai batas waktunya.",
                        "The buyer or the office cancelled it, or it was not answered in time."));
        if (unanswered > 0)
            yield return ("/perajin/ulasan", T($"Jawab {unanswered} ulasan", $"Answer {Many.Of(unanswered, "review")}"),
                T("Pembeli lain membaca jawaban Anda.", "Other buyers read your answer."));
        foreach (var product in products.Where(x => x.Status == ProductStatus.Returned))
            yield return ($"/perajin/produk/{product.Id.Value}",
                T($"Perbaiki: {product.Details.Name}", $"Correct: {product.Details.Name}"),
                T("Kurator minta perbaikan. Buka untuk membacanya.", "The curator asks for changes. Open to read them."));
        if (brand?.Colour is null)
            yield return ("/perajin/merek", T("Beri nama merek Anda", "Name your brand"),
                T("Supaya pembeli mengenal Anda.", "So that buyers know you."));
        foreach (var product in products.Where(x => x.Status == ProductStatus.Draft))
            yield return ($"/perajin/produk/{product.Id.Value}",
                T($"Kirim ke kurator: {product.Details.Name}", $"Send to the curator: {product.Details.Name}"),
                T("Belum tampil di toko.", "Not in the shop yet."));
        foreach (var group in _asking)
            yield return ("/perajin/kelompok", T($"Jawab undangan {group.Name}", $"Answer {group.Name}'s invitation"),
                T("Kelompok perajin di desa Anda.", "A group of makers in your village."));
        if (_mayAsk && OnSale > 0)
            yield return ("/perajin/tanda", T("Ajukan tanda desa", "Apply for the village mark"),
                T("Pembeli mengenal barang asli desa Anda dari tandanya.", "Buyers know your village's true goods by it."));
        if (draft is not null)
            yield return ($"/perajin/produk/baru?draf={draft.Id.Value}",
                T($"Lanjutkan: {draft.Fields.Name ?? "produk baru"}", $"Go on with: {draft.Fields.Name ?? "a new product"}"),
                T("Belum selesai diisi.", "Not finished yet."));
        yield return ("/perajin/produk/baru?mulai=ya", T("Tambah produk", "Add a product"),
            T("Foto, nama, harga, jumlah, bahan.", "Photo, name, price, number, material."));
    }
}
