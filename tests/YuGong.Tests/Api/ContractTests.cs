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
            var broken = Compatibility.Breaks(before["schemas"]!.AsObject(), now["schemas"]!.AsObject());
            var (old, version) = (Version.Parse(before["contract"]!.GetValue<string>()), Version.Parse(ContractVersion.Current));
            Assert.True(broken.Count == 0 || version.Major > old.Major,
                $"This breaks readers and belongs under another /api/vN/: {string.Join("; ", broken)}");
            var same = JsonNode.DeepEquals(before["schemas"], now["schemas"]);
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
    public void What_breaks_a_reader_is_known(string before, string after, int breaks) =>
        Assert.Equal(breaks, Compatibility.Breaks(Wrap(before), Wrap(after)).Count);

    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, IndentSize = 1, NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonObject Now()
    {
        var schemas = new JsonObject();
        foreach (var (name, type) in Schemas.Documents)
        {
            schemas[name] = Schemas.Of(type);
        }

        return new() { ["contract"] = ContractVersion.Current, ["schemas"] = schemas };
    }

    private static JsonObject Wrap(string properties) =>
        JsonNode.Parse($"{{\"x\":{{\"type\":\"object\",\"properties\":{properties}}}}}")!.AsObject();
}
