using System.Buffers;
using YuGong.Text;

namespace YuGong.Content.Markdown;

/// <summary>
/// How much of anything a body may hold. Reading Markdown takes time that grows with the square of some marks, and a parser has been known
/// to lose its way; a story of 1,200 characters comes near none of these bounds.
/// </summary>
internal static class BodyBounds
{
    private const int MostCharacters = 200_000, MostHeadings = 500;

    /// <summary>Measured: each of these alone keeps a body's reading below two seconds.</summary>
    private static readonly (string Marks, int Most)[] Marks = [("[", 2_000), ("`", 2_000), ("*_", 4_000), ("|", 10_000)];

    private static readonly SearchValues<char> Counted = SearchValues.Create("[`*_|#=-");

    /// <summary>Where the body has too much of something, and of what; null when it is bounded.</summary>
    public static (int At, Phrase What)? Exceeded(ReadOnlySpan<char> body)
    {
        if (body.Length > MostCharacters)
        {
            return (MostCharacters, new($"有 {body.Length} 个字符,最多 {MostCharacters} 个",
                $"{body.Length} characters, at most {MostCharacters}"));
        }

        // Fewer marks of all kinds than the smallest bound: nothing is to be counted.
        var all = 0;
        for (var rest = body; all <= MostHeadings && rest.IndexOfAny(Counted) is >= 0 and var next; rest = rest[(next + 1)..])
        {
            all++;
        }

        return all <= MostHeadings ? null : TooManyMarks(body) ?? TooManyHeadings(body);
    }

    private static (int At, Phrase What)? TooManyMarks(ReadOnlySpan<char> body)
    {
        foreach (var (marks, most) in Marks)
        {
            var (at, count) = (-1, 0);
            while (body[(at + 1)..].IndexOfAny(marks) is >= 0 and var next)
            {
                at += next + 1;
                if (++count > most)
                {
                    var shown = string.Join(' ', marks.ToCharArray());
                    return (at, new($"的 {shown} 超过了 {most} 个", $"more than {most} of {shown}"));
                }
            }
        }

        return null;
    }

    private static (int At, Phrase What)? TooManyHeadings(ReadOnlySpan<char> body)
    {
        var (start, count) = (0, 0);
        foreach (var line in body.EnumerateLines())
        {
            var words = line.TrimStart(" \t>+*").TrimEnd();
            var isHeading = words.StartsWith('#') || (words.Length > 0 && (words.TrimStart('-').IsEmpty || words.TrimStart('=').IsEmpty));
            if (isHeading && ++count > MostHeadings)
            {
                return (start, new($"的小标题超过了 {MostHeadings} 个", $"more than {MostHeadings} headings"));
            }

            start = Math.Min(body.Length, start + line.Length + 1);
        }

        return null;
    }
}
