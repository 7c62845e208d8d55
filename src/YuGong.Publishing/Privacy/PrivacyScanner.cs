using System.Text;
using YuGong.Text;
using YuGong.Text.Privacy;

namespace YuGong.Publishing.Privacy;

/// <summary>Something private in a file, or a reason why nobody can say that there is nothing.</summary>
/// <param name="Path">As people know the file.</param>
/// <param name="Inside">Where in the file: a document of an archive, a page, 文件名; empty for a place in its text.</param>
/// <param name="Match">Null when the file cannot be read.</param>
/// <param name="Text">The file as text, for the place; null in a name, in metadata or in an archive.</param>
public sealed record PrivateFinding(string Path, string Inside, PrivateMatch? Match, SourceFile? Text)
{
    /// <summary>Why it cannot be read, in Chinese; null for a match.</summary>
    public Phrase? Unreadable { get; init; }
}

/// <summary>
/// Searches files of any kind for what is private: their names, their texts, their metadata, what they contain. The only scanner
/// of the house: <c>build</c>, <c>check</c>, <c>scan</c>, <c>leads scan</c>, a withdrawal's proof and uploads use it. Safe from many
/// threads.
/// </summary>
public sealed class PrivacyScanner(PrivacyMatcher matcher)
{
    private const string InName = "文件名";

    private bool withPages = true;

    /// <summary>Changes when another value, or another way to look, could find something in a file that was clean.</summary>
    public Fingerprint Key { get; } = matcher.Key.With(ProgramId.Of(typeof(PrivacyScanner)));

    /// <summary>For PDFs that our own press has made of the site's words: their pages are not read again.</summary>
    public PrivacyScanner WithoutPages() => new(matcher) { withPages = false };

    /// <summary>Everything private in a file, each value once at the first place where it stands.</summary>
    public IReadOnlyList<PrivateFinding> Scan(string path, ReadOnlyMemory<byte> bytes)
    {
        List<PrivateFinding>? found = null;
        foreach (var match in matcher.Find(path))
        {
            (found ??= []).Add(new(path, InName, match, null));
        }

        var reading = new FileReading { WithPages = withPages };
        if (FileReading.Whole(path, bytes.Span) is { } whole && System.Text.Unicode.Utf8.IsValid(bytes.Span))
        {
            SourceFile? text = null;
            var (words, files) = DataUrls.TakeOut(whole.Text);
            foreach (var match in matcher.Find(words, whole.Form))
            {
                (found ??= []).Add(new(path, "", match, text ??= new(path, whole.Text)));
            }

            TakeParts(path, reading.Embedded(files), ref found);
            return found ?? [];
        }

        var file = bytes.ToArray();
        TakeParts(path, reading.In(path, file).Concat(Raw(path, file)), ref found);
        return found ?? [];
    }

    private void TakeParts(string path, IEnumerable<FileText> parts, ref List<PrivateFinding>? found)
    {
        foreach (var text in parts)
        {
            if (text.Unreadable is { } why)
            {
                (found ??= []).Add(new(path, text.Inside, null, null) { Unreadable = why });
            }

            foreach (var match in text.Text.Length == 0 ? [] : matcher.Find(text.Text, text.Form))
            {
                if (found?.Exists(f => f.Match?.Value == match.Value && f.Match.Registered == match.Registered) != true)
                {
                    (found ??= []).Add(new(path, text.Inside, match, null));
                }
            }
        }
    }

    /// <summary>Registered words are also looked for in bytes that nobody understands, as UTF-8 and as UTF-16.</summary>
    private IEnumerable<FileText> Raw(string path, byte[] bytes)
    {
        if (!matcher.HasWords || FileReading.Whole(path, bytes) is not null)
        {
            yield break;
        }

        yield return new("", Encoding.UTF8.GetString(bytes), TextForm.Noise);
        if (FileReading.IsPacked(path, bytes))
        {
            yield break; // among millions of packed bytes the four of a short name turn up by chance
        }

        for (var shift = 0; shift < 2 && bytes.Length > shift; shift++)
        {
            yield return new("", Encoding.BigEndianUnicode.GetString(bytes, shift, bytes.Length - shift), TextForm.Noise);
            yield return new("", Encoding.Unicode.GetString(bytes, shift, bytes.Length - shift), TextForm.Noise);
        }
    }
}
