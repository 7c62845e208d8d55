using System.Text;

namespace YuGong.Tests.Content;

/// <summary>Writes YAML as people might: mostly right, in every style they know, with odd spacing and comments.</summary>
internal sealed class YamlWriter(Random random)
{
    private static readonly string[] Words =
    [
        "渝工", "税西恒", "a", "1889-02-17", "1935~", "true", "yes", "12:30", "http://93.gov.cn:80/a?b=c&d", "重庆:山城", "a b", "#x", "x#y", "x #y",
        "-", "--- a", "-x", "- x", "?", "*a", "&a b",
        "!t", "|", ">", "@x", "`x", "%x", "~", "null", "“引语”", "《列子》", "a, b", "[", "]", "{", "}", ",", "x: y", "x:", ":x", "'", "\"",
        "it's", "say \"x\"", "\\n", "𬌗", "e\u0301", "\u3000x", "x\u3000", "a  b", "=", "<<",
    ];

    private readonly StringBuilder text = new();

    public string Document()
    {
        if (random.Next(12) == 0)
        {
            Sequence(0, 0);
        }
        else
        {
            Mapping(random.Next(15) == 0 ? 2 : 0, 0);
        }

        return text.ToString();
    }

    private void Mapping(int indent, int depth, bool firstIsPlaced = false)
    {
        for (var (i, count) = (0, random.Next(1, 5)); i < count; i++)
        {
            if (i > 0 || !firstIsPlaced)
            {
                Gap();
                text.Append(' ', indent);
            }

            text.Append(Key(i)).Append(random.Next(30) == 0 ? " :" : ":");
            Value(indent, depth);
        }
    }

    private void Sequence(int indent, int depth)
    {
        for (var count = random.Next(1, 5); count > 0; count--)
        {
            Gap();
            text.Append(' ', indent).Append('-');
            switch (random.Next(8))
            {
                case 0 when depth < 3:
                case 1 when depth < 3:
                    var blanks = random.Next(6) == 0 ? 3 : 1;
                    text.Append(' ', blanks);
                    Mapping(indent + 1 + blanks, depth + 1, firstIsPlaced: true);
                    break;
                case 2 when depth < 3 && random.Next(4) == 0:
                    text.Append('\n');
                    Mapping(indent + 2, depth + 1);
                    break;
                default:
                    Value(indent, depth);
                    break;
            }
        }
    }

    private void Value(int indent, int depth)
    {
        switch (random.Next(14))
        {
            case 0 when depth < 4:
            case 1 when depth < 4:
                End();
                Mapping(indent + random.Next(1, 4), depth + 1);
                return;
            case 2 when depth < 4:
            case 3 when depth < 4:
                End();
                Sequence(indent + (random.Next(3) == 0 ? 0 : 2), depth + 1);
                return;
            case 4:
                End();
                return;
            case 5 when random.Next(2) == 0:
                text.Append(random.Next(2) == 0 ? " |\n" : " >-\n").Append(' ', indent + 2).Append(Word()).Append('\n')
                    .Append(' ', indent + 2).Append(Word()).Append('\n');
                return;
            case 6 when random.Next(3) == 0:
                text.Append(' ').Append(Word()).Append('\n').Append(' ', indent + 2).Append(Word()).Append('\n');
                return;
            case 7 or 8 or 9:
                text.Append(' ');
                Flow(0);
                End();
                return;
            default:
                text.Append(' ', random.Next(8) == 0 ? 3 : 1).Append(Scalar());
                End();
                return;
        }
    }

    private void Flow(int depth)
    {
        var mapping = random.Next(2) == 0;
        text.Append(mapping ? '{' : '[').Append(Blank());
        for (var (i, count) = (0, random.Next(4)); i < count; i++)
        {
            if (i > 0)
            {
                text.Append(random.Next(10) == 0 ? " , " : random.Next(10) == 0 ? "," : ", ");
            }

            if (mapping)
            {
                text.Append(Key(i)).Append(random.Next(25) == 0 ? ":" : ": ");
            }

            if (depth < 3 && random.Next(5) == 0)
            {
                Flow(depth + 1);
            }
            else if (random.Next(20) > 0)
            {
                text.Append(random.Next(3) == 0 ? Scalar() : Plain());
            }
        }

        text.Append(random.Next(30) == 0 ? "," : "").Append(random.Next(40) == 0 ? "\n  " : "").Append(Blank());
        text.Append(random.Next(60) == 0 ? ' ' : mapping ? '}' : ']');
    }

    private string Key(int i) => random.Next(60) switch
    {
        0 => "键",
        1 => "'k'",
        2 => "\"k\"",
        3 => "k k",
        4 => "k", // now and then twice
        _ => "k" + (char)('a' + i) + (random.Next(4) == 0 ? "-_9" : ""),
    };

    private string Scalar() => random.Next(16) switch
    {
        0 => $"\"{Word().Replace("\"", random.Next(4) == 0 ? "\\\"" : "")}\"",
        1 => $"'{Word().Replace("'", random.Next(4) == 0 ? "''" : "")}'",
        2 => Word(),
        _ => Plain(),
    };

    private string Plain() => Words[random.Next(10)] + (random.Next(5) == 0 ? " " + Words[random.Next(4)] : "");

    private string Word() => Words[random.Next(Words.Length)] + (random.Next(6) == 0 ? Words[random.Next(Words.Length)] : "");

    private string Blank() => random.Next(4) == 0 ? " " : "";

    private void End() => text.Append(random.Next(12) switch { 0 => "  # 注", 1 => " ", 2 when random.Next(6) == 0 => "#x", _ => "" })
        .Append('\n');

    private void Gap()
    {
        if (random.Next(15) == 0)
        {
            text.Append(random.Next(3) switch { 0 => "\n", 1 => "# 注释: 一行\n", _ => "   \n" });
        }
    }
}
