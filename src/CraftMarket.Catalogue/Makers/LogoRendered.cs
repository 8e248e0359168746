using CraftMarket.Kernel.Facts;
using CraftMarket.Media;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Looks whether a brand's logo has become ready between reading and writing the brand, when nobody could know yet that
/// it is one.</summary>
public sealed record LookAtLogo(ArtisanId ArtisanId);

/// <summary>A brand and its logo.</summary>
/// <param name="Logo">Null while it is none, or not ready.</param>
public sealed record BrandWithLogo(IEventStream<Maker>? Maker, Photo? Logo)
{
    public static readonly BrandWithLogo None = new(null, null);

    internal static async Task<BrandWithLogo> Of(IDocumentSession session, ArtisanId artisan, CancellationToken cancellation)
    {
        var maker = await session.Events.FetchForExclusiveWriting<Maker>(Catalogue.Maker.StreamOf(artisan), cancellation);
        return maker.Aggregate?.Logo is { } logo && await session.LoadAsync<Photo>(logo, cancellation) is
        { Status: PhotoStatus.Ready } ready ? new(maker, ready) : None;
    }

    /// <summary>A logo is ready to be shown: it is said, and cards and banner are drawn with it.</summary>
    internal (IEnumerable<IMartenOp>, OutgoingMessages) Show() => this is { Maker.Aggregate: { } maker, Logo: { } logo }
        ? ([Maker.Append(maker.Shown(logo))], [new CarryBrand(maker.ArtisanId), new DrawShop(maker.ArtisanId)])
        : ([], []);
}

public static class LookAtLogoHandler
{
    public static Task<BrandWithLogo> LoadAsync(LookAtLogo command, IDocumentSession session, CancellationToken cancellation) =>
        BrandWithLogo.Of(session, command.ArtisanId, cancellation);

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(LookAtLogo command, BrandWithLogo brand) => brand.Show();
}

/// <summary>A photo was rendered that may be a logo.</summary>
public static class LogoRenderedHandler
{
    public static async Task<BrandWithLogo> LoadAsync(PhotoRendered fact, IDocumentSession session,
        CancellationToken cancellation) =>
        fact.Usable && await session.LoadAsync<Photo>(fact.PhotoId, cancellation) is { Owner.Artisan: { } artisan }
            && await session.LoadAsync<Maker>(Maker.StreamOf(artisan), cancellation) is { Logo: { } logo } && logo == fact.PhotoId
            ? await BrandWithLogo.Of(session, artisan, cancellation) : BrandWithLogo.None;

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(PhotoRendered fact, BrandWithLogo brand) => brand.Show();
}
