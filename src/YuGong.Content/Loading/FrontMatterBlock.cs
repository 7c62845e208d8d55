using YuGong.Content.Yaml;
using YuGong.Text;

namespace YuGong.Content;

/// <summary>
/// An entry's text in its two parts, before any key is understood: the keys with their places, and where the Markdown begins.
/// </summary>
public sealed record FrontMatterBlock(SourceFile File, Mapping Keys, int BodyStart)
{
    /// <summary>Null, with findings, when there is no front matter or it is no YAML mapping.</summary>
    public static FrontMatterBlock? Read(SourceFile file, Diagnostics diagnostics) =>
        FrontMatter.Find(file, diagnostics) is { } matter
            && YamlReader.ReadMapping(file, matter.Start, matter.Length, diagnostics) is { } keys
            ? new(file, keys, matter.BodyStart)
            : null;
}
