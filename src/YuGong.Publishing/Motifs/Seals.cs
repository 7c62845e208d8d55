using System.Globalization;
using System.Text;
using YuGong.Text;

namespace YuGong.Publishing.Motifs;

/// <summary>A surname cut as a seal: a person without a portrait gets one, never a grey silhouette.</summary>
public static class Seals
{
    private static readonly string[] DoubleSurnames =
        ["欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "司空", "夏侯", "端木", "百里", "南宫", "长孙", "宇文", "轩辕", "呼延"];

    /// <summary>The surname of a Chinese name, one or two characters; the first character of any other name.</summary>
    public static string Surname(string name)
    {
        if (name.Length > 2 && DoubleSurnames.Contains(name[..2]))
        {
            return name[..2];
        }

        return new StringInfo(name).LengthInTextElements > 0 ? StringInfo.GetNextTextElement(name) : name;
    }

    /// <summary>
    /// 120 × 120 px: a ground with the worn edge of a stone (class <c>seal-ground</c>) and the characters (class <c>seal-char</c>, or
    /// <c>seal-char two</c> for a double surname, set from top to bottom). Colours and face belong to the theme.
    /// </summary>
    public static string Draw(string id, string surname)
    {
        var seed = new Seed(Fingerprint.Of("seal:" + id).Value);
        var svg = new StringBuilder("<svg class=\"seal\" viewBox=\"0 0 120 120\" role=\"img\" aria-label=\"印：")
            .Append(surname).Append("\"><path class=\"seal-ground\" d=\"").Append(Edge(seed)).Append("\"/>");
        var characters = StringInfo.GetTextElementEnumerator(surname);
        var texts = new List<string>();
        while (characters.MoveNext())
        {
            texts.Add((string)characters.Current);
        }

        for (var i = 0; i < texts.Count; i++)
        {
            var y = texts.Count == 1 ? 60 : 35 + (i * 50);
            svg.Append(CultureInfo.InvariantCulture,
                $"<text class=\"seal-char{(texts.Count > 1 ? " two" : "")}\" x=\"60\" y=\"{y}\">{texts[i]}</text>");
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>The ground of the same seal alone, as path data of 120 × 120.</summary>
    public static string Ground(string id) => Edge(new Seed(Fingerprint.Of("seal:" + id).Value));

    /// <summary>A square with rounded corners whose sides are a little worn.</summary>
    private static string Edge(Seed seed)
    {
        var path = new StringBuilder("M14 6");
        Side(path, seed, i => (14 + (i * 23), 6));
        path.Append("Q115 5 114 14");
        Side(path, seed, i => (114, 14 + (i * 23)));
        path.Append("Q115 115 106 114");
        Side(path, seed, i => (106 - (i * 23), 114));
        path.Append("Q5 115 6 106");
        Side(path, seed, i => (6, 106 - (i * 23)));
        return path.Append("Q5 5 14 6z").ToString();
    }

    private static void Side(StringBuilder path, Seed seed, Func<int, (int X, int Y)> at)
    {
        for (var i = 1; i <= 4; i++)
        {
            var (x, y) = at(i);
            path.Append(CultureInfo.InvariantCulture, $"L{x + seed.Between(-1.6, 1.6):0.#} {y + seed.Between(-1.6, 1.6):0.#}");
        }
    }
}
