using YuGong.Text;

namespace YuGong.Pages;

/// <summary>Finds what would make a page ask another host for a style, a script, a font or a picture. Links to follow are fine.</summary>
internal static class ExternalUrlCheck
{
    private static readonly string[] Before =
        ["src=\"", "src='", "srcset=\"", "poster=\"", "url(", "url(\"", "url('", "@import \"", "@import '"];

    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create("\"')> \n");

    public static void Check(SourceFile file, Diagnostics diagnostics)
    {
        for (var at = Next(file.Text, 0); at >= 0; at = Next(file.Text, at + 2))
        {
            // The address may leave its scheme out; "//" alone is also how a comment begins in a script.
            var start = at >= 6 && file.Text.AsSpan(at - 6, 6) is "https:" ? at - 6 : at >= 5 && file.Text.AsSpan(at - 5, 5) is "http:"
                ? at - 5
                : at;
            var lead = file.Text.AsSpan(0, start);
            if (IsRequest(lead))
            {
                var end = file.Text.AsSpan(start).IndexOfAny(Ends);
                var address = end < 0 ? file.Text[start..] : file.Text.Substring(start, end);
                diagnostics.Report(PageRules.LeavesTheSite, file.Span(start, address.Length), address);
            }
        }
    }

    private static int Next(string text, int from) => text.IndexOf("//", from, StringComparison.Ordinal);

    private static bool IsRequest(ReadOnlySpan<char> lead)
    {
        foreach (var before in Before)
        {
            if (lead.EndsWith(before, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        if (!lead.EndsWith("href=\"", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var tag = lead[lead.LastIndexOf('<')..];
        return tag.StartsWith("<link ", StringComparison.OrdinalIgnoreCase) && !tag.Contains("canonical", StringComparison.Ordinal);
    }
}
