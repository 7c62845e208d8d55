using YuGong.Content.Yaml;
using YuGong.Text;

namespace YuGong.Content.Writing;

/// <summary>
/// Brings what a form holds into the text as its editors wrote it: only what changed is written, comments and the order of keys stay.
/// A form holds the whole front matter and writes it anew; this undoes that.
/// </summary>
public static class FrontMatterPatcher
{
    /// <param name="standing">The file as it stands, or null for a new one.</param>
    /// <param name="form">The file as the form writes it.</param>
    /// <returns>A file that says what the form says. A form that cannot be read comes back as it is: the check will say why.</returns>
    public static string Merge(string? standing, string form)
    {
        form = form.ReplaceLineEndings("\n");
        if (Part.Of(form) is not { } filled)
        {
            return form;
        }

        var old = standing is null ? null : Part.Of(standing.ReplaceLineEndings("\n"));
        if (Wanted(filled.Root, old?.Root) is not { Entries.Count: > 0 } wanted)
        {
            return form;
        }

        if (old is null)
        {
            return $"---\n{YamlPrinter.Lines(wanted, 0)}---\n{Body("", filled.Body)}";
        }

        var text = YamlPatch.Apply(old.Text[..old.Matter.BodyStart], old.Root, wanted, old.Matter.Start + old.Matter.Length);

        // Should some rare writing have been cut wrongly, the meaning comes before the comments.
        var head = Part.Of(text) is { } made && YamlEquality.Same(YamlEquality.Of(made.Root), wanted)
            ? text : $"---\n{YamlPrinter.Lines(wanted, 0)}---\n";
        return head + Body(old.Body, filled.Body);
    }

    /// <summary>The text with one key at the top saying something else.</summary>
    public static string With(string text, string key, string value)
    {
        if (Part.Of(text) is not { } part || YamlEquality.Of(part.Root) is not { } root)
        {
            return text;
        }

        var word = new Scalar(part.Root.Span, value, Plain: true);
        var entries = root.Entries.Select(e => e.Key.Text == key ? new MappingEntry(e.Key, word) : e).ToList();
        if (entries.All(e => e.Key.Text != key))
        {
            entries.Insert(Math.Min(1, entries.Count), new(new(part.Root.Span, key, Plain: true), word));
        }

        return YamlPatch.Apply(part.Text[..part.Matter.BodyStart], part.Root, root with { Entries = entries },
            part.Matter.Start + part.Matter.Length) + part.Body;
    }

    /// <summary>What a key at the top says, or null.</summary>
    public static string? ValueOf(string text, string key) =>
        Part.Of(text)?.Root.Find(key)?.Value is Scalar { IsEmpty: false } scalar ? scalar.Text : null;

    /// <summary>Whether a key at the top says anything.</summary>
    public static bool Has(string text, string key) =>
        Part.Of(text)?.Root.Find(key)?.Value is { } node && YamlEquality.Of(node) is not null;

    /// <summary>The key at the top under which a place lies: <c>birth</c>. Null in the body.</summary>
    public static string? KeyAt(SourceFile file, int offset) =>
        Part.Of(file.Text) is { } part && offset < part.Matter.Start + part.Matter.Length
            ? part.Root.Entries.LastOrDefault(e => e.Key.Span.Start <= offset)?.Key.Text : null;

    /// <summary>Whether two texts say the same under a key.</summary>
    public static bool SameUnder(string key, string? a, string? b)
    {
        return YamlEquality.Same(Under(a), Under(b));

        Node? Under(string? text) => text is not null && Part.Of(text)?.Root.Find(key)?.Value is { } node ? YamlEquality.Of(node) : null;
    }

    /// <summary>Whether two texts say the same in their bodies and under every key at the top but these.</summary>
    public static bool SameBut(IReadOnlyCollection<string> keys, string? a, string? b)
    {
        return (a is null || b is null || Part.Of(a) is not { } one || Part.Of(b) is not { } other)
            ? a == b
            : one.Body == other.Body && YamlEquality.Same(Rest(one.Root), Rest(other.Root));

        Node? Rest(Mapping root) => YamlEquality.Of(root) is { } said
            ? said with { Entries = [.. said.Entries.Where(e => !keys.Contains(e.Key.Text))] }
            : null;
    }

    /// <summary>Forms write an unchecked box as <c>false</c>; who never said so need not say it now.</summary>
    private static Mapping? Wanted(Mapping form, Mapping? standing) => YamlEquality.Of(form) is { } said
        ? said with { Entries =
            [.. said.Entries.Where(e => e.Value is not Scalar { Plain: true, Text: "false" } || standing?.Find(e.Key.Text) is not null)] }
        : null;

    /// <summary>Blank lines around the body are the file's, not the form's.</summary>
    private static string Body(string standing, string form)
    {
        var (words, before) = (form.Trim('\n'), standing.Length - standing.TrimStart('\n').Length);
        return words == standing.Trim('\n') ? standing : words.Length == 0 ? "" : $"{new string('\n', Math.Max(before, 1))}{words}\n";
    }

    private sealed record Part(string Text, FrontMatter Matter, Mapping Root)
    {
        public string Body => Text[Matter.BodyStart..];

        public static Part? Of(string text)
        {
            var (file, findings) = (new SourceFile("", text), new Diagnostics());
            return FrontMatter.Find(file, findings) is { } matter
                && YamlReader.Read(file, matter.Start, matter.Length, findings) is Mapping { Entries.Count: > 0 } root
                ? new(text, matter, root) : null;
        }
    }
}
