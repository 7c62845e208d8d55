using System.Globalization;
using System.Text.RegularExpressions;
using YuGong.Desk;
using YuGong.Manuscripts;

namespace YuGong.Cli;

/// <summary>What was pasted, as the body's Markdown.</summary>
/// <param name="Notes">The text of each note, in order: they become sources to fill, named behind those that are there.</param>
/// <param name="Unread">What has no place in the text, in words.</param>
internal sealed record Pasted(string Text, IReadOnlyList<string> Notes, IReadOnlyList<string> Unread);

/// <summary>
/// Text from Word, WPS, WeChat or a web page into a body: structure stays, pictures go into the entry, notes become sources. Read by
/// the same reader as imported manuscripts; nothing is fetched.
/// </summary>
internal sealed partial class EntryPaste(WritingDesk writing)
{
    /// <param name="after">The number of the last source that is there.</param>
    public async Task<(Pasted? Pasted, string? Why)> ReadAsync(DeskCollection collection, string id, string html, string after,
        Editor editor)
    {
        Manuscript read;
        try
        {
            read = HtmlReader.Read(html);
        }
        catch (ReadingException e)
        {
            return (null, e.Words.Zh);
        }

        var (blocks, unread) = await PutAsync(collection, id, read, editor);
        IReadOnlyList<Block> known = read.Title is { } title ? [new HeadingBlock(1, [new TextInline(title)]), .. blocks] : blocks;
        var first = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : 0;
        var text = known.Count == 0 ? "" : Cite().Replace(MarkdownWriter.Write(known),
            m => $"[@{MarkdownWriter.SourceOf(int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture) + first)}]");
        return (new(text.TrimEnd('\n'), read.Notes, unread), null);
    }

    /// <summary>Puts the pictures of a manuscript into the entry.</summary>
    /// <returns>The text with their names there, and what has no place in it, in words.</returns>
    public async Task<(IReadOnlyList<Block> Blocks, List<string> Unread)> PutAsync(DeskCollection collection, string id, Manuscript read,
        Editor editor)
    {
        var unread = read.Unread.Select(u => u.Text.Length > 0 ? $"{u.What.Zh}:{u.Text}" : u.What.Zh).ToList();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var picture in read.Pictures)
        {
            var (name, refused) = await writing.UploadAsync(collection, id, picture.Name, picture.Bytes, editor);
            if (name is not null)
            {
                names[picture.Name] = name;
            }
            else
            {
                unread.Add($"图片 {picture.Name}:{(refused!.Body as Refusal)?.Error ?? "不收"}");
            }
        }

        return ([.. read.Blocks.Where(b => b is not FigureBlock figure || names.ContainsKey(figure.Picture))
            .Select(b => b is FigureBlock figure ? figure with { Picture = names[figure.Picture] } : b)], unread);
    }

    [GeneratedRegex(@"\[@s([0-9]{1,6})\]", RegexOptions.None, 1000)]
    private static partial Regex Cite();
}
