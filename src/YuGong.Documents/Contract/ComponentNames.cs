namespace YuGong.Documents.Contract;

/// <summary>
/// What each record of the contract is called in schemas and in the clients that are generated of them: the glossary's word. It is the
/// record's own name without its ending, but where that would be a word of the reader's language, or say too little alone.
/// </summary>
internal static class ComponentNames
{
    private const string Ending = "Document";

    private static readonly Dictionary<Type, string> Others = new()
    {
        [typeof(ObjectDocument)] = "CollectionObject", [typeof(ListDocument)] = "EntryList", [typeof(SummaryDocument)] = "EntrySummary",
        [typeof(LinkDocument)] = "EntryLink", [typeof(IndexDocument)] = "ApiIndex", [typeof(DateDocument)] = "HistoricalDate",
        [typeof(EventDocument)] = "LifeEvent", [typeof(VitalDocument)] = "VitalDate", [typeof(ChronicleDocument)] = "ChronicleRow",
        [typeof(MovedDocument)] = "MovedAddress", [typeof(MomentDocument)] = "TimelineEvent", [typeof(HitDocument)] = "SearchHit",
        [typeof(OEmbedDocument)] = "OEmbed",
    };

    /// <summary>Null for what is no record of the contract: text, numbers, lists.</summary>
    public static string? Of(Type type) =>
        Others.GetValueOrDefault(type)
        ?? (type.Assembly != typeof(ComponentNames).Assembly ? null
            : type.Name.EndsWith(Ending, StringComparison.Ordinal) ? type.Name[..^Ending.Length]
            : type.Name);
}
