using System.Text;
using System.Text.RegularExpressions;

namespace YuGong.Tests.Findings;

/// <summary>A part of an example: <c>-- input/stories/x/index.md (edit) --</c> and the lines below it.</summary>
/// <param name="How">What stands in brackets after the path, or empty.</param>
internal sealed record Section(string Path, string How, string Text)
{
    public string Header => How.Length == 0 ? $"-- {Path} --" : $"-- {Path} ({How}) --";
}

/// <summary>
/// A mistake as one text file, in the manner of Go's testscript: a comment in Chinese, the files that differ from
/// <c>base.txt</c>, and what is said of them. How a section becomes a file, or a build, is told in <see cref="ExampleProject"/>.
/// </summary>
internal sealed partial record Example(string Name, string Comment, IReadOnlyList<Section> Sections)
{
    public const string FindingsPath = "findings";

    /// <summary>YG133 of <c>YG133-wrong-shape.txt</c>.</summary>
    public string Code => Name[..5];

    public Section Findings => Sections.First(s => s.Path == FindingsPath);

    public IEnumerable<Section> Input => Sections.TakeWhile(s => s.Path != FindingsPath);

    /// <summary>Whether it needs more than the SDK: the program, the press, or the libraries that look at a file beside an entry.</summary>
    public bool NeedsMoreThanTheSdk =>
        Findings.How.Split(' ')[0] is "build" or "leads" or "posters" or "article" or "book" or "import"
        || Input.Any(s => IsCommand(s) || IsBesideAnEntry(s.Path));

    public static Example Parse(string name, string text)
    {
        var comment = new StringBuilder();
        var sections = new List<Section>();
        var lines = new StringBuilder();
        foreach (var line in text.Split('\n')[..^1])
        {
            if (HeaderLine().Match(line) is { Success: true } header)
            {
                Close();
                sections.Add(new(header.Groups["path"].Value, header.Groups["how"].Value, ""));
            }
            else
            {
                (sections.Count == 0 ? comment : lines).Append(line).Append('\n');
            }
        }

        Close();
        return new(name, comment.ToString(), sections);

        void Close()
        {
            if (sections.Count > 0)
            {
                sections[^1] = sections[^1] with { Text = lines.ToString() };
            }

            lines.Clear();
        }
    }

    public Example Finding(string text) =>
        this with { Sections = [.. Sections.Select(s => s.Path == FindingsPath ? s with { Text = text } : s)] };

    public override string ToString() => Comment + string.Concat(Sections.Select(s => $"{s.Header}\n{s.Text}"));

    private static bool IsCommand(Section section) => section.How.Length == 0 && section.Path is "build" or "leads";

    private static bool IsBesideAnEntry(string path) =>
        path.StartsWith("input/", StringComparison.Ordinal) && path.Split('/').Length > 3
        && !path.EndsWith(".md", StringComparison.Ordinal);

    [GeneratedRegex(@"^-- (?<path>\S+)(?: \((?<how>.+)\))? --$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HeaderLine();
}
