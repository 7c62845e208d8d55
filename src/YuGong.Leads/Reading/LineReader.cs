using System.Globalization;

namespace YuGong.Leads;

/// <summary>Reads a form that somebody wrote as lines, one or several <c>栏目:内容</c> in each.</summary>
internal static class LineReader
{
    /// <summary>Characters of a label within a line.</summary>
    private const int LongestLabel = 12;

    public static void Read(string text, FormBuilder gathering)
    {
        Field? open = null;
        var number = 0;
        foreach (var line in text.Replace("\r\n", "\n").Split('\n'))
        {
            number++;
            var place = string.Create(CultureInfo.InvariantCulture, $"第 {number} 行");
            foreach (var piece in Pieces(line))
            {
                var label = Bare(piece, gathering)
                    ?? (Labels.Of(piece) is var (known, behind) && Colon(piece) ? (known, behind) : Labels.Of(piece) is { Behind: "" } alone
                    ? alone
                    : null);
                if (label is var (field, said))
                {
                    gathering.Meet(field);
                    gathering.Say(field, said, place);
                    open = field;
                }
                else if (open is Field.Deeds or Field.Highlights && piece.Trim().Length > 0)
                {
                    gathering.Say(open.Value, piece, place, goesOn: true);
                }
                else if (open is not null && piece.Trim().Length > 0 && !gathering.Has(open.Value))
                {
                    // The answer on the line below its label.
                    gathering.Say(open.Value, piece, place);
                }
                else
                {
                    gathering.Leave(place, piece);
                }
            }
        }
    }

    private static (Field Field, string Said)? Bare(string piece, FormBuilder gathering)
    {
        var narrow = Words.Narrow(piece).TrimStart();
        var colon = narrow.IndexOf(':');
        return colon > 0 && Words.Bare(narrow[..colon]) is "联系电话" or "电话" or "手机" or "联系方式"
            ? (gathering.BarePhone, narrow[(colon + 1)..].Trim())
            : null;
    }

    private static bool Colon(string piece) => Words.Narrow(piece).Contains(':');

    /// <summary>“姓名:测试甲 性别:男” are two pieces: a blank with a known label and a colon behind it parts them.</summary>
    private static IEnumerable<string> Pieces(string line)
    {
        var narrow = Words.Narrow(line);
        if (narrow.Length != line.Length || narrow.Count(c => c == ':') < 2)
        {
            yield return line;
            yield break;
        }

        var start = 0;
        for (var i = 1; i < narrow.Length; i++)
        {
            if (narrow[i - 1] is ' ' or ',' or ';' or '，' or '；' && narrow[i] != ' ' && LabelAt(narrow, i))
            {
                yield return line[start..i].TrimEnd(' ', ',', ';', '，', '；', '　');
                start = i;
            }
        }

        yield return line[start..];
    }

    /// <summary>Whether a known label with its colon begins here.</summary>
    private static bool LabelAt(string narrow, int at)
    {
        var near = narrow.AsSpan(at, Math.Min(LongestLabel + 1, narrow.Length - at));
        return near.IndexOf(':') is > 0 and var colon && Labels.Of(narrow[at..(at + colon + 1)]) is not null;
    }
}
