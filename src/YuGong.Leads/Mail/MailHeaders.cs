using System.Globalization;
using System.Text;

namespace YuGong.Leads;

/// <summary>The head of a mail or of one of its parts (RFC 5322, 2.2), with lines unfolded. Characters are bytes until they are decoded.</summary>
internal sealed class MailHeaders
{
    private readonly List<(string Name, string Value)> lines = [];

    /// <summary>Reads up to the empty line; gives where the body begins.</summary>
    public static (MailHeaders Headers, int Body) Read(string text, int start, int end)
    {
        var headers = new MailHeaders();
        var at = start;
        while (at < end)
        {
            var stop = text.IndexOf('\n', at, end - at);
            var next = stop < 0 ? end : stop + 1;
            var line = text[at..(stop < 0 ? end : stop)].TrimEnd('\r');
            at = next;
            if (line.Length == 0)
            {
                break;
            }

            if (line[0] is ' ' or '\t' && headers.lines.Count > 0)
            {
                headers.lines[^1] = (headers.lines[^1].Name, headers.lines[^1].Value + " " + line.Trim());
            }
            else if (line.IndexOf(':') is > 0 and var colon)
            {
                headers.lines.Add((line[..colon].Trim(), line[(colon + 1)..].Trim()));
            }
        }

        return (headers, at);
    }

    public bool IsEmpty => lines.Count == 0;

    public string Raw(string name) => lines.Find(l => l.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    public string Text(string name) => MailText.Header(Raw(name));

    /// <summary>The word in front of the parameters, lower case: <c>multipart/mixed</c>.</summary>
    public string Main(string name) => Raw(name).Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>A parameter of a header, whole: RFC 2231 continuations and charsets, RFC 2047 words, bare bytes.</summary>
    public string? Parameter(string header, string name)
    {
        var all = Parameters(Raw(header));
        if (all.TryGetValue(name + "*", out var extended))
        {
            return MailText.Extended(extended);
        }

        if (all.TryGetValue(name, out var plain))
        {
            return MailText.Header(plain);
        }

        // filename*0*=gb2312''%B2; filename*1*=%E2 …
        var joined = new StringBuilder();
        var isExtended = false;
        for (var i = 0; ; i++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{name}*{i}");
            if (all.TryGetValue(key + "*", out var piece))
            {
                isExtended = true;
            }
            else if (!all.TryGetValue(key, out piece))
            {
                break;
            }

            joined.Append(piece);
        }

        return joined.Length == 0 ? null : isExtended ? MailText.Extended(joined.ToString()) : MailText.Header(joined.ToString());
    }

    private static Dictionary<string, string> Parameters(string value)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var at = value.IndexOf(';');
        while (at >= 0 && at < value.Length)
        {
            at++;
            var equals = value.IndexOf('=', at);
            if (equals < 0)
            {
                break;
            }

            var name = value[at..equals].Trim();
            at = equals + 1;
            while (at < value.Length && value[at] == ' ')
            {
                at++;
            }

            var text = new StringBuilder();
            if (at < value.Length && value[at] == '"')
            {
                for (at++; at < value.Length && value[at] != '"'; at++)
                {
                    at += value[at] == '\\' && at + 1 < value.Length ? 1 : 0;
                    text.Append(value[at]);
                }

                at = value.IndexOf(';', Math.Min(at, value.Length - 1));
            }
            else
            {
                var end = value.IndexOf(';', at);
                text.Append(value[at..(end < 0 ? value.Length : end)].Trim());
                at = end;
            }

            found.TryAdd(name, text.ToString());
        }

        return found;
    }
}
