using System.Globalization;
using System.Text;

namespace YuGong.Leads;

/// <summary>
/// The head of a mail or of one of its parts (RFC 5322, 2.2), with lines unfolded. Characters are bytes until they are decoded.
/// </summary>
internal sealed class MailHeaders
{
    /// <summary>Lines of a head, and bytes of one line unfolded; what is more is passed over.</summary>
    private const int MostLines = 2_000, LongestLine = 64 * 1024;

    private readonly List<(string Name, string Value)> lines = [];

    /// <summary>Not all of it was read.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Reads up to the empty line; gives the body behind it.</summary>
    public static (MailHeaders Headers, ReadOnlyMemory<byte> Body) Read(ReadOnlyMemory<byte> part)
    {
        var headers = new MailHeaders();
        var text = part.Span;
        var line = new StringBuilder();
        var at = 0;
        while (at < text.Length)
        {
            var stop = text[at..].IndexOf((byte)'\n');
            var next = stop < 0 ? text.Length : at + stop + 1;
            var raw = text[at..(stop < 0 ? text.Length : at + stop)].TrimEnd((byte)'\r');
            at = next;
            if (raw.IsEmpty)
            {
                break;
            }

            if (raw[0] is (byte)' ' or (byte)'\t' && line.Length > 0)
            {
                line.Append(' ');
                headers.Append(line, raw.Trim(" \t"u8));
            }
            else
            {
                headers.Take(line);
                headers.Append(line, raw);
            }
        }

        headers.Take(line);
        return (headers, part[at..]);
    }

    public bool IsEmpty => lines.Count == 0;

    public string Raw(string name) => lines.Find(l => l.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    public string Text(string name) => MailText.Header(Raw(name));

    /// <summary>The word in front of the parameters, lower case: <c>multipart/mixed</c>.</summary>
    public string Main(string name) => Raw(name).Split(';', 2)[0].Trim().ToLowerInvariant();

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

    private void Append(StringBuilder line, ReadOnlySpan<byte> raw)
    {
        var fits = Math.Min(raw.Length, LongestLine - line.Length);
        IsCut |= fits < raw.Length;
        line.Append(fits > 0 ? Encoding.Latin1.GetString(raw[..fits]) : "");
    }

    private void Take(StringBuilder line)
    {
        if (lines.Count == MostLines)
        {
            IsCut |= line.Length > 0;
        }
        else if (line.ToString() is var whole && whole.IndexOf(':') is > 0 and var colon)
        {
            lines.Add((whole[..colon].Trim(), whole[(colon + 1)..].Trim()));
        }

        line.Clear();
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
