using YuGong.Text;

namespace YuGong.Content;

/// <summary>Where the front matter and the body of a file are.</summary>
internal readonly record struct FrontMatter(int Start, int Length, int BodyStart)
{
    public static FrontMatter? Find(SourceFile file, Diagnostics diagnostics)
    {
        var text = file.Text;
        if (!IsFence(text, 0, out var start))
        {
            diagnostics.Report(ContentRules.NoFrontMatter, file.Span(0, 0));
            return null;
        }

        for (var line = start; line < text.Length;)
        {
            if (IsFence(text, line, out var body))
            {
                return new(start, line - start, body);
            }

            var next = text.IndexOf('\n', line);
            line = next < 0 ? text.Length : next + 1;
        }

        diagnostics.Report(ContentRules.FrontMatterOpen, file.Span(0, 3));
        return null;
    }

    private static bool IsFence(string text, int at, out int after)
    {
        after = at + 3;
        if (string.CompareOrdinal(text, at, "---", 0, 3) != 0)
        {
            return false;
        }

        while (after < text.Length && text[after] is ' ' or '\r')
        {
            after++;
        }

        if (after == text.Length)
        {
            return true;
        }

        return text[after++] == '\n';
    }
}
