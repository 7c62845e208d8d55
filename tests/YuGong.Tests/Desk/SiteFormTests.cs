using System.Text.Json.Nodes;
using Xunit;
using YuGong.Content;
using YuGong.Desk;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Desk;

/// <summary>Files about the whole site in a form: what was not changed keeps its bytes, what was changed is all that changes.</summary>
public sealed class SiteFormTests
{
    public static TheoryData<string> Files =>
        [.. SiteForm.All(Taxonomies.Empty).Select(f => f.Id).Where(id => File.Exists(GitRepository.At(SiteForm.Find(id).PathIn("input"))))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Opened_and_saved_unchanged_it_has_the_same_bytes(string id)
    {
        var (form, text) = Open(id);
        Assert.Equal(text, Saved(form, text, _ => { }));
    }

    [Fact]
    public void A_renamed_word_changes_its_line_and_a_new_one_gets_an_id()
    {
        var (form, text) = Open("trades");
        var saved = Saved(form, text, values =>
        {
            var items = values["items"]!.AsArray();
            items[2]!["name"] = "铁道";
            items.Add(new JsonObject { ["id"] = "", ["name"] = "桥梁二" });
            TermIds.Fill(form.Schema, values, _ => "bridge");
        });
        var (before, after) = (text.TrimEnd().Split('\n'), saved.TrimEnd().Split('\n'));
        Assert.Equal(before.Length + 1, after.Length);
        Assert.Equal(1, before.Zip(after).Count(l => l.First != l.Second));
        Assert.Contains("- { id: railway, name: 铁道 }", after);
        Assert.Equal("- { id: bridge-2, name: 桥梁二 }", after[^1]);
    }

    [Fact]
    public void A_changed_value_of_the_call_changes_its_line_alone()
    {
        var (form, text) = Open("call");
        var saved = Saved(form, text, values => values["deadline_note"] = "本通知长期有效。");
        Assert.Equal(["deadline_note: 本通知长期有效。"], saved.Split('\n').Except(text.Split('\n')));
        Assert.Equal(text.Split('\n').Length, saved.Split('\n').Length);
    }

    /// <summary>Two files that need not be there.</summary>
    [Fact]
    public void A_file_that_was_not_there_is_written_as_people_write_it()
    {
        var form = SiteForm.Find("trades");
        var values = new JsonObject { ["items"] = new JsonArray(new JsonObject { ["id"] = "a", ["name"] = "甲" }) };
        Assert.Equal("- { id: a, name: 甲 }\n", form.Bare(FormValues.Into(null, form.Schema, values)));
        var lights = SiteForm.Find("lights");
        Assert.Equal("number: 3\ntext: 三盏\n", lights.Bare(FormValues.Into(null, lights.Schema,
            new() { ["number"] = "3", ["text"] = "三盏" })));
    }

    [Fact]
    public void What_the_settings_say_is_shown_and_only_what_changed_is_written()
    {
        var form = SiteForm.Find("site");
        var given = GivenValues.Of("site", Settings.Default with
        {
            SiteTitle = "甲", Tagline = "乙", Navigation = [new("首页", "/"), new("关于", "/about/")],
        });
        var values = GivenValues.Under([], given);
        Assert.Equal("甲", values["title"]!.GetValue<string>());
        values["tagline"] = "丙";
        GivenValues.Leave(values, given, _ => false);
        var text = form.Bare(FormValues.Into(null, form.Schema, values));
        Assert.Equal("tagline: 丙\n", text);

        // Said once, it stays said; a word of the navigation is a line.
        values = GivenValues.Under(FormValues.Of(form.Dress(text))!, given);
        values["tagline"] = "乙";
        var navigation = values["navigation"]!.AsArray();
        navigation[1]!["title"] = "说明";
        GivenValues.Leave(values, given, key => key == "tagline");
        Assert.Equal("tagline: 乙\nnavigation:\n  - { title: 首页, path: / }\n  - { title: 说明, path: /about/ }\n",
            form.Bare(FormValues.Into(form.Dress(text), form.Schema, values)));
        Assert.Empty(GivenValues.Of("lights", Settings.Default));
    }

    private static (SiteForm Form, string Text) Open(string id) =>
        (SiteForm.Find(id), File.ReadAllText(GitRepository.At(SiteForm.Find(id).PathIn("input"))));

    private static string Saved(SiteForm form, string text, Action<JsonObject> change)
    {
        var dressed = form.Dress(text);
        var values = FormValues.Shown(form.Schema, FormValues.Of(dressed)!);
        change(values);
        return form.Bare(FormValues.Into(dressed, form.Schema, values));
    }
}
