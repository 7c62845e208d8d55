using System.Text;

namespace YuGong.Text.Intake;

/// <summary>What kind of text comes in: it decides what a line break within a line becomes.</summary>
public enum IntakeForm
{
    /// <summary>Markdown behind front matter.</summary>
    Entry,

    /// <summary>YAML or JSON: a break within a value would end it.</summary>
    Data,

    /// <summary>A ledger, a template, a drawing: only line ends and what no text may hold.</summary>
    Lines,
}

/// <summary>Characters of one fate in a text.</summary>
/// <param name="Code">The first one's code point.</param>
/// <param name="Places">Of the file, in order, each with what it is read as.</param>
public sealed record IntakeFind(CharacterFate Fate, int Code, IReadOnlyList<TextEdit> Places);

/// <param name="Text">As everybody reads it: lines end in LF, nothing in it is invisible.</param>
/// <param name="Original">Null when nothing was changed.</param>
public sealed record TakenText(string Text, OriginalText? Original, IReadOnlyList<IntakeFind> Finds);

/// <summary>
/// The one door through which text comes in. Line ends become LF (CRLF, CR and LF alike); what has no width goes, what stands for another
/// character becomes it, what no text may hold becomes U+FFFD; and whatever was done is told with its place.
/// </summary>
public static class TextIntake
{
    public static TakenText Take(string raw, IntakeForm form)
    {
        var first = Characters.FirstStrange(raw, 0);
        return first == raw.Length ? new(raw, null, []) : new Taking(raw, form).Run(first);
    }

    /// <summary>A word or a line that came by itself: the same, and a soft return in it becomes a blank, or nothing between Han.</summary>
    public static string Clean(string text) => Take(text, IntakeForm.Data).Text;

    /// <summary>Whether a stretch would stay as it is.</summary>
    public static bool IsClean(ReadOnlySpan<char> text) =>
        Characters.FirstStrange(text, 0) == text.Length || Take(text.ToString(), IntakeForm.Data).Original is null;

    private sealed class Taking(string raw, IntakeForm form)
    {
        private readonly StringBuilder taken = new(raw.Length);
        private readonly List<Shift> shifts = [];
        private readonly SortedDictionary<CharacterFate, (int Code, List<TextEdit> Places)> finds = [];
        private readonly int matter = form switch
        {
            IntakeForm.Data => raw.Length,
            IntakeForm.Entry when raw.StartsWith("---", StringComparison.Ordinal) => EndOfMatter(raw),
            _ => -1,
        };

        private char Last => taken.Length == 0 ? '\0' : taken[^1];

        public TakenText Run(int at)
        {
            taken.Append(raw, 0, at);
            while (at < raw.Length)
            {
                at = One(at);
                var next = Characters.FirstStrange(raw, at);
                taken.Append(raw, at, next - at);
                at = next;
            }

            var text = taken.ToString();
            return new(text == raw ? raw : text, text == raw ? null : new(raw, shifts),
                [.. finds.Select(f => new IntakeFind(f.Key, f.Value.Code, f.Value.Places))]);
        }

        /// <returns>Where to go on.</returns>
        private int One(int at)
        {
            var c = raw[at];
            if (c == '\r')
            {
                return Replace(at, at + 1 < raw.Length && raw[at + 1] == '\n' ? 2 : 1, "\n");
            }

            var fate = Characters.FateOf(raw, at, Last);
            var length = char.IsHighSurrogate(c) && at + 1 < raw.Length && char.IsLowSurrogate(raw[at + 1]) ? 2 : 1;
            if (form == IntakeForm.Lines)
            {
                fate = fate == CharacterFate.Refuse || (fate == CharacterFate.Break && c < '\u2028')
                    ? CharacterFate.Refuse : CharacterFate.Keep;
            }

            switch (fate)
            {
                case CharacterFate.Drop:
                    Note(fate, at, "");
                    return Replace(at, length, "");
                case CharacterFate.Fold:
                    return Fold(at, length);
                case CharacterFate.Break:
                    var line = LineBreak(at);
                    Note(fate, at, line);
                    return Replace(at, 1, line);
                case CharacterFate.Refuse:
                    Note(fate, at, "");
                    return Replace(at, length, new string(BadCharacters.Instead, length));
                case CharacterFate.Doubt:
                    Note(fate, at, "");
                    break;
            }

            taken.Append(raw, at, length);
            return at + length;
        }

        private int Fold(int at, int length)
        {
            if (Radicals.CharacterOf(raw[at]) is { } character)
            {
                Note(CharacterFate.Fold, at, character.ToString());
                return Replace(at, 1, character.ToString());
            }

            // A letter and its marks are composed together; the letter was taken already.
            var back = Composed.IsMark(raw[at]) && at > 0 && Last == raw[at - 1] && Last is not '\n'
                && (shifts.Count == 0 || shifts[^1].Taken < taken.Length) ? char.IsLowSurrogate(Last) ? 2 : 1 : 0;
            var end = at + length;
            while (end < raw.Length && Composed.IsMark(raw[end]) && Characters.FateOf(raw, end, raw[end - 1]) == CharacterFate.Fold)
            {
                end++;
            }

            var start = at - back;
            taken.Length -= back;
            var composed = Composed.Of(raw[start..end]);
            if (back == 0 && !Composed.IsMark(raw[at]) && composed.Length > 0)
            {
                Note(CharacterFate.Fold, at, composed);
            }

            return Replace(start, end - start, composed);
        }

        /// <summary>In a value, and in a line that must stay one (a heading, a row of a table), a blank or, between Han, nothing.</summary>
        private string LineBreak(int at)
        {
            var next = at + 1 < raw.Length ? raw[at + 1] : '\n';
            if (at < matter || IsOneLine())
            {
                return Last is ' ' or '\n' || next is ' ' or '\n' or '\r' || Tight.Joins(Last, next) ? "" : " ";
            }

            return raw[at] switch
            {
                '\f' or '\u2029' => "\n\n",
                '\u0085' => "\n",
                _ when Last is '\n' or '\0' || next is '\n' or '\r' => "",
                _ => "  \n", // a hard break (CommonMark 6.7)
            };
        }

        private bool IsOneLine()
        {
            var start = taken.Length;
            while (start > 0 && taken[start - 1] != '\n')
            {
                start--;
            }

            return start < taken.Length && taken[start] is '#' or '|';
        }

        private int Replace(int at, int length, string with)
        {
            taken.Append(with);
            if (with.Length != length)
            {
                shifts.Add(new(taken.Length, at + length));
            }

            return at + length;
        }

        private void Note(CharacterFate fate, int at, string instead)
        {
            var pair = at + 1 < raw.Length && char.IsSurrogatePair(raw[at], raw[at + 1]);
            if (!finds.TryGetValue(fate, out var found))
            {
                finds[fate] = found = (pair ? char.ConvertToUtf32(raw[at], raw[at + 1]) : raw[at], []);
            }

            found.Places.Add(new(at, pair ? 2 : 1, instead));
        }

        private static int EndOfMatter(string raw)
        {
            var end = raw.IndexOf("\n---", 3, StringComparison.Ordinal);
            end = end < 0 ? raw.IndexOf("\r---", 3, StringComparison.Ordinal) : end;
            return end < 0 ? raw.Length : end;
        }
    }
}
