namespace YuGong.Content.Schemas;

/// <summary>The kinds of entry by name: for reading, skeletons, forms and references.</summary>
public static class EntrySchemas
{
    public static ISchema Story { get; } = new EntrySchema(EntryKind.Story, StorySchema.Keys, StorySchema.Read);

    public static ISchema Object { get; } = new EntrySchema(EntryKind.Object, ObjectSchema.Keys, ObjectSchema.Read);

    public static ISchema Dialogue { get; } = new EntrySchema(EntryKind.Dialogue, DialogueSchema.Keys, DialogueSchema.Read);

    public static ISchema Video { get; } = new EntrySchema(EntryKind.Video, VideoSchema.Keys, VideoSchema.Read);

    public static ISchema News { get; } = new EntrySchema(EntryKind.News, NewsSchema.Keys, NewsSchema.Read);

    public static ISchema Page { get; } = new EntrySchema(EntryKind.Page, PageSchema.Keys, PageSchema.Read);

    public static IReadOnlyList<ISchema> All { get; } = [Story, Object, Dialogue, Video, News, Page];

    /// <summary>The schema of a kind, with what makes its entries.</summary>
    internal static EntrySchema Of(string kind) => (EntrySchema)All.First(s => s.Name == kind);
}

/// <param name="Read">Makes an entry of what stands under its keys; null, reported, where something that must be there is not.</param>
internal sealed record EntrySchema(EntryKind Kind, IReadOnlyList<IKey> Keys, Func<MapReader, EntryHeader, Entry?> Read) : ISchema
{
    public string Name => Kind.Name;
}
