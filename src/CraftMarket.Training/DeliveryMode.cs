using System.Text.Json.Serialization;

namespace CraftMarket.Training;

/// <summary>Where a batch learns: in a class room, or on the spot where the trainees live and work.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeliveryMode>))]
public enum DeliveryMode
{
    [JsonStringEnumMemberName("inClass")] InClass,
    [JsonStringEnumMemberName("onTheSpot")] OnTheSpot,
}

/// <summary>Reads and writes the mode in the contract's spelling.</summary>
public static class DeliveryModes
{
    public static string Name(this DeliveryMode mode) => mode == DeliveryMode.InClass ? "inClass" : "onTheSpot";

    public static DeliveryMode? Parse(string? text) => text switch
    {
        "inClass" => DeliveryMode.InClass,
        "onTheSpot" => DeliveryMode.OnTheSpot,
        _ => null,
    };
}
