using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using YuGong.Content;
using YuGong.Pages.Views;

namespace YuGong.Pages;

/// <summary>Writes a page's JSON-LD (schema.org): what it is, and its breadcrumbs.</summary>
internal sealed class StructuredData(Utf8JsonWriter json, Settings settings)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(Settings settings, IReadOnlyList<LinkView> crumbs, Action<StructuredData> data)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("@context", "https://schema.org");
            writer.WriteStartArray("@graph");
            data(new(writer, settings));
            if (crumbs.Count > 0)
            {
                WriteCrumbs(writer, settings, crumbs);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    public void Thing(string type, string path, string name, string? description, Action<StructuredData>? more = null,
        string? fragment = null)
    {
        json.WriteStartObject();
        json.WriteString("@type", type);
        json.WriteString("@id", settings.Absolute(path) + (fragment is null ? "" : "#" + fragment));
        json.WriteString(type is "Article" or "NewsArticle" ? "headline" : "name", name);
        Text("description", description);
        json.WriteString("url", settings.Absolute(path));
        json.WriteString("inLanguage", "zh-Hans");
        more?.Invoke(this);
        json.WriteEndObject();
    }

    public void Text(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }

    public void Texts(string name, IEnumerable<string> values)
    {
        var list = values.Where(v => v.Length > 0).ToList();
        if (list.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        list.ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }

    /// <summary>schema.org/CorrectionComment.</summary>
    public void Corrections(IReadOnlyList<Correction> corrections)
    {
        if (corrections.Count == 0)
        {
            return;
        }

        json.WriteStartArray("correction");
        foreach (var correction in corrections)
        {
            json.WriteStartObject();
            json.WriteString("@type", "CorrectionComment");
            json.WriteString("text", correction.Text);
            json.WriteString("datePublished", correction.Date.ToString("yyyy-MM-dd"));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A person met in passing: their name and page.</summary>
    public void Named(string property, string type, string name, string? path = null, string? fragment = null)
    {
        json.WriteStartObject(property);
        Inner(type, name, path, fragment);
        json.WriteEndObject();
    }

    /// <param name="things">Addresses as people write them, empty for what has no page.</param>
    public void NamedList(string property, string type, IEnumerable<LinkView> things)
    {
        var list = things.ToList();
        if (list.Count == 0)
        {
            return;
        }

        json.WriteStartArray(property);
        foreach (var (name, url) in list)
        {
            json.WriteStartObject();
            Inner(type, name, url.Length == 0 ? null : url, type == "Person" ? "person" : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCrumbs(Utf8JsonWriter json, Settings settings, IReadOnlyList<LinkView> crumbs)
    {
        json.WriteStartObject();
        json.WriteString("@type", "BreadcrumbList");
        json.WriteStartArray("itemListElement");
        for (var i = 0; i < crumbs.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("@type", "ListItem");
            json.WriteNumber("position", i + 1);
            json.WriteString("name", crumbs[i].Title);
            json.WriteString("item", settings.Absolute(crumbs[i].Url));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Inner(string type, string name, string? path, string? fragment)
    {
        json.WriteString("@type", type);
        json.WriteString("name", name);
        if (path is not null)
        {
            json.WriteString("@id", settings.Absolute(path) + (fragment is null ? "" : "#" + fragment));
            json.WriteString("url", settings.Absolute(path));
        }
    }
}
