using System.Text.Json;
using Xunit;
using YuGong.Content;
using YuGong.Content.CopyDesk;
using YuGong.Content.Schemas;
using YuGong.Desk;
using YuGong.Text;

namespace YuGong.Tests.Desk;

/// <summary>The button beside a finding: what the field of the form holds afterwards.</summary>
public sealed class FormFixTests
{
    [Theory]
    [InlineData("""{ "id": "x", "title": "春节,前后", "summary": "提要" }""", "title", "春节,前后", "春节，前后")]
    [InlineData("""{ "id": "x", "title": "题", "summary": "他说\"先看水位\"" }""", "summary", "他说\"先看水位\"", "他说“先看水位”")]
    [InlineData("""{ "id": "x", "title": "题", "body": "\n先看\n\n春节,前后。\n" }""", "body", "先看\n\n春节,前后。", "先看\n\n春节，前后。")]
    [InlineData("""{ "id": "x", "title": "题", "corrections": [{ "text": "一" }, { "text": "春节,前后" }] }""", "corrections 1 text", "春节,前后", "春节，前后")]
    public void One_click_mends_the_field_and_nothing_else(string form, string field, string was, string value)
    {
        using var values = JsonDocument.Parse(form);
        var found = new Diagnostics();
        var entry = FrontMatterBlock.Read(new("input/pages/x/index.md", FormText.Of(values.RootElement)), found)!;
        new CopyReader(CopySettings.Default, new(HanVariants.None), new(() => new HashSet<string>()))
            .ReadEntry(entry, EntrySchemas.Page, [], "/x/", found);
        var finding = Assert.Single(found.Sorted());
        var place = FormPlace.Of(entry, finding.Span.Start);
        Assert.Equal(field.Split(' '), place);
        Assert.Equal(new FormFix(was, value), FormFix.Of(entry, finding, place));
    }
}
