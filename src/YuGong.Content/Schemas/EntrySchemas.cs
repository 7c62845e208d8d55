namespace YuGong.Content.Schemas;

/// <summary>The five kinds of entry by name: for reading, skeletons, forms and references.</summary>
public static class EntrySchemas
{
    public static ISchema Story { get; } = new EntrySchema(EntryKind.Story.Name, StorySchema.Keys);

    public static ISchema Object { get; } = new EntrySchema(EntryKind.Object.Name, ObjectSchema.Keys);

    public static ISchema Dialogue { get; } = new EntrySchema(EntryKind.Dialogue.Name, DialogueSchema.Keys);

    public static ISchema Video { get; } = new EntrySchema(EntryKind.Video.Name, VideoSchema.Keys);

    public static ISchema Page { get; } = new EntrySchema(EntryKind.Page.Name, PageSchema.Keys);

    public static IReadOnlyList<ISchema> All { get; } = [Story, Object, Dialogue, Video, Page];

    private sealed record EntrySchema(string Name, IReadOnlyList<IKey> Keys) : ISchema;
}
