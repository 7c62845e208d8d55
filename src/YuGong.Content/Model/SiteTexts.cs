namespace YuGong.Content;

/// <summary>
/// What the site calls its own things, in pages, API, feeds, search and picture manifests: <c>input/texts.yaml</c>.
/// </summary>
public sealed record SiteTexts(IReadOnlyDictionary<string, string> ByKey)
{
    public static SiteTexts None { get; } = new(new Dictionary<string, string>());

    /// <summary>A kind that came later: sites that were there before need not name it.</summary>
    private const string NewsKey = "news";

    /// <summary>Every key with what it is for; all are required.</summary>
    public static IReadOnlyList<(string Key, string Hint)> Known { get; } =
    [
        ("person", "人物这一类叫什么"), ("object", "老物件这一类叫什么"), ("dialogue", "访谈这一类叫什么"), ("video", "影片这一类叫什么"),
        ("page", "普通页面这一类叫什么"), ("directions", "全部方向叫什么"), ("halls", "全部展厅叫什么"), ("hall", "纪念馆叫什么"),
        ("star_board", "人物的总榜叫什么"), ("objects_text", "老物件的总目是什么,一句话"), ("call", "征集线索叫什么"),
        ("born", "年表里的出生"), ("died", "年表里的逝世"), ("byline", "署名,{0} 是作者"),
    ];

    /// <summary>What a site may say and need not; unsaid they are empty.</summary>
    public static IReadOnlyList<(string Key, string Hint)> Optional { get; } =
    [
        ("motto", "首页题字下面的话,一两句"), ("videos_text", "影片的总目是什么,一句话"), ("dialogues_coming", "还没有访谈时,那一页说什么"),
        (NewsKey, "动态这一类叫什么,不写就叫动态"), ("news_text", "动态的总目是什么,一句话"),
        ("certificate", "荣誉证书的正文,{person} 是工程师,{theme} 是活动的名字"),
    ];

    /// <summary>A missing one that is required was reported, and shows its key.</summary>
    public string this[string key] => ByKey.GetValueOrDefault(key)
        ?? (key == NewsKey ? EntryKind.News.Label : Optional.Any(k => k.Key == key) ? "" : key);
}
