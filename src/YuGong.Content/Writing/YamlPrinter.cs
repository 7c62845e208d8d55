using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using YuGong.Content.Yaml;

namespace YuGong.Content.Writing;

/// <summary>Writes nodes as our editors do: short lists and small groups in brackets on one line, everything else line by line.</summary>
internal static partial class YamlPrinter
{
    /// <summary>Characters of a group or list that still goes on one line; a Chinese sentence and its sources fit.</summary>
    private const int OneLine = 110;

    /// <summary>On one line, or null when it needs several.</summary>
    /// <param name="always">Brackets however long: what stands around it is in brackets.</param>
    public static string? Inline(Node node, bool always = false)
    {
        var text = node is Scalar scalar ? One(scalar, inBrackets: false) : Brackets(node);
        return text is null || (!always && node is not Scalar && (text.Length > OneLine || IsDeep(node))) ? null : text;
    }

    /// <summary>The rest of <c>key:</c> or <c>-</c>: a value on the line, or line break and lines below. Ends with a line break.</summary>
    /// <param name="indent">Column of the key or the dash.</param>
    public static string After(Node node, int indent, bool afterDash)
    {
        if (Inline(node) is { } line)
        {
            return $" {line}\n";
        }

        return node switch
        {
            Scalar scalar => Block(scalar, indent),
            Mapping map when afterDash => " " + Lines(map, indent + 2).TrimStart(' '),
            Mapping map => "\n" + Lines(map, indent + 2),
            Sequence list => "\n" + string.Concat(list.Items.Select(i => Item(i, indent + 2))),
            _ => "\n",
        };
    }

    public static string Entry(string key, Node value, int indent) => $"{Blank(indent)}{key}:{After(value, indent, afterDash: false)}";

    public static string Item(Node item, int indent) => $"{Blank(indent)}-{After(item, indent, afterDash: true)}";

    public static string Lines(Mapping map, int indent) =>
        string.Concat(map.Entries.Select(e => Entry(One(e.Key, inBrackets: false)!, e.Value, indent)));

    /// <summary>A scalar on one line, or null when its line breaks ask for a block.</summary>
    public static string? One(Scalar scalar, bool inBrackets, char quote = '\0')
    {
        var text = scalar.Text;
        if (!inBrackets && quote == '\0' && BlockText(text))
        {
            return null;
        }

        if (quote == '\'' && !text.Any(char.IsControl))
        {
            return $"'{text.Replace("'", "''")}'";
        }

        return quote == '\0' && CanBePlain(text, inBrackets) && (scalar.Plain || !Resolves().IsMatch(text)) ? text : Quoted(text);
    }

    public static string Blank(int count) => new(' ', count);

    private static string Brackets(Node node) => node switch
    {
        Scalar scalar => One(scalar, inBrackets: true)!,
        Sequence list => $"[{string.Join(", ", list.Items.Select(Brackets))}]",
        Mapping map => $"{{ {string.Join(", ", map.Entries.Select(e => $"{One(e.Key, inBrackets: true)}: {Brackets(e.Value)}"))} }}",
        _ => "",
    };

    /// <summary>Brackets within brackets within brackets are not read by people.</summary>
    private static bool IsDeep(Node node) => node switch
    {
        Mapping map => map.Entries.Count > 6
            || map.Entries.Any(e => e.Value is Mapping || (e.Value is Sequence list && list.Items.Any(i => i is not Scalar))
            || e.Value is Scalar { Text: var t } && t.Contains('\n', StringComparison.Ordinal)),
        Sequence list => list.Items.Any(i => i is not Scalar { Text: var t } || t.Contains('\n', StringComparison.Ordinal)),
        _ => false,
    };

    private static string Block(Scalar scalar, int indent)
    {
        var end = scalar.Text.EndsWith('\n') ? "" : "-";
        var lines = scalar.Text.TrimEnd('\n').Split('\n').Select(l => l.Length == 0 ? "\n" : $"{Blank(indent + 2)}{l}\n");
        return $" |{end}\n{string.Concat(lines)}";
    }

    /// <summary>Lines that a literal block gives back exactly.</summary>
    private static bool BlockText(string text) =>
        text.Contains('\n', StringComparison.Ordinal) && text[0] is not (' ' or '\n') && !text.EndsWith("\n\n", StringComparison.Ordinal)
        && text.Split('\n').All(l => !l.EndsWith(' ') && !l.Any(char.IsControl)) && text.Trim('\n').Length > 0;

    /// <summary>What means something inside brackets.</summary>
    private static readonly System.Buffers.SearchValues<char> FlowMarks = System.Buffers.SearchValues.Create(",[]{}:");

    private static bool CanBePlain(string text, bool inBrackets) =>
        text.Length > 0 && text[0] != ' ' && text[^1] is not (' ' or ':') && !text.Any(char.IsControl)
        && !"?:,[]{}#&*!|>'\"%@`".Contains(text[0], StringComparison.Ordinal)
            && !(text[0] == '-' && (text.Length == 1 || text[1] is ' ' or '-')) && !text.StartsWith("...", StringComparison.Ordinal)
        && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal)
        && !(inBrackets && text.AsSpan().ContainsAny(FlowMarks)) && !text.AsSpan().ContainsAny("\u2028\u2029\u0085\uFEFF");

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' =>
                    "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Words that YAML 1.2 would take for something other than text; who wrote them in quotes meant text.</summary>
    [GeneratedRegex(@"^(?:~|null|true|false|[-+]?(?:\.?[0-9][0-9_]*\.?[0-9]*(?:e[-+]?[0-9]+)?|0[xo][0-9a-f]+|\.inf)|\.nan)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Resolves();
}
