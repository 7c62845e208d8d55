using System.Text;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Posters.Codes;

/// <summary>A short code, what it was printed for, and the page it leads to.</summary>
/// <param name="Subject"><c>story:shui-xiheng</c>, or <c>site</c> for posters about all.</param>
/// <param name="Address">On this site: <c>/people/shui-xiheng/</c>.</param>
public sealed record ShortLink(string Code, string Subject, string Address)
{
    /// <summary>Where the code leads first, and what is printed: <c>/q/k7m2/</c>.</summary>
    public string Short => $"/q/{Code}/";
}

/// <summary>
/// <c>input/codes.txt</c>: every code that was ever given out, kept under version control. A printed code cannot be called back, so a line
/// never goes away; where it leads may change. Codes come from the subject's name, so that two machines give the same.
/// </summary>
public sealed class ShortLinks
{
    /// <summary>Letters and digits that nobody confuses when typing a code from a poster.</summary>
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";

    private readonly IReadOnlyList<string> notes;
    private readonly IReadOnlyList<(ShortLink Code, SourceSpan Span)> known;
    private readonly int written;

    private ShortLinks(IReadOnlyList<string> notes, IReadOnlyList<(ShortLink, SourceSpan)> known, int written) =>
        (this.notes, this.known, this.written) = (notes, known, written);

    public IEnumerable<ShortLink> Codes => known.Select(k => k.Code);

    /// <summary>Whether codes were given out that the file does not hold yet.</summary>
    public bool IsNew => known.Count > written;

    public static ShortLinks Parse(SourceFile file, Diagnostics diagnostics)
    {
        var (notes, read, seen, start) =
            (new List<string>(), new List<(ShortLink, SourceSpan)>(), new HashSet<string>(StringComparer.Ordinal), 0);
        foreach (var raw in file.Text.Split('\n'))
        {
            var text = raw.Trim();
            var span = file.Span(start + raw.IndexOf(text), text.Length);
            start += raw.Length + 1;
            if (text.StartsWith('#'))
            {
                notes.Add(text);
            }
            else if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var code, var subject, ['/', ..] address]
                && code.All(char.IsAsciiLetterOrDigit) && seen.Add(code))
            {
                read.Add((new(code, subject, address), span));
            }
            else if (text.Length > 0)
            {
                diagnostics.Report(PressRules.BadCodeLine, span, text);
            }
        }

        return new(notes, read, read.Count);
    }

    /// <summary>
    /// The ledger in which every story and the site itself have a code. What has one keeps it; its address follows the story.
    /// </summary>
    public ShortLinks With(Site site)
    {
        var next = known.ToList();
        var taken = next.Select(k => k.Code.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var (subject, address) in site.Stories.Select(s => ($"story:{s.Id}", EntryAddresses.Of(s))).Prepend(("site", "/"))
            .OrderBy(s => s.Item1, StringComparer.Ordinal))
        {
            if (!next.Exists(k => k.Code.Subject == subject))
            {
                next.Add((new(Fresh(subject, taken), subject, address), default));
            }
        }

        return new(notes, next, written);
    }

    /// <summary>The code of a subject that <see cref="With"/> has seen.</summary>
    public ShortLink Of(string subject) => known.First(k => k.Code.Subject == subject).Code;

    /// <summary>Reports codes whose page the new site lacks.</summary>
    /// <param name="living">Every address of the new site, redirects too.</param>
    public void Check(IEnumerable<string> living, Diagnostics diagnostics)
    {
        var all = living.ToHashSet(StringComparer.Ordinal);
        foreach (var (code, span) in known.Where(k => k.Span.File is not null && !all.Contains(k.Code.Address)))
        {
            diagnostics.Report(PressRules.CodeWithoutTarget, span, code.Code, code.Address);
        }
    }

    /// <summary>The file's text: comments on top, then codes in the order of their subjects.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var note in notes.Count > 0 ? notes : ["# 印在海报上的短码:短码 条目 地址。程序写,人不删;地址可以改到接替的页面。"])
        {
            text.Append(note).Append('\n');
        }

        foreach (var code in Codes.OrderBy(c => c.Subject, StringComparer.Ordinal))
        {
            text.Append(code.Code).Append(' ').Append(code.Subject).Append(' ').Append(code.Address).Append('\n');
        }

        return text.ToString();
    }

    private static string Fresh(string subject, HashSet<string> taken)
    {
        for (var turn = 0; ; turn++)
        {
            var bits = Fingerprint.Of($"code:{subject}:{turn}").Value;
            var code = string.Concat(Enumerable.Range(0, 4 + (turn / 8))
                .Select(i => Letters[(int)(bits >> (i * 6) & 63) % Letters.Length]));
            if (taken.Add(code))
            {
                return code;
            }
        }
    }
}
