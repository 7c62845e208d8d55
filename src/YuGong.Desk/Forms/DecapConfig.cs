using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using YuGong.Content;
using YuGong.Content.Schemas;

namespace YuGong.Desk;

/// <summary>What the form client is told besides the content model.</summary>
/// <param name="InputName">The content folder as the repository knows it: <c>input</c>.</param>
/// <param name="SiteUrl">Where the desk shows the preview of the site, with a slash at its end.</param>
/// <param name="Workflow">Whether saves go through 草稿 → 审核中 → 就绪 on branches.</param>
public sealed record DeskFormsRequest(string InputName, string Branch, string SiteUrl, bool Workflow);

/// <summary>
/// The configuration of Decap CMS 3.16, written from the content model: a key that is declared there appears in its form. JSON, which
/// is YAML, so it is served as <c>config.yml</c>.
/// </summary>
public static class DecapConfig
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly IKey[] First = [HeaderKeys.Id, HeaderKeys.Status];

    private static readonly IKey[] Checked = [HeaderKeys.Sources, HeaderKeys.Verification];

    public static string Text(DeskFormsRequest request, Taxonomies taxonomies) =>
        Of(request, taxonomies).ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";

    public static JsonObject Of(DeskFormsRequest request, Taxonomies taxonomies) => new()
    {
        ["backend"] = new JsonObject
        {
            ["name"] = "proxy", ["proxy_url"] = "/api/v1", ["branch"] = request.Branch,
            ["commit_messages"] = new JsonObject
            {
                ["create"] = "新建{{collection}}:{{slug}}", ["update"] = "修改{{collection}}:{{slug}}",
                ["delete"] = "删除{{collection}}:{{slug}}",
                ["uploadMedia"] = "上传:{{path}}", ["deleteMedia"] = "删除:{{path}}",
            },
        },
        ["publish_mode"] = request.Workflow ? "editorial_workflow" : "simple",
        ["locale"] = "zh_Hans",
        ["site_url"] = request.SiteUrl,
        // The link at the end of Decap's head; its words are the address, admin.css says it in Chinese.
        ["display_url"] = "/desk/",
        ["logo"] = new JsonObject { ["src"] = "/desk/logo.svg" },
        ["show_preview_links"] = true,
        ["search"] = true,
        // Ids are ASCII by their own pattern; the names of uploads keep their Chinese.
        ["slug"] = new JsonObject { ["encoding"] = "unicode", ["clean_accents"] = false, ["sanitize_replacement"] = "-" },
        // Nothing belongs here: pictures lie beside their entry. Decap wants a folder, so it gets the content's own.
        ["media_folder"] = request.InputName,
        ["public_folder"] = "/",
        ["collections"] = new JsonArray([.. DeskCollection.All.Select(c => Collection(c, request, taxonomies))]),
    };

    private static JsonObject Collection(DeskCollection collection, DeskFormsRequest request, Taxonomies taxonomies)
    {
        var fields = new DeskFields(taxonomies);
        return new()
        {
            ["name"] = collection.Name,
            ["label"] = collection.Label,
            ["label_singular"] = collection.Singular,
            ["description"] = collection.Hint,
            ["folder"] = $"{request.InputName}/{collection.Name}",
            ["path"] = "{{slug}}/index",
            ["media_folder"] = "",
            ["public_folder"] = "",
            ["extension"] = "md",
            ["format"] = "yaml-frontmatter",
            ["create"] = true,
            ["identifier_field"] = "id",
            ["slug"] = "{{id}}",
            ["summary"] = $"{{{{{collection.TitleKey}}}}} · {{{{id}}}}",
            ["preview_path"] = collection.Address,
            ["sortable_fields"] = new JsonArray("id", collection.TitleKey, "updated"),
            ["view_filters"] = new JsonArray(
            [
                .. HeaderKeys.StatusWords.Choices.Select(c =>
                    (JsonNode)new JsonObject { ["label"] = c.Name, ["field"] = "status", ["pattern"] = c.Word }),
                new JsonObject { ["label"] = "示例", ["field"] = "sample", ["pattern"] = true },
            ]),
            ["view_groups"] =
                new JsonArray(
                [.. collection.Lists.Select(key => (JsonNode)new JsonObject { ["label"] = LabelOf(collection, key), ["field"] = key })]),
            ["fields"] =
                new JsonArray([.. InFormOrder(collection.Schema).Select(fields.Of),
                    .. VocabularyKeys.For(taxonomies, collection.Schema.Name).Select(fields.Of), DeskFields.Body(collection.Schema),
                .. Papers(collection.Schema).Select(fields.Of)]),
        };
    }

    /// <summary>Who it is and what is told first; what the checker and the archive need comes behind the text.</summary>
    private static IEnumerable<IKey> InFormOrder(ISchema schema) =>
        schema.Keys.Where(First.Contains).Concat(schema.Keys.Where(k => !HeaderKeys.All.Contains(k)));

    private static IEnumerable<IKey> Papers(ISchema schema) =>
        Checked.Concat(HeaderKeys.All).Where(schema.Keys.Contains).Distinct().Where(k => !First.Contains(k));

    private static string LabelOf(DeskCollection collection, string key) => collection.Schema.Keys.First(k => k.Name == key).Label;
}
