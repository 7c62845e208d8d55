using System.Globalization;
using System.Text.RegularExpressions;
using YuGong.Content.CopyDesk;
using YuGong.Text;
using YuGong.Text.Intake;

namespace YuGong.Content;

/// <summary>
/// Captions in WebVTT (W3C), as far as a mistake would hide them: the first line, the times of cues, their order, and that they end before
/// the film does. Their words are read by the copy desk.
/// </summary>
internal static partial class CaptionFile
{
    private const long Largest = 2_000_000;

    public static void Check(Video video, Ref captions, CopyReader copy, Diagnostics diagnostics)
    {
        var folder = video.Header.Folder;
        var info = new FileInfo(folder.At(captions.Id));
        var shown = $"{folder.Path}/{captions.Id}";
        if (info.Exists && info.Length > Largest)
        {
            diagnostics.Report(CollectionRules.BadCaptions, captions.Span, captions.Id, new Phrase("字幕不会超过 2 MB;看看是不是放错了文件。",
                "Captions never have more than 2 MB; see whether this is the wrong file."));
            return;
        }

        string words;
        try
        {
            words = PlainFile.Text(info.FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.Report(CollectionRules.BadCaptions, captions.Span, captions.Id, new Phrase("这个文件打不开;看看权限,或它是不是一个文件。",
                "The file cannot be opened; see who may read it, and whether it is a file."));
            return;
        }

        var taken = TextIntake.Take(words, IntakeForm.Lines);
        var file = new SourceFile(shown, taken);
        IntakeReport.Report(file, taken.Finds, diagnostics);
        if (!Signature().IsMatch(file.Text))
        {
            Say(file.Span(0, FirstLine(file.Text)), new("第一行写 WEBVTT,空一行,再一段一段写时间和字幕。",
                "Write WEBVTT in the first line, then an empty line, then times and captions, cue by cue."));
            return;
        }

        double last = 0;
        var (cues, said) = (new List<(int Start, int End)>(), false);
        foreach (var line in Arrow().EnumerateMatches(file.Text))
        {
            var text = file.Text.Substring(line.Index, line.Length);
            var span = file.Span(line.Index, line.Length);
            if (Times().Match(text) is not { Success: true } times
                || (Seconds(times.Groups[1].Value), Seconds(times.Groups[2].Value)) is not ({ } from, { } to))
            {
                Say(span, new("时间写成 00:00:01.000 --> 00:00:04.000 的样子:毫秒三位,用点。",
                    "Times look like 00:00:01.000 --> 00:00:04.000: three digits of milliseconds behind a dot."));
                continue;
            }

            cues.Add(WordsBehind(file.Text, line.Index + line.Length));
            if (to <= from || from < last)
            {
                Say(span, to <= from ? new("这一段的结束要在开始之后。", "This cue must end after it begins.")
                    : new("按时间先后排:这一段比上一段开始得早。", "Put the cues in order: this one begins before the one above."));
            }
            else if (to > video.Duration + 1)
            {
                Say(span, new($"影片只有 {video.Duration} 秒(duration);改时间,或改 duration。",
                    $"The film has only {video.Duration} seconds (duration); change the times, or the duration."));
            }

            last = from;
        }

        copy.ReadCaptions(file, cues, FrontMatterBlock.Read(video.Header.Body.File, new()), diagnostics);
        if (cues.Count == 0 && !said)
        {
            Say(file.Span(0, FirstLine(file.Text)), new("一段字幕也没有;照 00:00:01.000 --> 00:00:04.000 和下一行的字写。",
                "There is not one cue; write 00:00:01.000 --> 00:00:04.000 and the words in the next line."));
        }

        void Say(SourceSpan span, Phrase hint)
        {
            said = true;
            diagnostics.Report(CollectionRules.BadCaptions, span, captions.Id, hint);
        }
    }

    /// <summary>The lines below, up to an empty one.</summary>
    private static (int Start, int End) WordsBehind(string text, int timesEnd)
    {
        var start = Math.Min(timesEnd + 1, text.Length);
        var length = start == text.Length || text[start] == '\n' ? 0 : text.AsSpan(start).IndexOf("\n\n");
        return (start, length < 0 ? text.Length : start + length);
    }

    private static int FirstLine(string text) => text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? end : text.Length;

    private static double? Seconds(string text)
    {
        var parts = text.Split(':').Reverse().Select(p => double.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        return parts[0] < 60 && parts[1] < 60 ? parts[0] + (parts[1] * 60) + (parts.Length > 2 ? parts[2] * 3600 : 0) : null;
    }

    [GeneratedRegex(@"\A\uFEFF?WEBVTT([ \t][^\n]*)?(\r?\n|\z)", RegexOptions.None, 1000)]
    private static partial Regex Signature();

    [GeneratedRegex(@"^[^\n]*-->[^\n]*$", RegexOptions.Multiline, 1000)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"^\s*((?:\d{2,}:)?\d{2}:\d{2}\.\d{3})[ \t]+-->[ \t]+((?:\d{2,}:)?\d{2}:\d{2}\.\d{3})([ \t].*)?\s*$", RegexOptions.None,
        1000)]
    private static partial Regex Times();
}
