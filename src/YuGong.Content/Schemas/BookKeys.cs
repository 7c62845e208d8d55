using static YuGong.Content.Schemas.Shapes;

namespace YuGong.Content.Schemas;

/// <summary>The keys of <c>books/ID.md</c>.</summary>
public static class BookKeys
{
    public static readonly Key<string> Title = new("title", "书名", "不写就是网站的名字", Statement);
    public static readonly Key<string> Subtitle = new("subtitle", "副题", "书名下面的一行", Statement);
    public static readonly Key<string> Format = new("format", "开本", "16k | a4 | a5,主题的 books/design.json 里有的", Words);

    public static readonly Key<IReadOnlyList<Ref>> People =
        new("people", "人物", "一列人物的 id,照书里的次序;不写就是全部已发布的人物,照展厅的次序", ListOf(EntryOf("story")));

    public static readonly Key<IReadOnlyList<string>> Notes = new("notes", "版权页的话", "一列句子:印刷、印数、书号", ListOf(Statement));
    public static readonly Key<IReadOnlyList<string>> Readings =
        new("readings", "索引里的读音", "一列“词 拼音”,多音字用:[长乐 chang le]", ListOf(Statement)) { IsVerbatim = true };

    public static readonly Key<bool> NoSources = new("without_sources", "不印来源", "true:书里不印来源和注码", Flag);

    public static readonly Key<bool> Footnotes = new("footnotes", "页下注", "true:来源排在引用它的那一面的下边,不排在篇末", Flag);

    public static readonly Key<bool> Direction = new("direction", "排法", "horizontal 横排 | vertical 竖排;不写是横排",
        Choice(("horizontal", "横排", false), ("vertical", "竖排", true)));

    public static readonly IReadOnlyList<IKey> Keys = [Title, Subtitle, Format, Direction, People, Notes, Readings, NoSources, Footnotes];

    internal static Schema<object> Schema { get; } = new("book", Keys, m => m);

    internal static Book Read(MapReader m, string id, Body body) => new()
    {
        Id = id, Place = m.Span, Title = m.Get(Title), Subtitle = m.Get(Subtitle), Format = m.Get(Format), People = m.All(People),
        Notes = m.All(Notes), Readings = m.All(Readings), WithSources = !m.Get(NoSources),
        WithFootnotes = m.Get(Footnotes), IsVertical = m.Get(Direction), Preface = body.IsEmpty ? null : body,
    };
}
