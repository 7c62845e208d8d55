using System.Buffers;
using System.Text;

namespace YuGong.Pages.Typography;

/// <summary>
/// The last hand on a page: blanks that no Chinese text has go, whether an editor typed them or a template's line ended there; citations
/// stand before the stop (GB/T 7714) and, by a word joiner, never at the head of a line. Texts in attributes, code and scripts stay.
/// </summary>
internal static class PageText
{
    /// <summary>No character: the head of a block.</summary>
    private static Rune None => default;

    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \n\r\t"u8);

    /// <summary>Elements whose text is kept as it stands.</summary>
    private static readonly byte[][] Verbatim = Names("script style pre code textarea svg");

    /// <summary>Elements that no style sheet makes a box of: the gap between scripts goes on behind their tags.</summary>
    private static readonly byte[][] Plain = Names("b em i mark strong time wbr");

    /// <summary>Elements that stand in a line: a sentence goes on behind their tags.</summary>
    private static readonly byte[][] Inline = [.. Plain, .. Names("a small span sup")];

    private static ReadOnlySpan<byte> Citation => "<sup class=\"cite\">"u8;

    private static ReadOnlySpan<byte> CitationEnd => "</sup>"u8;

    private static ReadOnlySpan<byte> WordJoiner => "\u2060"u8;

    /// <param name="page">As UTF-8; sound HTML, as templates write it.</param>
    public static ReadOnlyMemory<byte> Settled(ReadOnlyMemory<byte> page)
    {
        var settling = new Settling(page.Span);
        settling.Run();
        return settling.Written;
    }

    private static byte[][] Names(string names) => [.. names.Split(' ').Select(Encoding.ASCII.GetBytes)];

    private ref struct Settling(ReadOnlySpan<byte> page)
    {
        private readonly ReadOnlySpan<byte> page = page;

        /// <summary>A citation is longer than the joiners that it brings.</summary>
        private readonly byte[] output = new byte[page.Length * 5 / 4];

        private int written;

        /// <summary>What a reader saw last on this line.</summary>
        private Rune before = None;

        /// <summary>Whether only plain tags stand between it and here.</summary>
        private bool isBeside;

        public readonly ReadOnlyMemory<byte> Written => output.AsMemory(0, written);

        public void Run()
        {
            for (var at = 0; at < page.Length;)
            {
                var tag = page[at..].IndexOf((byte)'<');
                var end = tag < 0 ? page.Length : at + tag;
                Text(at, end);
                at = end == page.Length ? end : page[end..].StartsWith(Citation) ? Cite(end) : Tag(end);
            }
        }

        private void Text(int at, int end)
        {
            while (at < end)
            {
                var blank = page[at..end].IndexOfAny(Blanks);
                var until = blank < 0 ? end : at + blank;
                if (until > at)
                {
                    Write(page[at..until]);
                    Rune.DecodeLastFromUtf8(page[at..until], out before, out _);
                    isBeside = true;
                }

                for (at = until; at < end && Blanks.Contains(page[at]);)
                {
                    at++;
                }

                if (at > until && !IsNeedless(at))
                {
                    Write(page[until..at]);
                    before = before == None ? None : (Rune)' ';
                }
            }
        }

        private readonly bool IsNeedless(int next)
        {
            if (before == None)
            {
                return false;
            }

            var (after, beside) = After(next);
            return ScriptBlanks.IsAtMark(before, after)
                || (isBeside && beside && (ScriptBlanks.Meet(before.Value, after.Value) || ScriptBlanks.IsBehindStop(before, after)));
        }

        /// <summary>The next character that a reader sees on this line, and whether only plain tags stand before it.</summary>
        private readonly (Rune Character, bool Beside) After(int at)
        {
            var beside = true;
            while (at < page.Length && page[at] == '<')
            {
                if (!Is(Inline, at))
                {
                    return (None, false);
                }

                beside &= Is(Plain, at);
                at = EndOfTag(at);
            }

            Rune.DecodeFromUtf8(page[at..], out var character, out _);
            return (character, beside);
        }

        /// <summary>Copies a tag, and what of its text is kept as it stands; gives what follows.</summary>
        private int Tag(int at)
        {
            var end = EndOfTag(at);
            if (page[at + 1] != '/' && Is(Verbatim, at))
            {
                var close = page[end..].IndexOf("</"u8);
                while (close >= 0 && !Is(Verbatim, end + close))
                {
                    var more = page[(end + close + 2)..].IndexOf("</"u8);
                    close = more < 0 ? -1 : close + 2 + more;
                }

                end = close < 0 ? page.Length : end + close;
            }

            Write(page[at..end]);
            before = Is(Inline, at) ? before : None;
            isBeside &= Is(Plain, at);
            return end;
        }

        /// <summary>Citations in a row, and the stop behind them that stood before; gives what follows.</summary>
        private int Cite(int at)
        {
            var stop = ScriptBlanks.IsStop(before) ? Encoding.UTF8.GetBytes(before.ToString()) : [];
            stop = output.AsSpan(0, written).EndsWith(stop) ? stop : [];
            written -= stop.Length;
            while (page[at..].StartsWith(Citation))
            {
                Write(before == None || before.Value == ' ' ? [] : WordJoiner);
                var end = page[at..].IndexOf(CitationEnd);
                end = end < 0 ? page.Length : at + end + CitationEnd.Length;
                Write(page[at..end]);
                at = end;
            }

            Write(stop);
            before = stop.Length > 0 ? before : (Rune)']';
            isBeside = stop.Length > 0;
            return at;
        }

        private readonly bool Is(byte[][] names, int at)
        {
            var name = page[(page[at + 1] == '/' ? at + 2 : at + 1)..];
            foreach (var known in names)
            {
                if (name.StartsWith(known) && (name.Length == known.Length || !char.IsAsciiLetterOrDigit((char)name[known.Length])))
                {
                    return true;
                }
            }

            return false;
        }

        private readonly int EndOfTag(int at)
        {
            var end = page[at..].IndexOf((byte)'>');
            return end < 0 ? page.Length : at + end + 1;
        }

        private void Write(ReadOnlySpan<byte> markup)
        {
            markup.CopyTo(output.AsSpan(written));
            written += markup.Length;
        }
    }
}
