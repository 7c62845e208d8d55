using System.Text.Json.Nodes;
using Xunit;
using YuGong.Api;
using YuGong.Content;
using YuGong.Content.Schemas;
using YuGong.Desk;
using YuGong.Documents.Contract;
using YuGong.Tests.Support;
using YuGong.Text;

namespace YuGong.Tests.DeskFront;

/// <summary>Forms, JSON Schemas and rules come from one declaration.</summary>
public sealed class FormsTests
{
    private static readonly Taxonomies Words = new(
        [new("builder", "攻坚克难的建设者", "建设者", "攻", "…", "开山厅", "…")], [new("precision", "精益求精")], [new("railway", "铁路")],
        [new("yuzhong", "渝中区")],
        [new("early", "早期建设")], [new("nev", "智能网联新能源汽车")], [new("digital", "数智科技")],
        [new("first", "第一批", new(2026, 1, 26), new(2026, 3, 31))]);

    public static TheoryData<string> Kinds => [.. EntrySchemas.All.Select(s => s.Name)];

    /// <summary>
    /// Walks every key of the model, however deep: what is declared once stands in the form and in the JSON Schema, with the same words.
    /// </summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_key_of_the_model_is_in_its_form_and_in_its_JSON_Schema(string kind)
    {
        var schema = EntrySchemas.All.First(s => s.Name == kind);
        var shown = DeskCollection.OfKind(kind).Steps(Words).SelectMany(s => s.Keys.Concat(s.Folded));
        Assert.Equal(schema.Keys.Select(k => k.Name).Append(FormSteps.Body).Except(FormSteps.Hidden).Order(StringComparer.Ordinal),
            shown.Order(StringComparer.Ordinal));
        var json = JsonNode.Parse(EditorSchemas.OfEntries(Words).First(s => s.Name == kind).Json)!["properties"]!.AsObject();
        Assert.All(schema.Keys, key => Compare(key, json));
    }

    /// <summary>The same for the rules: a key is known to the reader, and a slip of the finger in it is named.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_key_of_the_model_is_known_to_the_rules(string kind)
    {
        var schema = EntrySchemas.All.First(s => s.Name == kind);
        Assert.All(schema.Keys, key =>
        {
            var findings = Read(schema, key.Name);
            Assert.DoesNotContain(findings, f => f.Rule == ContentRules.UnknownKey || f.Rule == ContentRules.PrivateKey);
            var slip = Read(schema, key.Name + "q");
            Assert.Contains(slip, f => f.Rule == ContentRules.UnknownKey);
        });
    }

    [Fact]
    public void A_key_that_was_never_seen_before_gets_a_field_by_its_shape()
    {
        Assert.Contains("data-kind=\"text\"", Field(new Key<string>("nickname", "外号", "大家怎么叫", Shapes.Words)), StringComparison.Ordinal);
        Assert.Contains("type=\"checkbox\"", Field(new Key<bool>("alive", "健在", "true:健在", Shapes.Flag)), StringComparison.Ordinal);
        var stories = Shapes.ListOf(Shapes.EntryOf("story"));
        var teachers = Field(new Key<IReadOnlyList<Ref>>("teachers", "师承", "人物的 id", stories, Required: true));
        Assert.Contains("data-entry=\"story\"", teachers, StringComparison.Ordinal);
        Assert.Contains("必填", teachers, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_in_a_form_is_read_as_the_entry_it_will_be()
    {
        const string Form =
            """{"id":"a-b","order":12,"sample":true,"birth":{"date":"","place":""},"events":[{"date":"1906","text":"说“甲”: 乙","cite":["s1"]},{"date":"","text":"","cite":[]}],"cover":"","body":"## 一\n\n正文[@s1]"}""";
        var text = FormText.Of(JsonNode.Parse(Form)!.Deserialize());
        Assert.Equal(
            "---\n\"id\": \"a-b\"\n\"order\": 12\n\"sample\": true\n\"events\": [{\"date\": \"1906\", \"text\": \"说“甲”: 乙\", \"cite\":"
            + " [\"s1\"]}, {}]\n---\n\n## 一\n\n正文[@s1]\n", text);
    }

    [Fact]
    public void A_finding_knows_the_field_of_the_form()
    {
        var file = new SourceFile("input/stories/a/index.md",
            "---\n\"id\": \"a\"\n\"events\": [{\"date\": \"1906\", \"text\": \"甲\"}, {\"date\": \"x\"}]\n---\n\n正文\n");
        var matter = FrontMatterBlock.Read(file, new())!;
        Assert.Equal(["events", "1", "date"], FormPlace.Of(matter, file.Text.IndexOf("\"x\"", StringComparison.Ordinal)));
        Assert.Equal("年表 · 第 2 项 · 日期", FormPlace.Words(EntrySchemas.Story, ["events", "1", "date"]));
        Assert.Equal(["body"], FormPlace.Of(matter, file.Text.IndexOf("正文", StringComparison.Ordinal)));
    }

    private static bool IsHidden(IKey key) => key.Shape == Shapes.Reference;

    private static string Field(IKey key) => new FieldHtml(Words, (_, _) => null, []).Of(key, null).Text;

    private static void Compare(IKey key, JsonObject json)
    {
        var field = Field(key);
        Assert.Contains($"data-key=\"{key.Name}\"", field, StringComparison.Ordinal);
        Assert.True(IsHidden(key) || field.Contains(key.Label, StringComparison.Ordinal), $"{key.Name} has no label");
        var schema = json[key.Name];
        Assert.True(schema is not null, $"{key.Name} is not in the JSON Schema");
        Assert.Equal(key.Label, schema["title"]!.GetValue<string>());
        var item = (key.Shape as IListShape)?.Item ?? key.Shape;
        if (item is ISchema inner)
        {
            var properties = (schema["properties"] ?? schema["items"]!["properties"])!.AsObject();
            Assert.All(inner.Keys, k => Assert.Contains($"data-key=\"{k.Name}\"", field, StringComparison.Ordinal));
            Assert.All(inner.Keys, k => Compare(k, properties));
        }

        if (item is IWordsShape words)
        {
            Assert.All(words.WordsIn(Words), w => Assert.Contains($"value=\"{w}\"", field, StringComparison.Ordinal));
        }
    }

    private static IReadOnlyList<Diagnostic> Read(ISchema schema, string key)
    {
        var findings = new Diagnostics();
        var matter = FrontMatterBlock.Read(new SourceFile("index.md", $"---\n{key}: x\n---\n"), findings)!;
        _ = new MapReader(matter.Keys, schema, new(findings, Words, new(2026, 11, 22)));
        return findings.Sorted();
    }
}

internal static class Nodes
{
    public static System.Text.Json.JsonElement Deserialize(this JsonNode node) =>
        System.Text.Json.JsonDocument.Parse(node.ToJsonString()).RootElement;
}
