using System.Text.Json;

namespace YuGong.Cli;

/// <summary>
/// The name of the theme, ahead of everything else, so that its templates can compile while content is read.
/// Whatever is wrong with <c>statiq.json</c> is found, with its place, when the settings are read properly.
/// </summary>
internal sealed class ThemeChoice(string settingsFile)
{
    public string Name
    {
        get
        {
            try
            {
                using var json = JsonDocument.Parse(File.ReadAllBytes(settingsFile));
                return json.RootElement.TryGetProperty("Theme", out var theme) && theme.GetString() is { Length: > 0 } name ? name : "yugong";
            }
            catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException or InvalidOperationException)
            {
                return "yugong";
            }
        }
    }
}
