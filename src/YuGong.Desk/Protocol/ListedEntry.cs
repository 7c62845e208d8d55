using System.Text;

namespace YuGong.Desk;

/// <summary>
/// An entry as a list shows it: the keys that the list names, groups, filters, sorts and searches by, and no body. Decap reads the YAML of
/// every entry before it shows the first, and asks for an entry again, whole, when it is opened.
/// </summary>
public static class ListedEntry
{
    private static readonly string[] Always = ["id", "status", "sample", "updated", "author", "latin_name", "pinyin"];

    /// <param name="text">The file; what is not front matter as people write it comes back whole.</param>
    public static string Of(DeskCollection collection, string text)
    {
        var lines = text.Split('\n');
        var end = Array.FindIndex(lines, 1, l => l.TrimEnd('\r') == "---");
        if (lines[0].TrimEnd('\r') != "---" || end < 0)
        {
            return text;
        }

        var kept = new StringBuilder("---\n");
        var keeping = false;
        foreach (var line in lines.AsSpan(1, end - 1))
        {
            if (line.Length > 0 && !char.IsWhiteSpace(line[0]))
            {
                var key = line.AsSpan(0, Math.Max(0, line.IndexOf(':')));
                keeping = key.SequenceEqual(collection.TitleKey) || IsIn(key, Always) || IsIn(key, collection.Lists);
            }

            if (keeping)
            {
                // An alias stands for something that may have been left out.
                if (line.Contains('*'))
                {
                    return text;
                }

                kept.Append(line).Append('\n');
            }
        }

        return kept.Append("---\n").ToString();
    }

    private static bool IsIn(ReadOnlySpan<char> key, IReadOnlyList<string> keys)
    {
        foreach (var one in keys)
        {
            if (key.SequenceEqual(one))
            {
                return true;
            }
        }

        return false;
    }
}
