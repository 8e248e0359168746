using CraftMarket.Catalogue;
using CraftMarket.Media;
using CraftMarket.Ordering;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using CraftMarket.Web.Photos;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CraftMarket.Web.Listing;

/// <summary>A photo as a row of the form shows it.</summary>
/// <param name="Id">Null for the pattern of a row that the script fills.</param>
/// <param name="Advice">What could be better about it; null while nobody has looked.</param>
public sealed record PhotoRow(Guid? Id, PhotoStatus Status, string? Description, IReadOnlyList<PhotoAdvice>? Advice = null);

/// <summary>What writing a product down and changing one have in common.</summary>
public abstract class ProductFormPage(IServiceProvider services) : HousePage
{
    public ProductForm Form { get; protected set; } = new();

    public IReadOnlyList<Category> Categories { get; private set; } = [];

    public ProvenanceWords Words { get; private set; } = new([]);

    public IReadOnlyList<PhotoRow> Photos { get; private set; } = [];

    /// <summary>What is left of the price as it stands in the form.</summary>
    public NetPrice Net { get; private set; } = null!;

    /// <summary>What an answer with something to correct tells the script: whether the draft holds what stands here.</summary>
    public string? Answered { get; private set; }

    /// <summary>Under which name the browser keeps what has not reached the server yet.</summary>
    public abstract string DraftKey { get; }

    /// <summary>Whose it is: on a shared telephone nobody else is given it.</summary>
    public string Owner => Me.Value.ToString("N");

    protected IQuerySession Session { get; } = services.GetRequiredService<IQuerySession>();

    protected Dispatch Dispatch { get; } = services.GetRequiredService<Dispatch>();

    protected FormIds Ids { get; } = services.GetRequiredService<FormIds>();

    protected ArtisanId Me => User.ArtisanId();

    protected async Task<PageResult> Shown()
    {
        var stop = HttpContext.RequestAborted;
        Categories = await Session.Query<Category>().Where(x => !x.Refused).OrderBy(x => x.Place).ToListAsync(stop);
        await LoadWords();
        Net = await NetPrice.Of(Session, Me, Typed.Money(Form.Price) ?? Rupiah.Zero, Form.Making, stop);
        PhotoId[] ids = [.. Form.PhotoIds.Distinct().Take(20).Select(x => new PhotoId(x))];
        var photos = await Session.PhotosBy(ids, stop);
        var advice = await Session.AdviceOn(ids, Form.ProductId.Id, stop);
        Photos = [.. ids.Select(x => new PhotoRow(x.Value, photos.GetValueOrDefault(x)?.Status ?? PhotoStatus.Failed,
            Form.PhotoDescriptions.GetValueOrDefault(x.Value), advice.GetValueOrDefault(x)))];
        if (Form.Writer.Length == 0) Form.Writer = Guid.NewGuid().ToString("N");
        return Page();
    }

    protected async Task LoadWords() => Words = await ProvenanceWords.Load(Session, HttpContext.RequestAborted);

    /// <summary>The form as it stands, to be kept.</summary>
    protected SaveDraft Draft => Form.Draft(Me, goesOn: true);

    /// <summary>Nothing but to keep what stands here is asked, with its photos in the order that was.</summary>
    protected bool IsKeptOnly()
    {
        if (!Form.IsKeptOnly || !ModelState.IsValid) return false;
        Form.Arrange();
        return true;
    }

    /// <summary>The form was kept: comes back to it.</summary>
    protected async Task<IActionResult> Kept(Answer answer, string address)
    {
        if (answer is not DraftSaved { Written: null }) return await ShownAgain(answer);
        if (Form.Keep == "draft")
            Notice("Isian tersimpan. Anda bisa melanjutkannya di HP mana pun.", "Draft kept. You can go on on any telephone.");
        var place = Form.Keep switch { "count" => "hitung", "variant" => "pilihan", null => "foto", _ => "isi" };
        return Redirect($"{address}#{place}");
    }

    /// <summary>The form again, with what is wrong at its fields.</summary>
    /// <param name="answer">The form was kept, or nothing was.</param>
    protected async Task<IActionResult> ShownAgain(Answer answer)
    {
        if (answer is DraftSaved saved)
        {
            // Written down before, perhaps by an answer that never arrived: what was typed since is a change of it.
            if (saved.Written is not null)
            {
                Notice("Produk ini sudah tersimpan tadi. Isian baru Anda ada di sini; tekan Simpan untuk memakainya.",
                    "This product has been saved before. What you typed since stands here; press Save to use it.");
                return LocalRedirect($"/perajin/produk/{Form.ProductId.Id.Value}?tersimpan={DraftKey}");
            }

            (Form.DraftRevision, Answered) = (saved.Revision, "kept");
            if (!ModelState.IsValid) ShowBeside(saved.NotListed);
            else if (saved.NotListed is { } refused) Show(refused);
        }
        else if (answer is Refusal refusal)
        {
            // Another telephone wrote, or the product was changed meanwhile: asked again, the artisan means it.
            if (refusal.Details.GetValueOrDefault("revision") is int revision) Form.DraftRevision = revision;
            if (refusal.Details.GetValueOrDefault("edition") is int edition) Form.Version = edition;
            Show(refusal);
            Answered = "stale";
        }

        await Shown();
        return Again();
    }

    /// <summary>Takes in the files that came with the form and adds them to its photos. The same file with the same form again is
    /// the same photo.</summary>
    protected async Task TakePhotos()
    {
        var upload = services.GetRequiredService<PhotoUpload>();
        foreach (var file in Form.Photos)
        {
            await using var bytes = file.OpenReadStream();
            switch (await upload.ReceiveAsync(bytes, Me, $"{Form.ProductId.Id.Value}/{file.FileName}/{file.Length}",
                HttpContext.RequestAborted))
            {
                case PhotoTaken taken:
                    Form.PhotoIds.Add(taken.PhotoId.Value);
                    break;
                case Refusal refusal:
                    Show(refusal with { Field = "photoIds" });
                    break;
            }
        }
    }

    /// <summary>Reads a number; says at its field when it is none.</summary>
    protected int Number(string field, string? typed)
    {
        if (Typed.Count(typed) is { } number) return number;
        Wrong(field, "Tulis dengan angka, misalnya 3.", "Write a number, such as 3.");
        return 0;
    }

    /// <summary>Left empty it is the usual weight, as for programs.</summary>
    protected int Weight() => Typed.Text(Form.WeightGrams) is null ? ListingLimits.UsualWeight : Number("weightGrams",
        Form.WeightGrams);

    /// <summary>Reads the sizes and colours; says so when a price or a count is no number.</summary>
    protected IReadOnlyList<WantedVariant> Variants()
    {
        if (Form.FilledVariants.Any(x => x.IsUnreadable))
            Wrong("variants", "Tulis harga dan stok pilihan dengan angka.", "Write price and stock of each as numbers.");
        return Form.WantedVariants;
    }

    protected Rupiah Money(string field, string? typed)
    {
        if (Typed.Money(typed) is { } money) return money;
        Wrong(field, "Tulis harga dengan angka, misalnya 150.000.", "Write the price as a number, such as 150.000.");
        return Rupiah.Zero;
    }
}
