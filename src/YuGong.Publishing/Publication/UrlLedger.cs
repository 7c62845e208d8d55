using System.Text;
using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>
/// <c>input/urls.txt</c>: every address that was ever published, one a line, kept under version control. Printed codes and
/// other people's links point at them, so none may vanish unnoticed. <c>#</c> begins a comment.
/// </summary>
public sealed class UrlLedger
{
    /// <summary>A suggestion compares with every living address; after this many the author needs another kind of help.</summary>
    private const int Suggested = 20;

    private readonly IReadOnlyList<Line> lines;

    private UrlLedger(IReadOnlyList<Line> lines) => this.lines = lines;

    public IEnumerable<string> Addresses => lines.Where(line => !line.IsNote).Select(line => line.Text);

    public static UrlLedger Parse(SourceFile file, Diagnostics diagnostics)
    {
        var read = new List<Line>();
        var start = 0;
        foreach (var raw in file.Text.Split('\n'))
        {
            var text = raw.Trim();
            var span = file.Span(start + raw.IndexOf(text), text.Length);
            start += raw.Length + 1;
            if (text.Length == 0)
            {
                continue;
            }

            if (text[0] != '#' && !OutputPath.IsAddress(text))
            {
                diagnostics.Report(PublishingRules.NoAddress, span, text);
                continue;
            }

            read.Add(new(text, span));
        }

        return new(read);
    }

    /// <summary>Reports every address of the ledger that the new site lacks. Addresses of redirect pages count as living.</summary>
    public void Check(IEnumerable<string> living, Diagnostics diagnostics)
    {
        var all = living.ToHashSet(StringComparer.Ordinal);
        var suggestions = 0;
        foreach (var line in lines.Where(line => line.IsAddress && !all.Contains(line.Text)).DistinctBy(line => line.Text))
        {
            var nearest = suggestions++ < Suggested ? Nearest(line.Text, all) : null;
            diagnostics.Report(PublishingRules.VanishedAddress, line.Span, line.Text, nearest ?? "–");
        }
    }

    /// <summary>
    /// Writes new addresses into the ledger, sorted, each comment staying above the address it was written for. False when
    /// there was nothing new; then the file is not touched.
    /// </summary>
    public bool Append(string path, IEnumerable<string> addresses)
    {
        var known = Addresses.ToHashSet(StringComparer.Ordinal);
        var fresh = addresses.Where(known.Add).ToList();
        if (fresh.Count == 0)
        {
            return false;
        }

        var entries = new SortedDictionary<string, string>(StringComparer.Ordinal);
        string header = "", notes = "";
        foreach (var line in lines)
        {
            if (line.IsNote)
            {
                notes += line.Text + "\n";
            }
            else if (entries.Count == 0 && header.Length == 0)
            {
                // Comments at the very top speak of the whole file.
                (header, notes) = (notes, "");
                entries[line.Text] = "";
            }
            else
            {
                entries[line.Text] = entries.GetValueOrDefault(line.Text) + notes;
                notes = "";
            }
        }

        foreach (var address in fresh)
        {
            entries[address] = "";
        }

        var text = new StringBuilder(header);
        foreach (var (address, above) in entries)
        {
            text.Append(above).Append(address).Append('\n');
        }

        AtomicFile.Write(path, text.Append(notes).ToString());
        return true;
    }

    /// <summary>
    /// First the same last name under another folder (a section was renamed), then the same folder with a slip of the finger.
    /// </summary>
    private static string? Nearest(string address, IReadOnlySet<string> living)
    {
        string folder = FolderOf(address), name = address[folder.Length..];
        return living.Where(other => other[FolderOf(other).Length..] == name).Order(StringComparer.Ordinal).FirstOrDefault()
            ?? (Suggestion.Nearest(name, living.Where(other => FolderOf(other) == folder)
                .Select(other => other[folder.Length..])) is { } slip ? folder + slip : null);
    }

    private static string FolderOf(string address) => address[..(address.TrimEnd('/').LastIndexOf('/') + 1)];

    private sealed record Line(string Text, SourceSpan Span)
    {
        public bool IsNote => Text[0] == '#';

        public bool IsAddress => Text[0] == '/';
    }
}
