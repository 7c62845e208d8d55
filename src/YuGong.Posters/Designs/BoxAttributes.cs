using System.Globalization;
using System.Xml.Linq;
using YuGong.Posters.Scenes;
using YuGong.Text;

namespace YuGong.Posters.Designs;

/// <summary>The <c>data-</c> attributes of one element, read once each; what nobody asked for is unknown.</summary>
internal sealed class BoxAttributes(XElement element, DesignFile file, Diagnostics diagnostics)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public string? Text(string name)
    {
        asked.Add("data-" + name);
        return element.Attribute("data-" + name)?.Value;
    }

    public string Text(string name, string otherwise) => Text(name) ?? otherwise;

    public double Number(string name, double otherwise, double least = 0, double most = double.MaxValue)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Bad(name, most == double.MaxValue ? "1.5" : $"{SceneText.Number(least)}…{SceneText.Number(most)}");
        return otherwise;
    }

    public int? Count(string name) => Text(name) is null ? null : (int)Number(name, 1, 1, 999);

    public bool Flag(string name, bool otherwise = false) => Choice(name, otherwise, ("yes", true), ("no", false));

    public T Choice<T>(string name, T otherwise, params ReadOnlySpan<(string Word, T Value)> words)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        var valid = new List<string>();
        foreach (var (word, value) in words)
        {
            if (word == text)
            {
                return value;
            }

            valid.Add(word);
        }

        Bad(name, string.Join(" | ", valid));
        return otherwise;
    }

    /// <summary><c>24</c> or <c>18..60</c>.</summary>
    public (double Least, double Most)? Range(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var ends = text.Split("..", 2);
        if (double.TryParse(ends[0], CultureInfo.InvariantCulture, out var least)
            && double.TryParse(ends[^1], CultureInfo.InvariantCulture, out var most) && least > 0 && most >= least)
        {
            return (least, most);
        }

        Bad(name, "24 | 18..60");
        return null;
    }

    public Colour Colour(string name, Colour otherwise)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        if (Scenes.Colour.Parse(text) is { } colour)
        {
            return colour;
        }

        Bad(name, "#14171A");
        return otherwise;
    }

    /// <summary>Numbers or other words separated by blanks.</summary>
    public IReadOnlyList<string> Words(string name) => Text(name)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    public void Bad(string name, string valid)
    {
        var attribute = element.Attribute("data-" + name);
        diagnostics.Report(PosterRules.BadAttribute, file.Span((XObject?)attribute ?? element), "data-" + name, attribute?.Value ?? "",
            valid);
    }

    /// <summary>The attribute is there, with a slip in its name: that is told already.</summary>
    public bool HasSlip(string name) => element.Attributes().Any(a => !asked.Contains(a.Name.LocalName)
        && Suggestion.Nearest(a.Name.LocalName, ["data-" + name]) is not null);

    /// <summary>To be called when everything known has been read.</summary>
    public void ReportUnknown()
    {
        foreach (var attribute in element.Attributes()
            .Where(a => a.Name.LocalName.StartsWith("data-", StringComparison.Ordinal) && !asked.Contains(a.Name.LocalName)
                && !IsOfPrograms(a.Name.LocalName)))
        {
            var known = BoxReader.IsBox(attribute) && asked.Count == 1 ? $"<rect {attribute.Name.LocalName}=…>"
                : string.Join(" ", asked.Order(StringComparer.Ordinal));
            diagnostics.Report(PosterRules.UnknownAttribute, file.Span(attribute), attribute.Name.LocalName,
                Suggestion.Nearest(attribute.Name.LocalName, asked) ?? known);
        }
    }

    /// <summary>What drawing programs write for themselves: Illustrator the name of a layer, Figma what it will read again.</summary>
    private static bool IsOfPrograms(string name) => name == "data-name" || name.StartsWith("data-figma-", StringComparison.Ordinal);
}
