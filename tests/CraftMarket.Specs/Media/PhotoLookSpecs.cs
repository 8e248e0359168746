using CraftMarket.Kernel;
using CraftMarket.Media;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace CraftMarket.Specs.Media;

public sealed class PhotoLookSpecs
{
    private static readonly PhotoId Id = new(Guid.Parse("01900000-0000-7000-8000-000000000001"));

    public static TheoryData<int> Seeds => [1, 2, 3, 4, 5];

    [Theory, MemberData(nameof(Seeds))]
    public void a_good_photo_is_not_blamed(int seed) => Assert.Empty(DrawnPhoto.Of(seed).Advice());

    [Theory, MemberData(nameof(Seeds))]
    public void a_dark_photo_is_told(int seed) => Assert.Equal(["too_dark"], DrawnPhoto.Of(seed).InTheDark().Advice());

    [Theory, MemberData(nameof(Seeds))]
    public void a_photo_out_of_focus_is_told(int seed) => Assert.Equal(["blurred"], DrawnPhoto.Of(seed).OutOfFocus().Advice());

    [Theory, MemberData(nameof(Seeds))]
    public void a_photo_from_a_hand_that_shook_is_told(int seed) =>
        Assert.Equal(["blurred"], DrawnPhoto.Of(seed).Shaken().Advice());

    [Fact]
    public void a_dark_thing_in_good_light_is_not_blamed()
    {
        using var photo = DrawnPhoto.Of();
        // A black cloth all around; the thing itself shines.
        photo.ProcessPixelRows(rows =>
        {
            for (var y = 0; y < rows.Height; y++)
                foreach (ref var dot in rows.GetRowSpan(y))
                    if (dot.B > 190) dot = new(12, 12, 14);
        });
        Assert.Empty(photo.Advice());
    }

    [Theory, MemberData(nameof(Seeds))]
    public void copies_of_a_photo_are_alike_and_other_photos_are_not(int seed)
    {
        using var photo = DrawnPhoto.Of(seed);
        var first = photo.Seen();
        Assert.True(Apart(photo.Seen(quality: 20)) <= PerceptualHash.MostApart, "Packed harder.");
        Assert.True(Apart(photo.Clone(x => x.Resize(160, 120)).Seen()) <= PerceptualHash.MostApart, "Shrunk.");
        Assert.True(Apart(photo.Clone(x => x.Brightness(0.7f)).Seen()) <= PerceptualHash.MostApart, "Darker.");
        Assert.True(Apart(DrawnPhoto.Of(seed + 100).Seen()) > PerceptualHash.MostApart, "Another thing.");
        Assert.True(Apart(photo.Clone(x => x.Flip(FlipMode.Horizontal)).Seen()) > PerceptualHash.MostApart,
            "The other way round.");

        int Apart(PhotoLook other) => PerceptualHash.Apart(first.Likeness, other.Likeness);
    }

    [Fact]
    public void whatever_is_near_enough_is_found_by_one_of_its_parts()
    {
        var chance = new Random(20261130);
        for (var i = 0; i < 500; i++)
        {
            var bits = (ulong)chance.NextInt64();
            var other = bits;
            foreach (var bit in Enumerable.Range(0, 64).OrderBy(_ => chance.Next()).Take(PerceptualHash.MostApart))
                other ^= 1UL << bit;
            Assert.NotEmpty(PerceptualHash.NearPartsOf($"{bits:x16}").Intersect(PerceptualHash.PartsOf($"{other:x16}")));
        }
    }

    [Fact]
    public void a_plain_area_is_like_nothing()
    {
        using var plain = new Image<Rgb24>(OwnPictures.Settings, 320, 240, new(200, 190, 180));
        Assert.Equal(("", 0), (plain.Seen().Likeness, plain.Seen().Parts.Count));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void the_seed_is_small_and_shows_the_colours_of_the_photo(int seed)
    {
        using var photo = DrawnPhoto.Of(seed);
        var look = photo.Seen();
        Assert.InRange(Convert.FromBase64String(look.Seed).Length, 10, 40);
        var address = SeedPicture.Address(look.Seed);
        Assert.StartsWith("data:image/webp;base64,", address, StringComparison.Ordinal);
        using var tiny = Image.Load<Rgb24>(OwnPictures.Settings,
            Convert.FromBase64String(address[(address.IndexOf(',', StringComparison.Ordinal) + 1)..]));
        Assert.Equal((4, 3), (tiny.Width, tiny.Height));
        using var mean = photo.Clone(x => x.Resize(1, 1, KnownResamplers.Box));
        tiny.Mutate(x => x.Resize(1, 1, KnownResamplers.Box));
        var (seen, real) = (tiny[0, 0], mean[0, 0]);
        Assert.InRange(Math.Abs(seen.R - real.R) + Math.Abs(seen.G - real.G) + Math.Abs(seen.B - real.B), 0, 60);
    }

    [Fact]
    public void no_format_that_strangers_send_is_opened()
    {
        using var photo = DrawnPhoto.Of();
        using MemoryStream jpeg = new(), gif = new();
        photo.Save(jpeg, new JpegEncoder());
        photo.Save(gif, new GifEncoder());
        foreach (var file in new[] { jpeg.ToArray(), gif.ToArray() })
            Assert.Throws<UnknownImageFormatException>(() => Image.Load<Rgb24>(OwnPictures.Settings, file));
    }

    [Fact]
    public void an_erased_photo_is_not_remembered()
    {
        var seen = new PhotoSeen(DrawnPhoto.Of().Seen());
        var photo = new Photo(Id, new(Guid.Parse("01900000-0000-7000-8000-000000000002")), "abc", PhotoStatus.Ready, []);
        Assert.Single(LookAtPhotoHandler.Handle(new(Id), photo, seen).Item2);
        Assert.Empty(LookAtPhotoHandler.Handle(new(Id), photo.Apply(new PhotoErased()), seen).Item2);
        Assert.Contains(new ForgetLook(Id), ErasePhotoHandler.Handle(new(Id), photo).Item2);
    }
}
