using YamlDotNet.Core;
using YuGong.Text;
using YuGong.Text.Intake;

namespace YuGong.Content.Yaml;

/// <summary>
/// Values over several lines: YAML puts a blank where a line was wrapped, and Chinese has none there. Literal blocks (<c>|</c>) keep
/// their lines.
/// </summary>
internal static class FoldedLines
{
    /// <summary>Characters on each side of a break by which its place in the value is known.</summary>
    private const int Around = 12;

    public static string Join(string value, SourceSpan place, ScalarStyle style)
    {
        var written = place.File.Text.AsSpan(place.Start, place.Length);
        if (style == ScalarStyle.Literal || !written.Contains('\n'))
        {
            return value;
        }

        var (from, before) = (0, default(string));
        foreach (var part in written.EnumerateLines())
        {
            var line = part.Trim();
            if (before is { Length: > 0 } && line.Length > 0 && Tight.Joins(before[^1], line[0]))
            {
                var head = before[Math.Max(0, before.Length - Around)..];
                var tail = line[..Math.Min(line.Length, Around)].TrimEnd("\"'\\ ");
                var at = value.IndexOf($"{head} {tail}", from, StringComparison.Ordinal);
                if (at >= 0)
                {
                    from = at + head.Length;
                    value = value.Remove(from, 1);
                }
            }

            before = line.TrimStart("\"'").ToString();
        }

        return value;
    }
}
