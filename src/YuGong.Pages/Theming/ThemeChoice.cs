using System.Text.Json;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>
/// The name of the theme, ahead of everything else, so that its templates can compile while content is read.
/// Whatever is wrong with <c>statiq.json</c> is found, with its place, when the settings are read properly.
/// </summary>
/// <param name="Place">Where somebody chose it.</param>
public sealed record ThemeChoice(string Name, SourceSpan Place)
{
    private const string Unsaid = "yugong";

    public static ThemeChoice Of(string settingsFile)
    {
        var file = new SourceFile(Path.GetFileName(settingsFile), "");
        try
        {
            file = new SourceFile(file.Path, PlainFile.Text(settingsFile));
            using var json = JsonDocument.Parse(file.Text);
            var said = json.RootElement.TryGetProperty("Theme", out var theme) ? theme.GetString() : null;
            return string.IsNullOrEmpty(said) ? new(Unsaid, file.Whole) : new(said, PlaceOf(file, theme.GetRawText()));
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException or InvalidOperationException)
        {
            return new(Unsaid, file.Whole);
        }
    }

    private static SourceSpan PlaceOf(SourceFile file, string value)
    {
        var key = file.Text.IndexOf("\"Theme\"", StringComparison.Ordinal);
        var at = key < 0 ? -1 : file.Text.IndexOf(value, key + "\"Theme\"".Length, StringComparison.Ordinal);
        return at < 0 ? file.Whole : file.Span(at, value.Length);
    }
}
