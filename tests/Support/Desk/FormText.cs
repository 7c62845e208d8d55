using YuGong.Content;
using YuGong.Content.Writing;
using YuGong.Content.Yaml;
using YuGong.Text;

namespace YuGong.Tests.Desk;

/// <summary>An entry as a form that knows nothing of the file writes it back.</summary>
internal static class FormText
{
    /// <summary>As a form writes it: no comments, everything line by line.</summary>
    public static string Of(string text) =>
        $"---\n{string.Concat(Root(text)!.Entries.Select(e => Lines(e.Key.Text, e.Value, 0)))}--"
            + $"-\n{text[(text.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..].TrimStart('\n')}";

    private static string Lines(string key, Node value, int indent) => $"{new string(' ', indent)}{key}:{After(value, indent)}";

    private static string After(Node value, int indent) => value switch
    {
        Scalar scalar =>
            $" {YamlPrinter.One(scalar, inBrackets: false, scalar.Text.Contains('\n', StringComparison.Ordinal) ? '"' : '\0')}\n",
        Sequence { Items.Count: 0 } => " []\n",
        Sequence list =>
            "\n" + string.Concat(list.Items.Select(i => new string(' ', indent + 2) + "-"
            + (i is Mapping map
            ? " " + string.Concat(map.Entries.Select(e => Lines(e.Key.Text, e.Value, indent + 4))).TrimStart() : After(i, indent + 2)))),
        Mapping map => "\n" + string.Concat(map.Entries.Select(e => Lines(e.Key.Text, e.Value, indent + 2))),
        _ => "\n",
    };

    public static Mapping? Root(string text)
    {
        var (file, findings) = (new SourceFile("", text), new Diagnostics());
        return FrontMatter.Find(file, findings) is { } matter
            ? YamlReader.Read(file, matter.Start, matter.Length, findings) as Mapping : null;
    }
}
