using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using YuGong.Tests.Support;

namespace YuGong.Tests.Manuscripts;

/// <summary>
/// What an editor of a channel does to HTML, after <c>sanitizers.json</c>: elements that are not allowed lose their tags, attributes and
/// declarations vanish. What comes out as it went in has nothing to lose there.
/// </summary>
internal sealed class Sanitizer
{
    private readonly Dictionary<string, HashSet<string>> attributes;
    private readonly HashSet<string> properties;
    private readonly string[] schemes;

    private Sanitizer(JsonElement profile)
    {
        attributes = profile.GetProperty("tags").EnumerateObject().ToDictionary(t => t.Name,
            t => t.Value.EnumerateArray().Select(a => a.GetString()!).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        properties = [.. profile.GetProperty("style").EnumerateArray().Select(p => p.GetString()!)];
        schemes = [.. profile.GetProperty("addresses").EnumerateArray().Select(p => p.GetString()!)];
    }

    public static Sanitizer For(string channel)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Repository.At("tests", "YuGong.Tests", "Manuscripts", "sanitizers.json")));
        return new(file.RootElement.GetProperty(channel));
    }

    public string Clean(string html)
    {
        var body = new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + html).Body!;
        foreach (var element in body.QuerySelectorAll("*").ToList())
        {
            if (!attributes.TryGetValue(element.LocalName, out var allowed))
            {
                element.Replace([.. element.ChildNodes]);
                continue;
            }

            foreach (var attribute in element.Attributes.Where(a => !allowed.Contains(a.Name)).ToList())
            {
                element.RemoveAttribute(attribute.Name);
            }

            if (element.GetAttribute("style") is { } style)
            {
                element.SetAttribute("style", string.Join(';', style.Split(';').Where(d => IsAllowed(d))));
            }

            foreach (var name in new[] { "href", "src" })
            {
                if (element.GetAttribute(name) is { } address && !schemes.Any(scheme => IsAllowed(address, scheme)))
                {
                    element.RemoveAttribute(name);
                }
            }
        }

        return body.InnerHtml;
    }

    /// <param name="scheme">Empty for a file beside the text.</param>
    private static bool IsAllowed(string address, string scheme) =>
        scheme.Length == 0 ? !address.Contains(':') : address.StartsWith(scheme, StringComparison.Ordinal);

    private bool IsAllowed(string declaration) => declaration.Split(':', 2) is [var name, var value] && properties.Contains(name.Trim())
        && !value.Contains("url(", StringComparison.OrdinalIgnoreCase) && !value.Contains("expression", StringComparison.OrdinalIgnoreCase);
}
