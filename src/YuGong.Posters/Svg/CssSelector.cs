using System.Text;
using System.Xml.Linq;

namespace YuGong.Posters.Svg;

/// <summary>
/// A selector of Selectors 4: types, classes, ids, attributes, a few pseudo-classes, and what they stand in or behind.
/// </summary>
/// <param name="Weight">Of ids, of classes and their like, of types (Selectors 4, 17), as one number.</param>
internal sealed record CssSelector(IReadOnlyList<(char Combinator, IReadOnlyList<Func<XElement, bool>> Tests)> Parts, int Weight)
{
    /// <summary>States that nothing on paper is ever in.</summary>
    private static readonly HashSet<string> Never =
        ["hover", "focus", "active", "visited", "focus-within", "focus-visible", "target", "link", "before", "after", "selection"];

    /// <summary>Null when it holds something that is not known here.</summary>
    public static CssSelector? Parse(string words)
    {
        var parts = new List<(char, IReadOnlyList<Func<XElement, bool>>)>();
        var reader = new Reader(words);
        var combinator = ' ';
        while (!reader.IsAtEnd)
        {
            if (reader.Compound() is not { Count: > 0 } tests)
            {
                return null;
            }

            parts.Add((combinator, tests));
            combinator = reader.Combinator();
        }

        return parts.Count == 0 || combinator is not (' ' or '\0') ? null : new(parts, reader.Weight);
    }

    public bool Chooses(XElement element) => Chooses(element, Parts.Count - 1);

    private bool Chooses(XElement element, int part)
    {
        var (combinator, tests) = Parts[part];
        if (!tests.All(t => t(element)))
        {
            return false;
        }

        return part == 0 || combinator switch
        {
            '>' => element.Parent is { } parent && Chooses(parent, part - 1),
            '+' => element.ElementsBeforeSelf().LastOrDefault() is { } before && Chooses(before, part - 1),
            '~' => element.ElementsBeforeSelf().Any(b => Chooses(b, part - 1)),
            _ => element.Ancestors().Any(a => Chooses(a, part - 1)),
        };
    }

    private sealed class Reader(string words)
    {
        private int at;

        public int Weight { get; private set; }

        public bool IsAtEnd => at >= words.Length;

        /// <summary>What stands between this compound and the next; nothing at the end.</summary>
        public char Combinator()
        {
            var combinator = IsAtEnd ? '\0' : ' ';
            for (; at < words.Length && (char.IsWhiteSpace(words[at]) || words[at] is '>' or '+' or '~'); at++)
            {
                combinator = char.IsWhiteSpace(words[at]) ? combinator : words[at];
            }

            return combinator;
        }

        public List<Func<XElement, bool>>? Compound()
        {
            var tests = new List<Func<XElement, bool>>();
            while (at < words.Length && !char.IsWhiteSpace(words[at]) && words[at] is not ('>' or '+' or '~'))
            {
                if (Simple() is not { } test)
                {
                    return null;
                }

                tests.Add(test);
            }

            return tests;
        }

        private Func<XElement, bool>? Simple()
        {
            switch (words[at])
            {
                case '*':
                    at++;
                    return _ => true;
                case '.':
                    at++;
                    return Name() is { } wanted && Weighs(1000) ? e => HasClass(e, wanted) : null;
                case '#':
                    at++;
                    return Name() is { } id && Weighs(1_000_000) ? e => e.Attribute("id")?.Value == id : null;
                case '[':
                    return Attribute();
                case ':':
                    return Pseudo();
                default:
                    return Name() is { } type && Weighs(1) ? e => e.Name.LocalName == type : null;
            }
        }

        private Func<XElement, bool>? Attribute()
        {
            var end = words.IndexOf(']', at);
            if (end < 0)
            {
                return null;
            }

            var inside = words[(at + 1)..end];
            at = end + 1;
            var sign = inside.IndexOf('=', StringComparison.Ordinal);
            var name = (sign < 0 ? inside : inside[..sign]).Trim();
            if (sign < 0)
            {
                return Weighs(1000) ? e => e.Attribute(name) is not null : null;
            }

            var value = inside[(sign + 1)..].Trim().Trim('"', '\'');
            var (kind, attribute) = (name[^1], name.TrimEnd('^', '$', '*', '~', '|').Trim());
            Func<string, bool> holds = kind switch
            {
                '^' => v => v.StartsWith(value, StringComparison.Ordinal),
                '$' => v => v.EndsWith(value, StringComparison.Ordinal),
                '*' => v => v.Contains(value, StringComparison.Ordinal),
                '~' => v => v.Split(' ').Contains(value),
                '|' => v => v == value || v.StartsWith(value + "-", StringComparison.Ordinal),
                _ => v => v == value,
            };
            return Weighs(1000) ? e => e.Attribute(attribute) is { } a && holds(a.Value) : null;
        }

        private Func<XElement, bool>? Pseudo()
        {
            at += at + 1 < words.Length && words[at + 1] == ':' ? 2 : 1;
            return Name() is not { } name || !Weighs(1000) ? null : name switch
            {
                "root" => e => e.Parent is null,
                "first-child" => e => !e.ElementsBeforeSelf().Any(),
                "last-child" => e => !e.ElementsAfterSelf().Any(),
                "only-child" => e => !e.ElementsBeforeSelf().Any() && !e.ElementsAfterSelf().Any(),
                "first-of-type" => e => !e.ElementsBeforeSelf(e.Name).Any(),
                "last-of-type" => e => !e.ElementsAfterSelf(e.Name).Any(),
                _ => Never.Contains(name) ? _ => false : null,
            };
        }

        /// <summary>An identifier; a character behind a backslash stands for itself.</summary>
        private string? Name()
        {
            var name = new StringBuilder();
            for (; at < words.Length; at++)
            {
                if (words[at] == '\\' && at + 1 < words.Length)
                {
                    name.Append(words[++at]);
                }
                else if (char.IsLetterOrDigit(words[at]) || words[at] is '-' or '_' || words[at] > '\u007f')
                {
                    name.Append(words[at]);
                }
                else
                {
                    break;
                }
            }

            return name.Length == 0 || (at < words.Length && words[at] is '(' or '|') ? null : name.ToString();
        }

        private bool Weighs(int weight)
        {
            Weight += weight;
            return true;
        }

        private static bool HasClass(XElement element, string wanted) =>
            element.Attribute("class") is { } classes
            && (classes.Value == wanted || classes.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Contains(wanted));
    }
}
