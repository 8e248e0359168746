using CraftMarket.Catalogue;
using CraftMarket.Media;
using CraftMarket.Ordering;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using Marten;

namespace CraftMarket.Web.Pages.Artisan;

/// <summary>What writing a product down and changing one have in common.</summary>
public abstract class ProductFormPage(IServiceProvider services) : HousePage
{
    public ProductForm Form { get; protected set; } = new();

    public IReadOnlyList<Category> Categories { get; private set; } = [];

    /// <summary>What the marketplace keeps of this artisan's goods, in hundredths of a percent.</summary>
    public int FeeBasisPoints { get; private set; }

    protected IQuerySession Session { get; } = services.GetRequiredService<IQuerySession>();

    protected Dispatch Dispatch { get; } = services.GetRequiredService<Dispatch>();

    protected ArtisanId Me => User.ArtisanId();

    protected async Task Prepare()
    {
        Categories = await Session.Query<Category>().Where(x => !x.Refused).OrderBy(x => x.Place).ToListAsync(HttpContext.RequestAborted);
        var rule = await Session.LoadAsync<FeeRule>(FeeRule.Current, HttpContext.RequestAborted);
        FeeBasisPoints = rule!.Exceptions.GetValueOrDefault(Me, rule.BasisPoints);
    }

    /// <summary>Takes in the files that came with the form and adds them to its photos.</summary>
    protected async Task TakePhotos()
    {
        var desk = services.GetRequiredService<PhotoUpload>();
        foreach (var file in Form.Photos)
        {
            await using var bytes = file.OpenReadStream();
            switch (await desk.ReceiveAsync(bytes, Me, null, HttpContext.RequestAborted))
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

    protected Rupiah Money(string field, string? typed)
    {
        if (Typed.Money(typed) is { } money) return money;
        Wrong(field, "Tulis harga dengan angka, misalnya 150.000.", "Write the price as a number, such as 150.000.");
        return Rupiah.Zero;
    }
}
