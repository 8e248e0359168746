using CraftMarket.Media;

namespace CraftMarket.Specs.Media;

/// <summary>How much room somebody's photos may take.</summary>
public sealed class PhotoUsageSpecs
{
    private static readonly PhotoOwner Sahnun = new ArtisanId(Guid.Parse("00000000-0000-7000-8000-000000000001"));

    [Theory]
    [InlineData(2, 0, 500_000, true)]
    [InlineData(3, 0, 500_000, false)]
    [InlineData(0, 600_000, 400_000, true)]
    [InlineData(0, 600_000, 400_001, false)]
    public void a_photo_is_taken_while_there_is_room_for_it(int photos, long bytes, long more, bool taken) =>
        Assert.Equal(taken, new PhotoUsage(new(3, 1), photos, bytes, []).WhyNot(more) is null);

    [Fact]
    public void what_is_still_being_sent_takes_room_and_its_arrival_takes_no_more()
    {
        var upload = new Upload(new(Guid.NewGuid()), Sahnun, 700_000, default, null);
        var room = new PhotoUsage(new(3, 1), 0, 0, [upload]);
        Assert.Equal("photo_quota", room.WhyNot(700_000)?.Code);
        Assert.Null(room.Without(upload.Id).WhyNot(700_000));
    }

    [Fact]
    public void a_quota_of_nothing_is_none() =>
        Assert.Null(new PhotoUsage(new(0, 0), 9_999, 9_999_999_999, []).WhyNot(25_000_000));
}
