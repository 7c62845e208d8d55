using System.Text;

namespace YuGong.Bench;

/// <summary>
/// One story of the corpus as Markdown with front matter. The same number in a corpus of the same size gives the same bytes.
/// </summary>
internal sealed class Story
{
    /// <summary>Under the editorial limit of 1,200 Han characters, so that no story draws a warning.</summary>
    private const int BodyLength = 1120;

    private readonly Dice dice;
    private readonly int number, total, sources;
    private readonly string name;

    private Story(int number, int total)
    {
        (this.number, this.total) = (number, total);
        dice = new((ulong)number * 1_000_003);
        name = dice.Of(Words.Surnames) + dice.Of(Words.Given);
        sources = dice.Between(2, 4);
    }

    /// <param name="edition">0 as generated; every other number is an edit: another headline, one more sentence.</param>
    public static string Text(int number, int total, int edition = 0) => new Story(number, total).Write(edition);

    public static string Id(int number) => $"bench-{number:00000}";

    private string Write(int edition)
    {
        var birth = dice.Between(1880, 1930);
        var death = birth + dice.Between(60, 85);
        var work = dice.Of(Words.Things);
        var text = new StringBuilder();
        text.Append($"""
            ---
            id: {Id(number)}
            status: published
            updated: {new DateOnly(2025, 12, 31).AddDays(1 - number):yyyy-MM-dd}
            author: 编辑部
            rights: 文字 © 程序生成的基准语料

            name: {name}
            latin_name: {dice.Of(Words.Latin)} {Capital(dice.Of(Words.Syllables))}{dice.Of(Words.Syllables)}
            gender: {(dice.Below(2) == 0 ? "男" : "女")}
            birth: {"{"} date: {birth}, place: {dice.Of(Words.Places)}, cite: {Cite()} {"}"}
            death: {"{"} date: {death}, place: {dice.Of(Words.Places)}, cite: {Cite()} {"}"}
            native_place: {dice.Of(Words.Places)}
            work_unit: {dice.Of(Words.Units)}
            post: {dice.Of(Words.Posts)}
            professional_title: {dice.Of(Words.Titles)}
            direction: {Words.Directions[(number - 1) * Words.Directions.Length / total].Id}
            traits: [{Ids(Words.Traits)}]
            trades: [{Ids(Words.Trades)}]
            districts: [{Ids(Words.Districts)}]
            era: {dice.Of(Words.Eras).Id}
            order: {number}
            headline: 语料{number}号，整修{work}{(edition == 0 ? "" : $"{edition}次")}
            summary: {name}是程序生成的人物，只用来量一量建站要多少时间。{dice.Of(Words.When)}，{dice.Of(Words.Who)}{dice.Of(Words.Verbs)}{work}，{dice.Of(Words.Results)}。{dice.Of(Words.Thoughts)}。

            events:

            """);
        Events(text, birth + 18, death - 1);
        text.Append("sources:\n");
        for (var i = 1; i <= sources; i++)
        {
            text.Append(
                $"  - id: s{i}\n    title: 《{dice.Of(Words.Papers)}》第 {dice.Between(1, 90)} 期\n"
                    + $"    publisher: {dice.Of(Words.Publishers)}\n")
                .Append(i % 2 == 1 ? $"    url: https://sources.example.org/{number}/{i}\n" : $"    archive: 样本卷宗 {number} 号第 {i} 件\n")
                .Append($"    grade: {(i % 2 == 1 ? 'A' : 'B')}\n    read: full\n");
        }

        text.Append("""
            consent:
              basis: public-record
              scope: [web]
              note: 虚构人物，只作测速
            verification: { checker: 编辑部, method: 程序生成, date: 2026-01-01 }
            ---


            """);
        Body(text, edition);
        return text.ToString();
    }

    private void Events(StringBuilder text, int from, int to)
    {
        var what = dice.Some(Words.Happenings, dice.Between(4, 7));
        var step = (to - from) / what.Count;
        for (var i = 0; i < what.Count; i++)
        {
            var year = from + (i * step) + dice.Below(step);
            var month = dice.Below(2) == 0 ? "" : $"-{dice.Between(1, 12):00}";
            var cite = i + 2 <= sources ? $"[s1, s{i + 2}]" : Cite();
            text.Append(
                $"  - {{ date: {year}{month}, text: {what[i]}，{dice.Of(Words.Results)}, place: {dice.Of(Words.Places)}, cite: {cite} }}\n");
        }
    }

    private void Body(StringBuilder text, int edition)
    {
        var start = text.Length;
        var heads = dice.Some(Words.Heads, 5);
        text.Append($"## {heads[0]}\n\n本文由程序生成，人物与事件都是虚构。{(edition == 0 ? "" : $"这是第 {edition} 次修改。")}");
        Paragraph(text, 3);
        Paragraph(text, 3);
        text.Append($"## {heads[1]}\n\n");
        Paragraph(text, 3);
        for (var i = dice.Between(3, 5); i > 0; i--)
        {
            text.Append($"- **{dice.Of(Words.Things)}**：{dice.Of(Words.Results)}\n");
        }

        text.Append($"\n> {Sentence()}{Sentence()}\n>\n> —— {name}\n\n## {heads[2]}\n\n");
        Paragraph(text, 3);
        text.Append("| 部件 | 修整前 | 修整后 | 经手 |\n| --- | ---: | ---: | --- |\n");
        for (var i = dice.Between(3, 5); i > 0; i--)
        {
            text.Append($"| {dice.Of(Words.Things)} | {dice.Between(20, 99)} 毫米 | {dice.Between(1, 19)} 毫米 | {dice.Of(Words.Who)} |\n");
        }

        text.Append($"\n### {heads[3]}\n\n");
        for (var i = 1; i <= 3; i++)
        {
            text.Append($"{i}. {Sentence()}\n");
        }

        text.Append($"\n## {heads[4]}\n\n");
        while (Han(text, start) < BodyLength)
        {
            text.Append(Sentence());
            if (dice.Below(4) == 0)
            {
                text.Append($"[@s{dice.Between(1, sources)}]\n\n");
            }
        }

        text.Append($"[@s1,s{sources}]\n");
    }

    private void Paragraph(StringBuilder text, int sentences)
    {
        for (var i = 0; i < sentences; i++)
        {
            text.Append(Sentence());
        }

        text.Append($"[@s{dice.Between(1, sources)}]\n\n");
    }

    private string Sentence() => dice.Below(10) switch
    {
        0 or 1 or 2 => $"{dice.Of(Words.When)}，{dice.Of(Words.Who)}{dice.Of(Words.Verbs)}{dice.Of(Words.Things)}，{dice.Of(Words.Results)}。",
        3 or 4 =>
            $"{dice.Of(Words.Turns)}，{dice.Of(Words.Who)}没有急着动手，先{dice.Of(Words.Verbs)}{dice.Of(Words.Things)}，又用了 "
            + $"{dice.Between(2, 30)} 天核对每一个尺寸。",
        5 or 6 => $"{dice.Of(Words.Who)}常说：“{dice.Of(Words.Thoughts)}。”",
        7 => $"{dice.Of(Words.Turns)}，**{dice.Of(Words.Thoughts)}**。",
        8 => $"{dice.Of(Words.Who)}{dice.Of(Words.Verbs)}[{dice.Of(Words.Things)}](https://links.example.org/{dice.Between(1, 999)})，"
            + $"{dice.Of(Words.Results)}。",
        _ => $"{dice.Of(Words.When)}，[另一位同事](/people/{Id(dice.Between(1, total))}/)也{dice.Of(Words.Verbs)}{dice.Of(Words.Things)}，"
            + $"*{dice.Of(Words.Results)}*。",
    };

    private string Cite() => dice.Below(2) == 0 ? "[s1]" : $"[s1, s{sources}]";

    private string Ids((string Id, string Name)[] words) => string.Join(", ", dice.Some(words, dice.Between(1, 2)).Select(w => w.Id));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static int Han(StringBuilder text, int start)
    {
        var count = 0;
        for (var i = start; i < text.Length; i++)
        {
            count += text[i] is >= '\u4e00' and <= '\u9fff' ? 1 : 0;
        }

        return count;
    }
}
