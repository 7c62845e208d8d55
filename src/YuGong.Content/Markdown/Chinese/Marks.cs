using YuGong.Text.Intake;

namespace YuGong.Content.Markdown.Chinese;

/// <summary>Characters as Chinese text uses them: what is wide, what is a mark, what only looks like a blank.</summary>
internal static class Marks
{
    /// <summary>Blanks that an input method or Word types, and that Markdown takes for letters.</summary>
    public static bool IsWideBlank(char c) => c is '\u3000' or '\u00A0' or '\u2002' or '\u2003';

    public static bool IsBlank(char c) => c is ' ' or '\t' || IsWideBlank(c);

    /// <summary>Marks that no alphabet has: they bring their own blank with them.</summary>
    public static bool IsWideMark(char c) => c is (>= '\u3000' and <= '\u3004') or (>= '\u3008' and <= '\u303F') or '・'
        or (>= '\uFE30' and <= '\uFE4F') or (>= '\uFF01' and <= '\uFF0F') or (>= '\uFF1A' and <= '\uFF20')
        or (>= '\uFF3B' and <= '\uFF40') or (>= '\uFF5B' and <= '\uFF65');

    /// <summary>Marks that Chinese shares with alphabets: “ ” ‘ ’ … — ·; beside a Han character they are Chinese.</summary>
    public static bool IsSharedMark(char c) => c is '“' or '”' or '‘' or '’' or '…' or '—' or '·' or '•' or '‧';

    /// <summary>A full-width form as its ASCII twin; any other character is itself.</summary>
    public static char Narrow(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c is '\u3000' ? ' ' : c;

    /// <summary>
    /// Whether a line break between the two is nothing at all: between Chinese, and beside a mark that is wide itself
    /// (CSS Text 4, segment break transformation rules).
    /// </summary>
    public static bool JoinsAcrossBreak(char before, char after) =>
        Tight.Joins(before, after) || IsWideMark(before) || IsWideMark(after);

    /// <summary>Where a sentence or a part of one ends.</summary>
    public static bool EndsPhrase(char c) => c is '。' or '；' or '：' or '！' or '？' or '…' or '”' or '）' or '.' or ';' or ':' or '!' or '?';
}
