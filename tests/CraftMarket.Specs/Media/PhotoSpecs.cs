using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Media;

namespace CraftMarket.Specs.Media;

public sealed class PhotoSpecs
{
    private static readonly PhotoId Id = new(Guid.Parse("01900000-0000-7000-8000-000000000001"));
    private static readonly ArtisanId Sahnun = new(Guid.Parse("01900000-0000-7000-8000-000000000002"));
    private static readonly ReceivedPhoto Received = new("abc", PhotoFormat.Jpeg, 4000, 3000, 2_000_000);
    private static readonly Photo Processing = new(Id, Sahnun, "abc", PhotoStatus.Processing, []);
    private static readonly RenderOutcome Fine = new([new(320, 240, "webp", "/media/x.webp")], null);

    [Fact]
    public void an_uploaded_photo_is_rendered_later()
    {
        var (answer, stream, messages) = UploadPhotoHandler.Handle(new(Id, Sahnun, Received), null);
        Assert.Equal(new PhotoTaken(Id, PhotoStatus.Processing), answer);
        Assert.NotNull(stream);
        Assert.Equal([new RenderPhoto(Id)], messages);
    }

    [Fact]
    public void the_same_upload_told_again_does_nothing()
    {
        var (answer, stream, messages) = UploadPhotoHandler.Handle(new(Id, Sahnun, Received), Processing);
        Assert.Equal(new PhotoTaken(Id, PhotoStatus.Processing), answer);
        Assert.Null(stream);
        Assert.Empty(messages);
    }

    [Fact]
    public void other_bytes_under_the_same_id_are_refused() =>
        Assert.Equal("idempotency_mismatch",
            UploadPhotoHandler.Validate(new(Id, Sahnun, Received), Processing with { Content = "def" }, Empty)?.Code);

    private static readonly PhotoUsage Empty = new(new(3, 1), 0, 0, []);

    [Fact]
    public void a_photo_is_ready_when_its_renditions_are_made()
    {
        var (events, messages) = RenderPhotoHandler.Handle(new(Id), Processing, Fine);
        Assert.Equal(Fine.Renditions, Assert.IsType<PhotoRenditionsMade>(Assert.Single(events)).Renditions);
        Assert.Equal([new PhotoRendered(Id, Usable: true), new LookAtPhoto(Id)], messages);
    }

    [Fact]
    public void a_photo_that_cannot_be_read_is_told_as_unusable()
    {
        var (events, messages) = RenderPhotoHandler.Handle(new(Id), Processing, new([], "premature end"));
        Assert.Equal([new PhotoFoundUnusable("premature end")], events);
        Assert.Equal([new PhotoRendered(Id, Usable: false)], messages);
    }

    [Fact]
    public void rendering_told_twice_happens_once()
    {
        var (events, messages) = RenderPhotoHandler.Handle(new(Id), Processing with { Status = PhotoStatus.Ready }, Fine);
        Assert.Empty(events);
        Assert.Empty(messages);
    }
}
