using System.Text.Json.Nodes;
using Xunit;
using YuGong.Content.Markdown.Editing;
using YuGong.Tests.Support;

namespace YuGong.Tests.Content;

/// <summary>A body as the desk's editor gets it: nothing of its text is lost, and what has no form stays as it is written.</summary>
public sealed class EditableBodyTests
{
    [Fact]
    public void The_document_stands_for_every_text_of_the_site_character_by_character()
    {
        var files = Directory.GetFiles(Repository.At("input"), "index.md", SearchOption.AllDirectories);
        Assert.True(files.Length > 30);
        foreach (var text in files.Select(File.ReadAllText))
        {
            var body = text[(text.IndexOf("\n---\n", 4, StringComparison.Ordinal) + 5)..];
            var document = EditableBody.Read(body)!;
            Assert.Equal(body, TextOf(document));
            Assert.DoesNotContain("\"raw\"", document.ToJsonString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n  \n")]
    [InlineData("\n一段。\n\n\n\n另一段。  \n\n")]
    [InlineData("　　缩进的一段。\n　　又一段。\n")]
    [InlineData("## 标题\n紧跟的一段\n- 一\n- 二\n\n\n1. 甲\n2. 乙\n> 引文\n")]
    [InlineData("见[^1]。\n\n[^1]: 注的文字。\n\n末段。\n")]
    [InlineData("[图纸]: /objects/x/ \"题\"\n\n见[图纸]。\n")]
    [InlineData("<div>\n不收的\n</div>\n\n后文 <b>x</b>。\n")]
    [InlineData("```\n没有结束的\n\n一段")]
    [InlineData("| a | b |\n| --- | :-: |\n| 1 | 2\\|3 |\n表后")]
    [InlineData("标题\n===\n\n段\n---\n")]
    [InlineData("- 一\n\n      缩进\n  - 二\n\n    ## 列表里的标题\n")]
    public void What_it_is_read_from_can_be_put_together_again(string body) => Assert.Equal(body, TextOf(EditableBody.Read(body)!));

    [Fact]
    public void Marks_citations_links_and_pictures_have_forms_of_their_own()
    {
        var document = EditableBody.Read("""
            他在**重庆**建[桥](/objects/bridge/)。[@s1,s2]

            ![桥](桥.jpg "馆藏")

            1937~1945年 <b>
            """)!;
        Assert.Equal("""
            paragraph(他在 strong"重庆" 建 link"桥" 。 cite[s1,s2])
            figure[桥.jpg|桥|馆藏]
            paragraph(1937~1945年  kept[<b>])
            """.ReplaceLineEndings("\n"), string.Join('\n', document["content"]!.AsArray().Select(n => Outline(n!.AsObject()))));
    }

    [Fact]
    public void A_list_with_a_table_in_it_is_one_text_as_it_is_written()
    {
        var document = EditableBody.Read("- 一\n\n  | a | b |\n  | --- | --- |\n  | 1 | 2 |\n\n后。\n")!;
        Assert.Equal(["raw", "paragraph"], document["content"]!.AsArray().Select(n => (string)n!["type"]!));
    }

    [Fact]
    public void A_text_that_is_too_much_for_a_parser_is_not_read() => Assert.Null(EditableBody.Read(new string('[', 5000)));

    private static string TextOf(JsonObject document)
    {
        var blocks = document["content"]!.AsArray().Select(b => b!["attrs"]).OfType<JsonObject>();
        return (string)document["attrs"]!["lead"]! + string.Concat(blocks.Select(a => (string?)a["gap"] + (string?)a["source"]))
            + (string)document["attrs"]!["tail"]!;
    }

    private static string Outline(JsonObject node)
    {
        var attributes = node["attrs"];
        var marks = string.Concat((node["marks"] as JsonArray ?? []).Select(m => (string)m!["type"]!));
        return (string)node["type"]! switch
        {
            "text" => marks.Length > 0 ? $"{marks}\"{node["text"]}\"" : (string)node["text"]!,
            "cite" => $"cite[{attributes!["ids"]}]",
            "kept" => $"kept[{attributes!["source"]}]",
            "figure" => $"figure[{attributes!["src"]}|{attributes["alt"]}|{attributes["title"]}]",
            var type => $"{type}({string.Join(' ', node["content"]!.AsArray().Select(n => Outline(n!.AsObject())))})",
        };
    }
}
