using System.Text.Json;
using YuGong.Posters.Scenes;
using YuGong.Text;

namespace YuGong.Posters.Pressing;

/// <summary>
/// What a store remembers of a typeset poster, so that a second run typesets nothing and still says what there is to say.
/// </summary>
internal sealed record RenderRecord(bool Holds, IReadOnlyList<RecordedFont> Fonts, IReadOnlyList<RecordedFinding> Findings)
{
    public static RenderRecord Of(Scene? scene, IReadOnlyList<Diagnostic> findings) => new(
        scene is not null, [.. (scene?.Fonts ?? []).Select(f => new RecordedFont(f.Key, f.Family, f.Weight, f.Content.Value))],
        [.. findings.Select(f => new RecordedFinding(f.Rule.Code, f.Span.File.Path, f.Span.File.Text, f.Span.Start, f.Span.Length,
            f.Details))]);

    public static RenderRecord? Read(ReadOnlyMemory<byte>? bytes)
    {
        try
        {
            return bytes is { } some ? JsonSerializer.Deserialize(some.Span, PressJson.Default.RenderRecord) : null;
        }
        catch (JsonException)
        {
            return null; // Cut short or of another version: the poster is made again.
        }
    }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, PressJson.Default.RenderRecord);

    public IReadOnlyList<Font> FontList => [.. Fonts.Select(f => new Font(f.Key, f.Family, f.Weight, new(f.Content)))];

    public IEnumerable<Diagnostic> Told(IReadOnlyDictionary<string, Rule> rules) =>
        Findings.Where(f => rules.ContainsKey(f.Code))
            .Select(f => new Diagnostic(rules[f.Code], new SourceFile(f.Path, f.Text).Span(f.Start, f.Length), [.. f.Details]));
}

internal sealed record RecordedFont(string Key, string Family, int Weight, ulong Content);

internal sealed record RecordedFinding(string Code, string Path, string Text, int Start, int Length, IReadOnlyList<Detail> Details);

/// <summary>What a store remembers of a finished file.</summary>
internal sealed record FileRecord(long Length, string Sha256, int Width, int Height)
{
    public static FileRecord? Read(ReadOnlyMemory<byte>? bytes)
    {
        try
        {
            return bytes is { } some ? JsonSerializer.Deserialize(some.Span, PressJson.Default.FileRecord) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, PressJson.Default.FileRecord);
}
