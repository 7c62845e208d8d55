using System.Text.Json;
using Xunit;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Media;

/// <summary>IIIF Presentation API 3.0.</summary>
public sealed class ManifestTests(OddSite odd)
{
    private const string Origin = "https://yugong.example.org/";

    private static readonly string[] Kinds =
        ["Manifest", "Collection", "Canvas", "AnnotationPage", "Annotation", "Image", "ImageService3", "Agent", "Text"];

    private IEnumerable<string> Documents =>
        odd.Site.Files.Where(f => f.StartsWith("iiif/", StringComparison.Ordinal)
        && Path.GetFileName(f) is "manifest.json" or "collection.json");

    [Fact]
    public void Every_object_has_a_manifest_and_its_person_and_hall_a_collection()
    {
        foreach (var (width, height) in OddPictures.Sizes)
        {
            Assert.Contains($"iiif/objects/{OddPictures.IdOf(width, height)}/manifest.json", Documents);
        }

        Assert.Contains("iiif/people/shui-xiheng/collection.json", Documents);
        Assert.Contains("iiif/hall/builder/collection.json", Documents);
        Assert.Contains("iiif/collection.json", Documents);
        var page = odd.Site.Page("/objects/odd-513-512/");
        Assert.Equal("/iiif/objects/odd-513-512/manifest.json",
            page.QuerySelector("main a[href*='iiif'][type='application/ld+json']")!.GetAttribute("href"));
    }

    [Fact]
    public void Documents_have_the_members_that_the_standard_requires_and_name_only_what_is_there()
    {
        foreach (var path in Documents)
        {
            using var document = JsonDocument.Parse(odd.Site.Text(path));
            var root = document.RootElement;
            Assert.Equal("http://iiif.io/api/presentation/3/context.json", root.GetProperty("@context").GetString());
            Assert.Equal(Origin + path, root.GetProperty("id").GetString());
            Assert.Equal(path.EndsWith("manifest.json", StringComparison.Ordinal) ? "Manifest" : "Collection",
                root.GetProperty("type").GetString());
            foreach (var name in (string[])["label", "summary", "provider", "homepage", "items",
                .. IsPictured(root) ? ["thumbnail"] : Array.Empty<string>()])
            {
                Assert.True(root.TryGetProperty(name, out _), $"{path}: {name}");
            }

            Check(path, root);
        }
    }

    [Fact]
    public void A_manifest_says_what_the_object_is_whose_picture_it_is_and_when_it_was_made()
    {
        using var document = JsonDocument.Parse(odd.Site.Text("iiif/objects/odd-3000-2000/manifest.json"));
        var root = document.RootElement;
        Assert.Equal("1932-01-01T00:00:00Z", root.GetProperty("navDate").GetString());
        Assert.Equal("测试图片来源 · 测试权利说明", root.GetProperty("requiredStatement").GetProperty("value").GetProperty("zh-Hans")[0].GetString());
        Assert.Equal("图纸", root.GetProperty("metadata")[0].GetProperty("value").GetProperty("zh-Hans")[0].GetString());
        var canvas = root.GetProperty("items")[0];
        Assert.Equal((3000, 2000), (canvas.GetProperty("width").GetInt32(), canvas.GetProperty("height").GetInt32()));
        var painted = canvas.GetProperty("items")[0].GetProperty("items")[0];
        Assert.Equal("painting", painted.GetProperty("motivation").GetString());
        Assert.Equal(canvas.GetProperty("id").GetString(), painted.GetProperty("target").GetString());
        Assert.Equal("ImageService3", painted.GetProperty("body").GetProperty("service")[0].GetProperty("type").GetString());
    }

    [Fact]
    public void An_object_without_a_picture_has_an_empty_canvas_that_says_so()
    {
        var bare = Documents.Where(d => d.EndsWith("manifest.json", StringComparison.Ordinal))
            .Select(d => JsonDocument.Parse(odd.Site.Text(d)).RootElement).Where(d => !IsPictured(d)).ToList();
        Assert.NotEmpty(bare);
        Assert.All(bare, manifest =>
        {
            var canvas = manifest.GetProperty("items").EnumerateArray().Single();
            Assert.EndsWith("（尚无图像）", canvas.GetProperty("label").GetProperty("zh-Hans")[0].GetString());
            Assert.True(canvas.GetProperty("width").GetInt32() > canvas.GetProperty("height").GetInt32());
            Assert.False(canvas.TryGetProperty("items", out _));
        });
    }

    /// <summary>A collection is, as soon as one of its items has a picture to show.</summary>
    private static bool IsPictured(JsonElement document) =>
        document.GetProperty("items").EnumerateArray()
        .Any(i => i.TryGetProperty("thumbnail", out _)
        || (i.GetProperty("type").GetString() == "Canvas" && i.TryGetProperty("items", out _)));

    [Fact]
    public async Task Another_projects_parser_reads_every_one()
    {
        var said =
            await Tool.RunAsync(Judge.Script("iiif.mjs", [odd.Site.Folder, .. Documents]));
        Assert.True(said.Code == 0, said.Out + said.Err);
        var manifests = Documents.Count(d => d.EndsWith("manifest.json", StringComparison.Ordinal));
        Assert.Equal($"{Documents.Count()} documents, {manifests} manifests, {manifests} canvases", said.Out.Trim());
    }

    /// <summary>Every resource has an id and a known type; labels are language maps; files of this host are in the output.</summary>
    private void Check(string path, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Check(path, item);
            }
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (element.TryGetProperty("type", out var type) && type.GetString() != "TextualBody")
        {
            Assert.Contains(type.GetString(), Kinds);
            var id = element.GetProperty("id").GetString()!;
            Assert.StartsWith(Origin, id);
            if (type.GetString() is "Image" or "ImageService3" or "Manifest" or "Collection" or "Text")
            {
                var file = id[Origin.Length..];
                Assert.True(odd.Site.Has(type.GetString() == "ImageService3" ? file + "/info.json" : type.GetString() == "Text"
                    ? BuiltSite.FileOf("/" + file)
                    : file), $"{path}: {id}");
            }
        }

        foreach (var member in element.EnumerateObject())
        {
            if (member.Name is "label" or "summary" or "value" && member.Value.ValueKind == JsonValueKind.Object)
            {
                Assert.All(member.Value.EnumerateObject(),
                    language => Assert.True(language.Value.GetArrayLength() > 0 && language.Name is "zh-Hans" or "none",
                    $"{path}: {member.Name}"));
            }

            Check(path, member.Value);
        }
    }
}
