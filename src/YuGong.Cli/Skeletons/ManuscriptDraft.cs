using System.Text;
using YuGong.Content;
using YuGong.Manuscripts;

namespace YuGong.Cli;

/// <summary>
/// A manuscript as the draft of an entry: every key as in a new one, the text as its body, notes as sources to fill, and what was not
/// understood as comments at the head, where an editor meets it first.
/// </summary>
internal static class ManuscriptDraft
{
    /// <summary>What a headline may have (docs/content.md); a longer title stays in the text.</summary>
    private const int LongestHeadline = 24;

    private static readonly string[] Questions = ["问", "Q", "记者"], Answers = ["答", "A"];

    /// <param name="name">Of the manuscript's file.</param>
    public static string Write(EntryKind kind, string id, string name, Manuscript manuscript, Taxonomies words)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var blocks = manuscript.Blocks;
        if (manuscript.Title is { } title)
        {
            if (kind == EntryKind.Dialogue)
            {
                known["title"] = Quoted(title);
            }
            else if (title.Length <= LongestHeadline)
            {
                known["headline"] = Quoted(title);
            }
            else
            {
                blocks = [new HeadingBlock(1, [new TextInline(title)]), .. blocks];
            }
        }

        if (kind == EntryKind.Dialogue)
        {
            var (exchanges, others) = Exchanges(blocks);
            blocks = others;
            if (exchanges.Count > 0)
            {
                known["exchanges"] = string.Concat(exchanges.Select(e =>
                    $"\n  - question: {Quoted(e.Question)}\n    answer: {Quoted(e.Answer)}"));
            }
        }

        if (manuscript.Notes.Count > 0)
        {
            known["sources"] = string.Concat(manuscript.Notes.Select((note, i) =>
                $"\n  - id: {MarkdownWriter.SourceOf(i + 1)}\n    title: {Quoted(note)}\n    publisher:\n    grade:"));
        }

        return Skeleton.Write(kind.Name, id, words, known, Head(name, manuscript), MarkdownWriter.Write(blocks));
    }

    private static string Head(string name, Manuscript manuscript)
    {
        var text = new StringBuilder().Append("# 由 ").Append(OneLine(name)).Append(" 导入");
        text.Append(manuscript.Notes.Count > 0 ? ";注释成了 sources,请补齐出版者和等级。\n" : "。\n");
        if (manuscript.Unread.Count > 0)
        {
            text.Append("# 没有进正文的(对照原稿看过就可以删去这几行):\n");
            foreach (var piece in manuscript.Unread)
            {
                text.Append("# · ").Append(piece.What.Zh).Append(piece.Text.Length > 0 ? ":" : "").Append(OneLine(piece.Text)).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>
    /// 问:… 答:…, and the paragraphs behind an answer up to the next question; whatever stands before the first is the body.
    /// </summary>
    private static (IReadOnlyList<(string Question, string Answer)> Exchanges, IReadOnlyList<Block> Others) Exchanges(
        IReadOnlyList<Block> blocks)
    {
        var (exchanges, others) = (new List<(string Question, StringBuilder Answer)>(), new List<Block>());
        foreach (var block in blocks)
        {
            var text = block is ParagraphBlock paragraph ? PlainText.Of(paragraph.Inlines) : "";
            var hasNotes = block is ParagraphBlock { Inlines: var inlines } && inlines.Any(i => i is NoteInline);
            if (After(text, Questions) is { } question && !hasNotes)
            {
                exchanges.Add((question, new()));
            }
            else if (exchanges.Count == 0 || block is not ParagraphBlock || hasNotes)
            {
                others.Add(block); // an exchange has no place for pictures, tables and marks of sources
            }
            else
            {
                var answer = exchanges[^1].Answer;
                answer.Append(answer.Length > 0 ? "\n" : "").Append(After(text, Answers) ?? text);
            }
        }

        return ([.. exchanges.Select(e => (e.Question, e.Answer.ToString()))], others);
    }

    private static string? After(string text, string[] speakers)
    {
        foreach (var speaker in speakers)
        {
            if (text.StartsWith(speaker, StringComparison.Ordinal) && text.Length > speaker.Length && text[speaker.Length] is '：' or ':')
            {
                return text[(speaker.Length + 1)..].Trim();
            }
        }

        return null;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A double-quoted scalar (YAML 1.2.2, 7.3.1).</summary>
    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\t", " ", StringComparison.Ordinal) + "\"";
}
