using System.Text.Json.Nodes;
using YuGong.Content;

namespace YuGong.Documents.Contract;

/// <summary>The API as OpenAPI 3.1: the static documents, and the questions that a running server answers.</summary>
public static class OpenApi
{
    private const string Static = "documents";
    private const string Live = "queries";

    public static string Of(Site site) => Schemas.Text(new JsonObject
    {
        ["openapi"] = "3.1.0",
        ["info"] = new JsonObject
        {
            ["title"] = $"{site.Settings.SiteTitle} 内容接口",
            ["version"] = ContractVersion.Current,
            ["summary"] = "静态 JSON:每个条目一份文档,另有列表、词表、时间线。",
            ["description"] = "全部文档都是静态文件,任何服务器都能提供;带查询的地址只在 `yugong serve` 下有。私人信息在文档类型里没有位置。\n\n"
                + "Static JSON documents; questions are answered by `yugong serve` only. Private data cannot be expressed in any type.",
            ["license"] = new JsonObject { ["name"] = "文字权利见各文档的 rights 与 credits", ["url"] = site.Settings.Absolute("/rights/") },
        },
        ["servers"] =
            new JsonArray(new JsonObject { ["url"] = site.Settings.Origin + site.Settings.LinkRoot,
            ["description"] = site.Settings.SiteTitle }),
        ["security"] = new JsonArray(),
        ["tags"] = new JsonArray(
            new JsonObject { ["name"] = Static, ["description"] = "静态文档" },
            new JsonObject { ["name"] = Live, ["description"] = "查询,需要 yugong serve" }),
        ["paths"] = Paths(site.Texts),
        ["components"] = new JsonObject { ["schemas"] = Schemas.AsComponents() },
    });

    private static JsonObject Paths(SiteTexts texts)
    {
        var paths = new JsonObject();
        foreach (var (name, title, schema) in (ReadOnlySpan<(string, string, string)>)
        [
            ("index", "入口", "index"), ("changes", "同步清单", "changes"), ("directions", texts["directions"], "directions"),
            ("halls", texts["halls"], "halls"),
            ("taxonomies", "受控词表", "taxonomies"), ("timeline", "时间线", "timeline"), ("posters", "海报", "posters"),
            ("call", texts["call"], "call"),
        ])
        {
            paths[$"/api/v1/{name}.json"] = Get(name, title, Static, schema);
        }

        paths["/api/v1/timeline/page/{page}.json"] =
            Get("timeline_page", "时间线的第几页", Static, "timeline", InPath("page", "integer", "从 2 数起"));
        foreach (var type in ListBuilder.Types)
        {
            var (name, title) = (DocumentAddresses.CollectionOf(type), texts[type]);
            paths[$"/api/v1/{name}.json"] = Get($"{name}_list", $"{title}列表", Static, "list");
            paths[$"/api/v1/{name}/page/{{page}}.json"] =
                Get($"{name}_page", $"{title}列表的第几页", Static, "list", InPath("page", "integer", "从 2 数起"));
            paths[$"/api/v1/{name}.ndjson"] = Get($"{name}_all", $"全部{title},每行一份", Static, LinesOf(type), "application/x-ndjson");
            paths[$"/api/v1/{name}/{{id}}.json"] = Get($"{name}_one", $"一份{title}", Static, type, InPath("id", "string", "编号"));
            paths[$"/api/v1/{name}"] = Get($"{name}_query", $"筛选、排序、翻页{title}", Live, "search", [.. Filters()]);
        }

        paths["/api/v1/search"] = Get("search", "搜索:每个子串都找得到", Live, "search",
            [.. Filters(), OneOf("type", "种类", [.. ListBuilder.Types])]);
        paths["/api/v1/oembed"] = Get("oembed", "oEmbed 1.0", Live, "oembed", InQuery("url", "string", "人物网页或总榜的地址", true),
            InQuery("maxwidth", "integer", "像素"), InQuery("maxheight", "integer", "像素"));
        return paths;
    }

    private static IEnumerable<JsonObject> Filters() =>
    [
        InQuery("q", "string", "要找的词;空格分开的词都要有,引号里的照原样"), InQuery("direction", "string", "方向的编号"),
        InQuery("trade", "string", "专业的编号"),
        InQuery("era", "string", "年代的编号"), InQuery("district", "string", "区县的编号"),
        OneOf("sort", "次序", "relevance", "updated", "title", "route"),
        InQuery("page", "integer", "从 1 数起"), InQuery("size", "integer", "每页多少,1–100,默认 20"),
    ];

    private static JsonObject InQuery(string name, string type, string words, bool required = false) =>
        Parameter("query", name, type, words, required);

    private static JsonObject OneOf(string name, string words, params ReadOnlySpan<string> values)
    {
        var parameter = InQuery(name, "string", words);
        parameter["schema"]!["enum"] = new JsonArray([.. values]);
        return parameter;
    }

    private static JsonObject InPath(string name, string type, string words) => Parameter("path", name, type, words, required: true);

    private static JsonObject Parameter(string place, string name, string type, string words, bool required) => new()
    {
        ["name"] = name, ["in"] = place, ["required"] = required, ["description"] = words, ["schema"] = new JsonObject { ["type"] = type },
    };

    /// <summary>Lines are no JSON document: a program reads them one by one, each as a document of the type.</summary>
    private static JsonObject LinesOf(string type) =>
        new() { ["type"] = "string", ["description"] = $"每行一份 {Schemas.ComponentOf(type)}。(One {Schemas.ComponentOf(type)} a line.)" };

    private static JsonObject Get(string id, string title, string tag, string document, params ReadOnlySpan<JsonObject> parameters) =>
        Get(id, title, tag, Schemas.ReferenceTo(document), "application/json", parameters);

    private static JsonObject Get(string id, string title, string tag, JsonObject schema, string media,
        params ReadOnlySpan<JsonObject> parameters)
    {
        var operation = new JsonObject { ["operationId"] = id, ["summary"] = title, ["tags"] = new JsonArray((JsonNode)tag) };
        if (parameters.Length > 0)
        {
            operation["parameters"] = new JsonArray([.. parameters]);
        }

        operation["responses"] = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = title,
                ["content"] = new JsonObject { [media] = new JsonObject { ["schema"] = schema } },
            },
            [tag == Live ? "400" : "404"] = new JsonObject { ["description"] = tag == Live ? "问得不对:参数不认识或超出范围" : "没有这份文档" },
        };
        return new() { ["get"] = operation };
    }
}
