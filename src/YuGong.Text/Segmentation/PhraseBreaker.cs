namespace YuGong.Text.Segmentation;

/// <summary>
/// Where a line of large type may end without cutting a word or a phrase in two; the same on posters and pages. Prohibitions at marks
/// (避头尾, CLREQ) are not its matter: browsers and the typesetter know them.
/// </summary>
public sealed class PhraseBreaker
{
    /// <summary>Particles, measure words, and words of place and time that lean on what stands before them.</summary>
    private const string LeansBack = "的地得了着过们里上下中内外之者等时后前间旁吗呢吧年月日号个座枚台人位名件条部幅辆艘架次度倍元米吨";

    /// <summary>What makes a name of the word before it: 打枪坝|水厂, 提出|者.</summary>
    private const string Suffixes = "者员家师长厂站坝塔楼段址窗桥所室系院馆网图机器法学河江山洞县区镇乡村路层面体性化派式型号线";

    /// <summary>Words that lead on to what comes.</summary>
    private const string LeadsOn = "把被将在从向对与和跟同为以由到于是不没未第约近每各该本这那其某几又再也都还就仍曾已才只最更很太总副老新高低大小多全来去可能要会让使据按照当";

    private const string Numerals = "〇零一二三四五六七八九十百千万亿两半多余数几";

    private const string Closing = "，。、；：！？”’》〉」』）〕】％,.;:!?)]}%";

    private const string Opening = "“‘《〈「『（〔【([{";

    /// <summary>Characters of a quotation with its marks that still holds together; a longer one would leave half a line empty.</summary>
    private const int LongestQuotation = 10;

    /// <summary>Characters that lean on each other at most, before the line may end at their weakest joint.</summary>
    private const int LongestPhrase = 7;

    private readonly WordSegmenter segmenter;

    /// <param name="terms">Words of this site that are never cut: names of places, districts, what the settings list.</param>
    public PhraseBreaker(IEnumerable<string> terms)
    {
        Terms = [.. terms.Where(t => t.Length > 1).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        segmenter = new(Terms);
    }

    public IReadOnlyList<string> Terms { get; }

    /// <summary>For each UTF-16 offset of a text how what is before it and what is behind it hold together; the ends are open.</summary>
    public PhraseJoint[] Joints(string text)
    {
        var joints = new PhraseJoint[text.Length + 1];
        var words = Words(text);
        for (var i = 0; i < words.Count; i++)
        {
            var (start, length) = words[i];
            for (var at = start + 1; at < start + length; at++)
            {
                joints[at] = PhraseJoint.Inside;
            }

            if (i > 0 && start == words[i - 1].Start + words[i - 1].Length && Leans(text, words, i))
            {
                joints[start] = IsOne(text, start, length) ? PhraseJoint.Inside : PhraseJoint.Leaning;
            }
        }

        HoldUnits(text, joints);
        Loosen(text, joints);
        HoldQuotations(text, joints);
        return joints;
    }

    /// <summary>A text in its phrases; marks stand with what they close or open.</summary>
    public IEnumerable<string> Phrases(string text)
    {
        var joints = Joints(text);
        var from = 0;
        for (var at = 1; at < text.Length; at++)
        {
            if (joints[at] == PhraseJoint.Open && MayBreak(text, at))
            {
                yield return text[from..at];
                from = at;
            }
        }

        if (from < text.Length)
        {
            yield return text[from..];
        }
    }

    /// <summary>Han by the lexicon; letters and digits as they stand; marks and blanks alone.</summary>
    private List<(int Start, int Length)> Words(string text)
    {
        var words = new List<(int, int)>();
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            if (IsHan(text[at]))
            {
                while (end < text.Length && IsHan(text[end]))
                {
                    end++;
                }

                var from = 0;
                foreach (var to in segmenter.Ends(text.AsSpan(at, end - at)))
                {
                    words.Add((at + from, to - from));
                    from = to;
                }
            }
            else
            {
                while (end < text.Length && IsWestern(text[at]) && IsWestern(text[end]))
                {
                    end++;
                }

                words.Add((at, end - at));
            }

            at = end;
        }

        return words;
    }

    /// <summary>Numbers with their units, and a particle with its word, are read as one: 292|千瓦, 首飞|时.</summary>
    private static bool IsOne(string text, int start, int length) =>
        IsNumeral(text[start - 1]) || (length == 1 && LeansBack.Contains(text[start]));

    private static bool Leans(string text, List<(int Start, int Length)> words, int i)
    {
        var before = Word(i - 1);
        var after = Word(i);
        var (a, b) = (before[^1], after[0]);
        if (IsMark(a) || IsMark(b))
        {
            return false;
        }

        if (IsNumeral(a))
        {
            // A number holds its unit, and a sign that is written with it.
            return !IsHan(b) || Numerals.Contains(b) || after.Length <= 2 || before.Length > 1;
        }

        if (before.Length == 1 && a is '年' or '月' && char.IsAsciiDigit(b))
        {
            return true;
        }

        if (after.Length == 1 && (LeansBack.Contains(b) || Suffixes.Contains(b)))
        {
            return true;
        }

        if (before.Length == 1 && LeadsOn.Contains(a))
        {
            return true;
        }

        // A single character is half of something: it goes with what follows, at the end with what stands before.
        var last = i + 1 == words.Count || IsMark(Word(i + 1)[0]);
        var half = before.Length == 1 && IsHan(a) && !LeansBack.Contains(a) && !(i > 1 && Suffixes.Contains(a));
        return half || (after.Length == 1 && IsHan(b) && last);

        ReadOnlySpan<char> Word(int at) => text.AsSpan(words[at].Start, words[at].Length);
    }

    /// <summary>A blank that an author typed between a number and its unit parts nothing: 292 千瓦.</summary>
    private static void HoldUnits(string text, PhraseJoint[] joints)
    {
        for (var at = 1; at + 1 < text.Length; at++)
        {
            if (text[at] == ' ' && char.IsAsciiDigit(text[at - 1]) && IsHan(text[at + 1]))
            {
                joints[at] = joints[at + 1] = PhraseJoint.Inside;
            }
        }
    }

    /// <summary>A phrase that has grown too long opens at a joint near its middle.</summary>
    private static void Loosen(string text, PhraseJoint[] joints)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            while (end < text.Length && joints[end] != PhraseJoint.Open)
            {
                end++;
            }

            if (end - start > LongestPhrase)
            {
                var middle = (start + end) / 2;
                var weakest = Enumerable.Range(start + 2, Math.Max(0, end - start - 3))
                    .Where(at => joints[at] == PhraseJoint.Leaning && MayLoosen(text, at))
                    .OrderBy(at => Math.Abs(at - middle)).FirstOrDefault(-1);
                if (weakest > 0)
                {
                    joints[weakest] = PhraseJoint.Open;
                    continue;
                }
            }

            start = end;
        }
    }

    private static bool MayLoosen(string text, int at) =>
        !IsNumeral(text[at - 1]) && !LeansBack.Contains(text[at]) && !LeadsOn.Contains(text[at - 1]) && !Suffixes.Contains(text[at]);

    /// <summary>A short quotation stays whole with its marks.</summary>
    private static void HoldQuotations(string text, PhraseJoint[] joints)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '“' or '「' or '《' && text.IndexOfAny(['”', '」', '》'], at) is var end && end > at && end - at < LongestQuotation)
            {
                for (var inside = at + 1; inside <= end; inside++)
                {
                    joints[inside] = joints[inside] == PhraseJoint.Open ? PhraseJoint.Leaning : joints[inside];
                }
            }
        }
    }

    /// <summary>Closing marks begin no line, and opening ones end none.</summary>
    private static bool MayBreak(string text, int at)
    {
        var (before, after) = (text[at - 1], text[at]);
        return !Closing.Contains(after) && !Opening.Contains(before) && !char.IsWhiteSpace(after) && !char.IsWhiteSpace(before)
            && !char.IsLowSurrogate(after) && after is not ('·' or '～' or '—' or '…') && before is not '·';
    }

    private static bool IsNumeral(char c) => char.IsAsciiDigit(c) || Numerals.Contains(c);

    private static bool IsHan(char c) => c is (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or '〇'
        || char.IsSurrogate(c);

    private static bool IsWestern(char c) =>
        !IsHan(c) && (char.IsLetterOrDigit(c) || c is '.' or '-' or '/' or '+' or '%' or '°' or '\'' or '&' or '_' or '@' or '#' or '×');

    private static bool IsMark(char c) => !IsHan(c) && !char.IsLetterOrDigit(c);
}
