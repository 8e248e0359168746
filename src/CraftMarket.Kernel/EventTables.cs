namespace CraftMarket.Kernel;

/// <summary>Where Marten keeps events and documents, for what looks after the database itself.</summary>
public static class EventTables
{
    public const string Streams = "market.mt_streams";
    public const string Events = "market.mt_events";

    /// <summary>What the name of a document's table begins with.</summary>
    public const string Documents = "market.mt_doc_";
}
