using System.Text.Json.Nodes;
using Xunit;
using YuGong.Desk;

namespace YuGong.Tests.Desk;

/// <summary>Two people in one field: each keeps what only they changed; of what both changed the later stands, the other is told.</summary>
public sealed class ValueMergeTests
{
    [Theory]
    [InlineData("\"甲\"", "\"乙\"", "\"甲\"", "\"乙\"", "")] // only mine
    [InlineData("\"甲\"", "\"甲\"", "\"丙\"", "\"丙\"", "")] // only theirs
    [InlineData("\"甲\"", "\"乙\"", "\"丙\"", "\"乙\"", "f:丙")] // both: the later one
    [InlineData("\"甲\"", "\"乙\"", "\"乙\"", "\"乙\"", "")] // both the same
    [InlineData("\"甲\"", "\"\"", "\"丙\"", "\"\"", "f:丙")] // a deletion counts
    [InlineData("\"甲\"", "\"乙\"", "\"\"", "\"乙\"", "")] // nothing is lost where nothing was
    [InlineData("{\"a\":\"1\",\"b\":\"2\"}", "{\"a\":\"x\",\"b\":\"2\"}", "{\"a\":\"1\",\"b\":\"y\"}", "{\"a\":\"x\",\"b\":\"y\"}", "")]
    [InlineData("[\"a\",\"b\"]", "[\"x\",\"b\"]", "[\"a\",\"y\",\"c\"]", "[\"x\",\"y\",\"c\"]", "")]
    [InlineData("[\"a\"]", "[\"a\",\"m\"]", "[\"a\",\"t\"]", "[\"a\",\"t\",\"m\"]", "")] // both added
    [InlineData("[{\"d\":\"1\"}]", "[{\"d\":\"2\"}]", "[{\"d\":\"3\"}]", "[{\"d\":\"2\"}]", "f/0/d:3")]
    [InlineData("[\"a\",\"b\"]", "[\"b\"]", "[\"a\",\"y\"]", "[\"b\"]", "f:[\"a\",\"y\"]")] // taken out here, changed there
    [InlineData("\"一\\n\\n二\\n\\n三\"", "\"一改\\n\\n二\\n\\n三\"", "\"一\\n\\n二\\n\\n三改\"", "\"一改\\n\\n二\\n\\n三改\"", "")]
    [InlineData("\"一\\n\\n二\"", "\"甲\\n\\n二\"", "\"乙\\n\\n二改\"", "\"甲\\n\\n二改\"", "f:乙")]
    [InlineData("null", "\"甲\"", "null", "\"甲\"", "")]
    public void Changes_of_two_come_together(string was, string mine, string theirs, string made, string lost)
    {
        var told = new List<LostWords>();
        var merged = ValueMerge.Of(JsonNode.Parse(was), JsonNode.Parse(mine), JsonNode.Parse(theirs), ["f"], told);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(made), merged), merged?.ToJsonString());
        Assert.Equal(lost, string.Join(';', told.Select(l => $"{string.Join('/', l.Field)}:{l.Text}")));
    }
}
