using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;
using YuGong.Api;
using YuGong.Documents;
using YuGong.Documents.Contract;
using YuGong.Tests.Support;

namespace YuGong.Tests.Api;

/// <summary>The contract with those who read the API: it can grow, and it cannot break by accident.</summary>
public sealed class ContractTests
{
    private static readonly string File = Repository.At("tests", "YuGong.Tests", "Api", "contract.golden.json");

    [Fact]
    public void The_contract_has_not_changed_unseen()
    {
        var now = Now();
        if (System.IO.File.Exists(File))
        {
            var before = JsonNode.Parse(System.IO.File.ReadAllText(File))!.AsObject();
            var broken = Compatibility.Breaks(before, now);
            var (old, version) = (Version.Parse(before["contract"]!.GetValue<string>()), Version.Parse(ContractVersion.Current));
            Assert.True(broken.Count == 0 || version.Major > old.Major,
                $"This breaks readers and belongs under another /api/vN/: {string.Join("; ", broken)}");
            var same = JsonNode.DeepEquals(before["schemas"], now["schemas"]) && JsonNode.DeepEquals(before["documents"], now["documents"]);
            Assert.True(same || version > old, "The contract grew: raise ContractVersion.Current by a minor version.");
        }

        Golden.Matches(File, now.ToJsonString(Indented) + "\n");
    }

    [Theory]
    [InlineData("""{"a":{"type":"string"}}""", """{"a":{"type":"string"},"b":{"type":"string"}}""", 0)]
    [InlineData("""{"a":{"type":"string"}}""", """{"b":{"type":"string"}}""", 1)]
    [InlineData("""{"a":{"type":"string"}}""", """{"a":{"type":["string","null"]}}""", 1)]
    [InlineData("""{"a":{"type":["string","null"]}}""", """{"a":{"type":"string"}}""", 0)]
    [InlineData("""{"a":{"type":"string"}}""", """{"a":{"type":"integer"}}""", 1)]
    [InlineData("""{"a":{"type":"string","format":"date"}}""", """{"a":{"type":"string"}}""", 1)]
    [InlineData("""{"a":{"$ref":"#/components/schemas/Y"}}""", """{"a":{"type":"object","properties":{"n":{"type":"string"}}}}""", 0)]
    [InlineData("""{"a":{"$ref":"#/components/schemas/Y"}}""", """{"a":{"type":"object","properties":{"n":{"type":"null"}}}}""", 1)]
    [InlineData("""{"a":{"$ref":"#/components/schemas/Y"}}""",
        """{"a":{"anyOf":[{"$ref":"#/components/schemas/Y"},{"type":"null"}]}}""", 1)]
    [InlineData("""{"a":{"type":["object","null"]}}""",
        """{"a":{"anyOf":[{"$ref":"#/components/schemas/Y"},{"type":"null"}]}}""", 0)]
    public void What_breaks_a_reader_is_known(string before, string after, int breaks) =>
        Assert.Equal(breaks, Compatibility.Breaks(Wrap(before), Wrap(after)).Count);

    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, IndentSize = 1, NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Every_record_has_a_name_of_its_own_and_is_referred_to_by_it()
    {
        var components = Schemas.AsComponents();
        Assert.All((IEnumerable<string>)["Person", "CollectionObject", "EntrySummary", "Direction", "Picture", "Rendition", "Tombstone"],
            name => Assert.True(components.ContainsKey(name), name));
        foreach (var (name, schema) in components)
        {
            Assert.Equal("object", schema!["type"]!.GetValue<string>());
            foreach (var (member, value) in schema["properties"]!.AsObject())
            {
                Assert.False((value!["items"] ?? value)["properties"] is not null, $"{name}.{member} describes a record within another.");
            }
        }
    }

    [Fact]
    public void A_direction_has_one_shape_wherever_it_is_told()
    {
        var told = Schemas.AsComponents().Select(c => c.Value!["properties"]!["direction"]).OfType<JsonNode>()
            .Select(d => (d["anyOf"]?[0] ?? d)["$ref"]?.GetValue<string>()).ToList();
        Assert.Equal(3, told.Count);
        Assert.All(told, reference => Assert.Equal("#/components/schemas/Term", reference));
    }

    private static JsonObject Now() => new()
    {
        ["contract"] = ContractVersion.Current,
        ["documents"] = new JsonObject(Schemas.Documents.Select(d =>
            KeyValuePair.Create(d.Name, (JsonNode?)Schemas.ReferenceTo(d.Name)))),
        ["schemas"] = Schemas.AsComponents(),
    };

    private static JsonObject Wrap(string properties) => JsonNode.Parse($$"""
        {
          "documents": { "x": { "type": "object", "properties": {{properties}} } },
          "schemas": { "Y": { "type": "object", "properties": { "n": { "type": "string" } } } }
        }
        """)!.AsObject();
}
