using System.Collections.Frozen;
using static YuGong.Content.CopyDesk.HanText;

namespace YuGong.Content.CopyDesk;

/// <summary>㎡, 瓩, 30KW, 120m2, 80平米.</summary>
internal static class Units
{
    private static readonly FrozenDictionary<char, string> Signs = new Dictionary<char, string>
    {
        ['㎡'] = "m²", ['㎥'] = "m³", ['㎞'] = "km", ['㎜'] = "mm", ['㎝'] = "cm", ['㎏'] = "kg", ['㎎'] = "mg", ['㎖'] = "mL", ['㎾'] = "kW",
        ['㎿'] = "MW", ['㎸'] = "kV", ['㎢'] = "km²", ['㎠'] = "cm²", ['㎟'] = "mm²", ['㎤'] = "cm³", ['㎐'] = "Hz", ['㎑'] = "kHz",
        ['㎒'] = "MHz", ['㎓'] = "GHz", ['㎩'] = "Pa", ['㎪'] = "kPa", ['㎫'] = "MPa", ['瓩'] = "千瓦",
    }.ToFrozenDictionary();

    private static readonly Dictionary<string, string> Letters = new(StringComparer.Ordinal)
    {
        ["KW"] = "kW", ["Kw"] = "kW", ["kw"] = "kW", ["KV"] = "kV", ["Kv"] = "kV", ["kv"] = "kV", ["KM"] = "km", ["Km"] = "km", ["KG"] = "kg",
        ["Kg"] = "kg", ["HZ"] = "Hz", ["hz"] = "Hz", ["Mpa"] = "MPa", ["MPA"] = "MPa", ["Kpa"] = "kPa", ["KPA"] = "kPa", ["KPa"] = "kPa",
        ["KVA"] = "kV·A", ["KHz"] = "kHz", ["KHZ"] = "kHz", ["Mhz"] = "MHz", ["KWH"] = "kW·h", ["KWh"] = "kW·h", ["Kwh"] = "kW·h",
        ["kwh"] = "kW·h", ["m2"] = "m²", ["m3"] = "m³", ["km2"] = "km²", ["cm2"] = "cm²", ["cm3"] = "cm³", ["mm2"] = "mm²", ["KN"] = "kN",
    };

    private static readonly Dictionary<string, string> Han = new(StringComparer.Ordinal)
    {
        ["平米"] = "平方米", ["立米"] = "立方米", ["公分"] = "厘米", ["浬"] = "海里", ["吋"] = "英寸", ["呎"] = "英尺",
    };

    public static void Read(in Passage passage, CopyPass pass)
    {
        var text = passage.Text;
        for (var at = 0; at < text.Length; at++)
        {
            if (Signs.TryGetValue(text[at], out var sign))
            {
                Report(passage, at, 1, sign, pass);
            }
            else if (char.IsAsciiLetter(text[at]))
            {
                var end = at;
                while (char.IsAsciiLetterOrDigit(At(text, end)))
                {
                    end++;
                }

                var unit = text[at..end];
                if (IsBehindNumber(text, at) && Letters.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(unit, out var right))
                {
                    Report(passage, at, unit.Length, right, pass);
                }

                at = end - 1;
            }
            else if (IsBehindNumber(text, at))
            {
                foreach (var (wrong, right) in Han)
                {
                    if (text[at..].StartsWith(wrong))
                    {
                        Report(passage, at, wrong.Length, right, pass);
                    }
                }
            }
        }
    }

    private static bool IsBehindNumber(ReadOnlySpan<char> text, int at) =>
        At(text, at - 1) is var before && (char.IsAsciiDigit(before) || before is '万' or '亿' or '余' or '多'
            || (before == ' ' && char.IsAsciiDigit(At(text, at - 2))));

    private static void Report(in Passage passage, int at, int length, string right, CopyPass pass)
    {
        if (!CopyPass.IsQuoted(passage.Text, at))
        {
            pass.Report(CopyRules.Unit, passage, at, length, right);
        }
    }
}
