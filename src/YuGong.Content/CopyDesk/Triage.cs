using static YuGong.Content.CopyDesk.HanText;

namespace YuGong.Content.CopyDesk;

/// <summary>What a passage has that a rule may have something to say of.</summary>
[Flags]
internal enum Traits : ushort
{
    None = 0,
    HalfMark = 1,
    Quote = 2,
    Pair = 4,
    Stop = 8,
    Dots = 16,
    Enumeration = 32,
    Digit = 64,
    Numeral = 128,
    Blank = 256,
    Wide = 512,
    Sign = 1024,
    About = 2048,
    Doubled = 4096,
    Unit = 8192,
    Slip = 16384,
    Repeated = 32768,
}

/// <summary>One look at every character, so that most passages pass most rules unread.</summary>
internal static class Triage
{
    private static readonly Traits[] Of = Make();

    /// <summary>我们 stands everywhere, 们我 hardly anywhere: of a word that is there twice, the border.</summary>
    private static readonly Beginnings Slips = new(
        [.. Particles.Table.Words, .. Confusions.Table.Words, .. Repetitions.Short.Words.Select(w => w[((w.Length / 2) - 1)..])]);

    public static Traits Read(ReadOnlySpan<char> text)
    {
        var all = Repetitions.MayHave(text) ? Traits.Repeated : Traits.None;
        var (before, last) = (Traits.None, '\0');
        foreach (var c in text)
        {
            var trait = Of[c];
            all |= trait;
            all |= Slips.Has(last, c) ? Traits.Slip : Traits.None;
            last = c;
            // A stop behind a stop, or behind a closing quotation mark.
            var isDoubled = (trait & Traits.Stop) != Traits.None && (before & (Traits.Stop | Traits.Pair)) != Traits.None;
            all |= isDoubled ? Traits.Doubled : Traits.None;
            before = trait;
        }

        return all;
    }

    private static Traits[] Make()
    {
        var traits = new Traits[char.MaxValue + 1];
        Set(",.:;?!()", Traits.HalfMark);
        Set("\"'", Traits.Quote);
        Set("“”‘’《》（）", Traits.Pair);
        Set("，。、；：？！", Traits.Stop);
        Set(".…·．-－―─–—~", Traits.Dots);
        Set("、", Traits.Enumeration);
        Set("0123456789", Traits.Digit);
        Set("一二三四五六七八九十百千万亿〇零", Traits.Numeral);
        Set(" \u00A0\u3000\t", Traits.Blank);
        Set("㎡㎥㎞㎜㎝㎏㎎㎖㎾㎿㎸㎢㎠㎟㎤㎐㎑㎒㎓㎩㎪㎫瓩", Traits.Sign | Traits.Unit);
        Set("平立公浬吋呎ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", Traits.Unit);
        Set("约近超逾", Traits.About);
        for (var c = '０'; c <= 'ｚ'; c++)
        {
            traits[c] |= c is '（' or '）' || IsStop(c) ? Traits.None : Traits.Wide;
        }

        return traits;

        void Set(string characters, Traits trait)
        {
            foreach (var c in characters)
            {
                traits[c] |= trait;
            }
        }
    }
}
