using Xunit;

namespace YuGong.Tests.Findings;

/// <summary>
/// A small change to a text, written as in a diff: lines to find (blank or <c>-</c> in front) and lines to put there (<c>+</c>).
/// </summary>
internal static class Edit
{
    /// <param name="name">Of the text, for the failure.</param>
    /// <param name="edit">Places in order, separated by lines <c>@</c>.</param>
    public static string Apply(string name, string text, string edit)
    {
        var lines = text.TrimEnd('\n').Split('\n').ToList();
        var from = 0;
        foreach (var place in edit.TrimEnd('\n').Split("\n@\n"))
        {
            var marked = place.Split('\n');
            Assert.All(marked, line => Assert.True(line.Length > 0 && line[0] is ' ' or '-' or '+',
                $"{name}: '{line}' begins with none of blank, - and +."));
            string[] old = [.. marked.Where(l => l[0] != '+').Select(l => l[1..])];
            var at = Enumerable.Range(from, Math.Max(0, lines.Count - old.Length - from + 1))
                .FirstOrDefault(i => lines.Skip(i).Take(old.Length).SequenceEqual(old), -1);
            Assert.True(at >= 0 && old.Length > 0, $"{name} does not hold\n{string.Join('\n', old)}");
            lines.RemoveRange(at, old.Length);
            string[] fresh = [.. marked.Where(l => l[0] != '-').Select(l => l[1..])];
            lines.InsertRange(at, fresh);
            from = at + fresh.Length;
        }

        return string.Join('\n', lines) + "\n";
    }
}
