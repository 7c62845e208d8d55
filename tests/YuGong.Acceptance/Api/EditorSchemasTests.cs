using System.Globalization;
using System.Text.Json.Nodes;
using Xunit;
using YuGong.Content;
using YuGong.Content.Yaml;
using YuGong.Tests.Sites;
using YuGong.Text;

namespace YuGong.Tests.Api;

/// <summary>What `yugong schemas` writes, by a judge that is not ours.</summary>
public sealed class EditorSchemasTests
{
    [Fact]
    public async Task Everything_that_we_wrote_by_hand_is_valid_and_a_wrong_key_or_value_is_not()
    {
        var cases = new JsonArray();
        void Add(string place, string schema, JsonNode? value) => cases.Add(new JsonObject
        {
            ["place"] = place, ["schema"] = File.ReadAllText(GitRepository.At("input", ".schemas", schema + ".json")), ["value"] = value,
        });
        var editor =
            JsonNode.Parse(await File.ReadAllTextAsync(GitRepository.At(".vscode", "settings.json"),
            TestContext.Current.CancellationToken))!;
        foreach (var file in editor["json.schemas"]!.AsArray())
        {
            var pattern = ((string)file!["fileMatch"]![0]!)[1..].Replace("themes/*", "themes/yugong", StringComparison.Ordinal);
            foreach (var path in FilesOf(pattern))
            {
                Add(path, Path.GetFileNameWithoutExtension((string)file["url"]!), Read(path));
            }
        }

        // A list of names, and whatever else may be missing, is not judged while it is.
        foreach (var (schema, path) in editor["yaml.schemas"]!.AsObject().Where(s => File.Exists(GitRepository.At((string)s.Value!))))
        {
            Add((string)path!, Path.GetFileNameWithoutExtension(schema), Read((string)path!));
        }

        foreach (var kind in EntryKind.All)
        {
            foreach (var folder in Directory.GetDirectories(GitRepository.At("input", kind.Folder)))
            {
                var path = $"input/{kind.Folder}/{Path.GetFileName(folder)}/index.md";
                Add(path, kind.Name, Read(path));
            }
        }

        Add("no-host", "statiq", new JsonObject { ["YuGong"] = new JsonObject { ["Title"] = "站" } });
        Add("no-such-key", "texts", new JsonObject { ["persn"] = "人物" });
        Add("no-choice", "story", new JsonObject { ["id"] = "x", ["status"] = "darft" });
        Add("no-pair", "taxonomies.places", new JsonArray(new JsonObject { ["id"] = "x", ["name"] = "甲", ["at"] = "29.5" }));

        var list = Path.GetTempFileName();
        await File.WriteAllTextAsync(list, cases.ToJsonString(), TestContext.Current.CancellationToken);
        var said = await Tool.RunAsync(Judge.Script("settings.mjs", list));
        File.Delete(list);
        Assert.Equal(["no-host", "no-such-key", "no-choice", "no-pair"],
            said.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(':')[0]));
    }

    /// <summary>The files that a pattern means, in which one folder may be any.</summary>
    private static IEnumerable<string> FilesOf(string pattern)
    {
        if (pattern.Split("/*/") is not [var folder, var name])
        {
            return [pattern];
        }

        var found = Directory.GetDirectories(GitRepository.At(folder.Split('/'))).Select(f => $"{folder}/{Path.GetFileName(f)}/{name}")
            .Where(f => File.Exists(GitRepository.At(f.Split('/')))).ToList();
        Assert.NotEmpty(found);
        return found;
    }

    private static JsonNode? Read(string path)
    {
        var text = File.ReadAllText(GitRepository.At(path.Split('/')));
        return Path.GetExtension(path) switch
        {
            ".json" => JsonNode.Parse(text),
            ".md" => JsonOf(Keys(path, text)),
            _ when path.Contains("/taxonomies/", StringComparison.Ordinal) =>
                JsonOf(Keys(path, $"---\nwhole:\n{text}\n---\n").Entries[0].Value),
            _ => JsonOf(Keys(path, $"---\n{text}\n---\n")),
        };
    }

    private static Mapping Keys(string path, string text)
    {
        var findings = new Diagnostics();
        var keys = FrontMatterBlock.Read(new(path, text), findings)?.Keys;
        Assert.Equal([], findings.Sorted());
        return keys!;
    }

    /// <summary>As YAML 1.2 reads it: what stands without quotes may be a number, true or nothing.</summary>
    private static JsonNode? JsonOf(Node node) => node switch
    {
        Mapping mapping => new JsonObject(mapping.Entries.Select(e => KeyValuePair.Create(e.Key.Text, JsonOf(e.Value)))),
        Sequence sequence => new JsonArray([.. sequence.Items.Select(JsonOf)]),
        Scalar { Plain: true, Text: "true" or "false" } flag => flag.Text == "true",
        Scalar { Plain: true } number when double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) => n,
        Scalar text => text.Text,
        _ => null,
    };
}
