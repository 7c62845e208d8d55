using System.Text.Json.Nodes;
using Xunit;
using YuGong.Content;
using YuGong.Content.Schemas;
using YuGong.Desk;
using YuGong.Tests.Support;

namespace YuGong.Tests.Desk;

/// <summary>What a form takes out of a file it puts back to the byte, and of what was changed it writes that and nothing else.</summary>
public sealed class FormValuesTests
{
    private const string Story = "input/stories/shui-xiheng/index.md";

    /// <summary>Every entry of the repository, whatever its kind.</summary>
    public static TheoryData<string> Entries => [.. Directory.GetFiles(Repository.At("input"), "index.md", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/')).Where(f => f.Split('/').Length == 4)
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Entries))]
    public void An_entry_that_was_opened_and_saved_unchanged_has_the_same_bytes(string path)
    {
        var (text, schema) = (File.ReadAllText(Repository.At(path)), SchemaOf(path));
        var values = FormValues.Of(text);
        Assert.NotNull(values);
        Assert.Equal(text, FormValues.Into(text, schema, values));

        // As the form shows it and sends it back, every field touched.
        var sent = new JsonObject(FormValues.Shown(schema, values)
            .Select(v => KeyValuePair.Create(v.Key, FormValues.Kept(schema, v.Key, v.Value))));
        Assert.Equal(text, FormValues.Into(text, schema, sent));
    }

    [Theory]
    [InlineData("headline", "一条江进了山城")]
    [InlineData("pinyin", "Shuǐ Xī Héng")]
    [InlineData("order", "11")]
    public void One_changed_field_is_one_changed_line(string key, string value)
    {
        var (text, values) = Opened();
        values[key] = value;
        Assert.Equal(1, ChangedLines(text, FormValues.Into(text, EntrySchemas.Story, values)));
    }

    [Fact]
    public void Within_lists_only_the_item_changes_and_dates_are_written_as_they_are_meant()
    {
        var (text, values) = Opened();
        values["events"]![0]!["place"] = "吴淞";
        Assert.Equal(1, ChangedLines(text, FormValues.Into(text, EntrySchemas.Story, values)));

        values["events"]!.AsArray().Add(new JsonObject { ["date"] = "约1935年", ["text"] = "一件事", ["cite"] = new JsonArray("s1") });
        values["events"]!.AsArray().Add(new JsonObject { ["date"] = "1956年", ["text"] = "又一件事", ["cite"] = new JsonArray("s2") });
        var made = FormValues.Into(text, EntrySchemas.Story, values);
        Assert.Contains("  - { date: 1935~, text: 一件事, cite: [s1] }\n  - { date: 1956, text: 又一件事, cite: [s2] }\n", made,
            StringComparison.Ordinal);
        Assert.Contains("  - { date: 1929-03,", made, StringComparison.Ordinal);
        Assert.Contains("# 生年月日与籍贯", made, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_entry_begins_with_who_it_is_and_ends_with_its_papers()
    {
        var made = FormValues.Into(null, EntrySchemas.Story, new()
        {
            ["sources"] = new JsonArray(new JsonObject { ["id"] = "s1", ["title"] = "一篇报道" }), ["id"] = "xin-ren", ["status"] = "draft",
            ["name"] = "新人", ["body"] = "只写了一句。",
        });
        Assert.Equal("---\nid: xin-ren\nstatus: draft\nname: 新人\nsources:\n  - { id: s1, title: 一篇报道 }\n---\n\n只写了一句。\n", made);
    }

    [Fact]
    public void Every_key_of_every_kind_is_in_one_step_and_only_in_one()
    {
        foreach (var schema in EntrySchemas.All)
        {
            var shown = FormSteps.Of(schema, []).SelectMany(s => s.Keys.Concat(s.Folded)).ToList();
            Assert.Equal(shown.Count, shown.Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(schema.Keys.Select(k => k.Name).Where(k => !FormSteps.Hidden.Contains(k)).Append(FormSteps.Body)
                .Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        }
    }

    /// <summary>A key that the steps do not know yet, and a vocabulary of the site's own, come in the last one.</summary>
    [Fact]
    public void A_vocabulary_of_the_sites_own_is_in_the_last_step()
    {
        var own = new Key<string>("guild", "行会", "", Shapes.Words);
        Assert.Contains("guild", FormSteps.Of(EntrySchemas.Story, [own])[^1].Folded);
    }

    private static (string Text, JsonObject Values) Opened()
    {
        var text = File.ReadAllText(Repository.At(Story));
        return (text, FormValues.Of(text)!);
    }

    private static ISchema SchemaOf(string path) => DeskCollection.Find(path.Split('/')[1])!.Schema;

    private static int ChangedLines(string before, string after)
    {
        var (a, b) = (before.Split('\n'), after.Split('\n'));
        return a.Length == b.Length ? a.Zip(b).Count(l => l.First != l.Second) : -1;
    }
}
