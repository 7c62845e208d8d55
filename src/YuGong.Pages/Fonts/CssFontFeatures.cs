using System.Text.RegularExpressions;

namespace YuGong.Pages;

/// <summary>
/// The layout features that a theme asks its fonts for, by OpenType tag (CSS Fonts 4, sections 6 and 7). What a cut font keeps of others
/// weighs on every first visit; what shapers use unasked, such as kerning, needs no mention here.
/// </summary>
internal static partial class CssFontFeatures
{
    /// <summary>What the keywords of <c>font-variant-*</c> ask for.</summary>
    private static readonly Dictionary<string, string[]> Keywords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["common-ligatures"] = ["liga", "clig"],
        ["discretionary-ligatures"] = ["dlig"],
        ["historical-ligatures"] = ["hlig"],
        ["contextual"] = ["calt"],
        ["sub"] = ["subs"],
        ["super"] = ["sups"],
        ["small-caps"] = ["smcp"],
        ["all-small-caps"] = ["c2sc", "smcp"],
        ["petite-caps"] = ["pcap"],
        ["all-petite-caps"] = ["c2pc", "pcap"],
        ["unicase"] = ["unic"],
        ["titling-caps"] = ["titl"],
        ["lining-nums"] = ["lnum"],
        ["oldstyle-nums"] = ["onum"],
        ["proportional-nums"] = ["pnum"],
        ["tabular-nums"] = ["tnum"],
        ["diagonal-fractions"] = ["frac"],
        ["stacked-fractions"] = ["afrc"],
        ["ordinal"] = ["ordn"],
        ["slashed-zero"] = ["zero"],
        ["jis78"] = ["jp78"],
        ["jis83"] = ["jp83"],
        ["jis90"] = ["jp90"],
        ["jis04"] = ["jp04"],
        ["simplified"] = ["smpl"],
        ["traditional"] = ["trad"],
        ["full-width"] = ["fwid"],
        ["proportional-width"] = ["pwid"],
        ["ruby"] = ["ruby"],
        ["historical-forms"] = ["hist"],
        ["stylistic"] = ["salt"],
        ["swash"] = ["swsh", "cswh"],
        ["ornaments"] = ["ornm"],
        ["annotation"] = ["nalt"],

        // @font-feature-values gives these their numbers; all are kept, which costs little in the fonts that have any.
        ["styleset"] = [.. Enumerable.Range(1, 20).Select(number => $"ss{number:00}")],
        ["character-variant"] = [.. Enumerable.Range(1, 99).Select(number => $"cv{number:00}")],
    };

    /// <summary>Of all style sheets and templates of a theme, sorted.</summary>
    public static IReadOnlyList<string> AskedBy(Theme theme) =>
    [
        .. theme.StyleSheets().Concat(theme.Templates.Values.Concat(theme.Partials.Values).Select(template => template.File))
            .SelectMany(file => In(file.Text)).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <param name="css">A style sheet, or anything else with declarations in it, such as a page with <c>style</c> attributes.</param>
    public static IEnumerable<string> In(string css)
    {
        foreach (Match declaration in Declarations().Matches(Comments().Replace(css, " ")))
        {
            var value = declaration.Groups["value"].Value;
            foreach (Match feature in Settings().Matches(value))
            {
                if (!feature.Groups["off"].Success)
                {
                    yield return feature.Groups["tag"].Value;
                }
            }

            foreach (Match word in Words().Matches(value))
            {
                foreach (var tag in Keywords.GetValueOrDefault(word.Value, []))
                {
                    yield return tag;
                }
            }
        }
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comments();

    /// <summary>
    /// Declarations that may ask for features. Custom properties count, since <c>var()</c> may take one of them anywhere. Of the shorthand
    /// <c>font</c> only its one word does: the rest of its value may be anybody's name of a font.
    /// </summary>
    [GeneratedRegex(
        @"(?<![\w-])(?:((-webkit-|-moz-)?font-(feature-settings|variant(-[a-z-]+)?)|--[\w-]+)\s*:(?<value>[^;{}]+)"
        + @"|font\s*:[^;{}]*?(?<value>\bsmall-caps\b))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declarations();

    [GeneratedRegex("""["'](?<tag>[\x20-\x7E]{4})["'](?<off>\s*(0|off)\b)?""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Settings();

    [GeneratedRegex(@"(?<![\w""'-])[a-z][a-z0-9-]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();
}
