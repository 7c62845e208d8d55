namespace YuGong.Desk;

/// <summary>A commit as a list shows it.</summary>
/// <param name="Hash">40 hexadecimal digits.</param>
/// <param name="Files">Relative to the repository.</param>
public sealed record Commit(string Hash, string Author, DateTimeOffset At, string Subject, IReadOnlyList<string> Files);

/// <summary>A piece of a changed line.</summary>
/// <param name="Kind">' ' as it was, '+' came, '-' went.</param>
public sealed record DiffWord(char Kind, string Text);

/// <summary>What a commit changed in one entry: lines of words, the unchanged far from any change left away.</summary>
/// <param name="Head">Where a run of lines begins, as git says it; null for a line of text.</param>
public sealed record DiffLine(string? Head, IReadOnlyList<DiffWord> Words)
{
    /// <summary>Reads <c>git diff --word-diff=porcelain</c>: a word run a line, <c>~</c> where a line of the file ends.</summary>
    public static IReadOnlyList<DiffLine> Read(string porcelain)
    {
        var lines = new List<DiffLine>();
        var words = new List<DiffWord>();
        var inside = false;
        foreach (var line in porcelain.Split('\n'))
        {
            if (line.StartsWith("@@", StringComparison.Ordinal))
            {
                inside = true;
                lines.Add(new(line, []));
            }
            else if (line.StartsWith("diff --git", StringComparison.Ordinal))
            {
                inside = false;
                lines.Add(new(NameIn(line), []));
            }
            else if (inside && line == "~")
            {
                lines.Add(new(null, [.. words]));
                words.Clear();
            }
            else if (inside && line.Length > 0 && line[0] is ' ' or '+' or '-')
            {
                words.Add(new(line[0], line[1..]));
            }
        }

        return lines;
    }

    private static string NameIn(string header) =>
        header.LastIndexOf(" b/", StringComparison.Ordinal) is var at and > 0 ? header[(at + 3)..] : header;
}
