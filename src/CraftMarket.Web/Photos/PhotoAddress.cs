using CraftMarket.Media;

namespace CraftMarket.Web.Photos;

/// <summary>Where to see an uploaded photo in the workroom, whatever became of it.</summary>
internal static class PhotoAddress
{
    public static string Of(Photo photo) => photo switch
    {
        { Status: PhotoStatus.Failed } => "/photo-broken.svg",
        { Renditions: [var small, ..] } => small.Url,
        _ => "/photo-waits.svg",
    };
}
