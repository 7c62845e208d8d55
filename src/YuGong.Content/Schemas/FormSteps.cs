namespace YuGong.Content.Schemas;

/// <summary>A step of the work on an entry, and the keys that a form shows in it.</summary>
/// <param name="Id">For addresses within the page: <c>sources</c>.</param>
/// <param name="About">What is done here, in a sentence.</param>
/// <param name="Keys">By their names in the file; <c>body</c> is the Markdown.</param>
/// <param name="Folded">Keys that are usually left alone, folded away until they say something.</param>
public sealed record FormStep(string Id, string Name, string About, IReadOnlyList<string> Keys, IReadOnlyList<string> Folded);

/// <summary>
/// How a form is divided: beside the schema, as data. It follows the work, from the sources to the poster; what no step names (a new key,
/// a vocabulary of the site's own) comes in the last one.
/// </summary>
public static class FormSteps
{
    /// <summary>The Markdown behind the keys.</summary>
    public const string Body = "body";

    /// <summary>What no form asks for: the desk itself says id and status, and the free area is for templates.</summary>
    public static readonly IReadOnlyList<string> Hidden = ["id", "status", "extra"];

    private static readonly FormStep Sources = new("sources", "来源", "先有来源，再有句子。每条来源写清谁出版、哪一天、在哪里查得到。", ["sources"], []);

    private static readonly FormStep Sharing =
        new("sharing", "发布与分享", "什么时候上网，署谁的名。", ["byline", "author", "rights"],
            ["updated", "publish_at", "expire_at", "corrections", "aliases", "sic", "sample"]);

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<FormStep>> Kinds =
        new Dictionary<string, IReadOnlyList<FormStep>>(StringComparer.Ordinal)
        {
            ["story"] =
            [
                Sources,
                new("person", "人物", "这是谁，做哪一行，属于哪个年代。", ["name", "latin_name", "pinyin", "gender", "direction", "trades", "era"],
                    ["other_names", "birth", "death", "native_place", "work_unit", "post", "professional_title", "years_of_service",
                        "traits", "districts", "clusters", "fields", "batch", "order"]),
                new("chronicle", "年表与数据", "一件事一个日期，一个数字一个依据。", ["events", "figures"],
                    ["honours", "projects", "quotations", "related", "open_questions"]),
                new("text", "正文", "主题句、摘要和全文。", ["headline", "summary", Body], []),
                new("pictures", "图片与老物件", "图要有替代文字和来源。", ["portrait", "pictures", "objects"], []),
                new("consent", "同意与核实", "谁同意写，谁对照来源核过。", ["consent", "verification"], ["recommender"]),
                Sharing with { Id = "sharing", Name = "海报与分享", Keys = ["poster_line", .. Sharing.Keys] },
            ],
            ["object"] =
            [
                Sources,
                new("object", "老物件", "它是什么，跟谁有关，今在何处。", ["title", "kind", "people", "made", "location"],
                    ["material", "dimensions", "districts"]),
                new("chronicle", "年表与数据", "一件事一个日期，一个数字一个依据。", ["events", "figures"], []),
                new("text", "正文", "摘要和全文。", ["summary", Body], []),
                new("pictures", "图片与导览", "图要有替代文字和来源；导览带着读者一处一处看。", ["picture"], ["tour", "card"]),
                new("consent", "核实", "谁对照来源核过。", ["verification"], []),
                Sharing,
            ],
            ["dialogue"] =
            [
                new("person", "人物", "谁和谁谈，何时何地。", ["title", "person", "interviewer", "date"], ["place"]),
                new("text", "问答", "一问一答；采写手记写在正文里。", ["summary", "exchanges", Body], ["pull_quotes"]),
                new("pictures", "图片", "图要有替代文字和来源。", ["photos"], []),
                Sources,
                new("consent", "同意与核实", "谁同意公开，谁核过。", ["consent", "verification"], []),
                Sharing,
            ],
            ["video"] =
            [
                new("video", "影片", "影片在哪里，多长，拍的是谁。", ["title", "people", "date", "duration", "file", "url", "captions"], []),
                new("text", "文字稿", "影片里说了什么，照录。", ["summary", Body], []),
                new("pictures", "封面", "没有封面就用一张静帧。", ["poster"], []),
                Sources,
                new("consent", "同意与核实", "谁同意公开，谁核过。", ["consent", "verification"], []),
                Sharing,
            ],
            ["news"] =
            [
                Sources with { About = "先有来源：通知、报道、公告。一条动态要一个 A 级来源，或两个互相独立的 B 级来源。" },
                new("news", "动态", "哪一天，发生了什么，跟谁有关。", ["title", "date"], ["people"]),
                new("text", "正文", "摘要和全文，只写来源里有的。", ["summary", Body], []),
                new("pictures", "图片", "图要有替代文字和来源。", ["photos"], []),
                new("consent", "核实", "谁对照来源核过。", ["verification"], []),
                Sharing,
            ],
            ["page"] =
            [
                new("text", "页面", "标题、摘要和正文。", ["title", "summary", Body], []),
                Sources with { About = "有数字和引语的页面才要来源。" },
                Sharing with { Folded = ["verification", .. Sharing.Folded] },
            ],
        };

    /// <summary>The steps of a kind of entry, with every key that a form shows.</summary>
    /// <param name="own">Keys of the site's own vocabularies.</param>
    public static IReadOnlyList<FormStep> Of(ISchema schema, IEnumerable<IKey> own)
    {
        var steps = Kinds[schema.Name];
        var known = steps.SelectMany(s => s.Keys.Concat(s.Folded)).Concat(Hidden).ToHashSet(StringComparer.Ordinal);
        List<string> others = [.. schema.Keys.Concat(own).Select(k => k.Name).Where(k => !known.Contains(k))];
        return others.Count == 0 ? steps : [.. steps.SkipLast(1), steps[^1] with { Folded = [.. steps[^1].Folded, .. others] }];
    }
}
