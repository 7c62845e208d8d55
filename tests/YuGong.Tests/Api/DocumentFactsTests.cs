using System.Security.Cryptography;
using System.Text;
using Xunit;
using YuGong.Content;
using YuGong.Documents;
using YuGong.Publishing.Motifs;
using YuGong.Tests.Findings;
using YuGong.Text;

namespace YuGong.Tests.Api;

/// <summary>What documents tell besides the content: files that were made, and what is no more.</summary>
public sealed class DocumentFactsTests : IDisposable
{
    private const string Story = "input/stories/yu-gong/index.md";

    private readonly ExampleProject trial = new();

    public void Dispose() => trial.Dispose();

    [Fact]
    public void A_picture_tells_its_size_its_focal_point_and_every_file_of_it()
    {
        trial.Put("input/stories/yu-gong/face.jpg", [0xFF, 0xD8]);
        Edit("-gender: 男\n+gender: 男\n+portrait: { src: face.jpg, alt: 愚公的画像, credit: 编辑部, focal: [0.3, 0.2] }");
        var portrait = Site(new()
        {
            Pictures = (entry, file) => entry.Id == "yu-gong" && file == "face.jpg"
                ? new(1920, 2400, "data:image/webp;base64,AA==", "/iiif/people/yu-gong/face/info.json",
                [
                    new("whole", "image/avif", 480, 600, "/assets/pictures/0/whole-480.avif"),
                    new("card", "image/jpeg", 320, 400, "/assets/pictures/0/card-320.jpg"),
                ])
                : null,
        });
        var person = portrait.People.Single();
        Assert.Equal((1920, 2400), (person.Portrait!.Width, person.Portrait.Height));
        Assert.Equal(new FocalPointDocument(0.3, 0.2), person.Portrait.FocalPoint);
        Assert.StartsWith("data:image/webp", person.Portrait.Placeholder, StringComparison.Ordinal);
        Assert.Equal("https://yugong.example.org/iiif/people/yu-gong/face/info.json", person.Portrait.Iiif!.OriginalString);
        Assert.Equal(
            [("whole", 480, 600, "https://yugong.example.org/assets/pictures/0/whole-480.avif"),
                ("card", 320, 400, "https://yugong.example.org/assets/pictures/0/card-320.jpg")],
            person.Portrait.Renditions.Select(r => (r.Cut, r.Width, r.Height, r.Url.OriginalString)));
        Assert.Equal(["card"], ListBuilder.Summary(person).Picture!.Renditions.Select(r => r.Cut));
    }

    [Fact]
    public void A_person_tells_the_posters_of_that_person_and_of_nobody_else()
    {
        var person = Site(new() { Posters = [Poster("person/yu-gong"), Poster("site"), Poster("person/zhi-sou")] }).People.Single();
        Assert.Equal(["person/yu-gong"], person.Posters.Select(p => p.Entry));
    }

    [Fact]
    public void A_seal_and_a_mountain_are_drawings_that_need_no_style_sheet()
    {
        var person = Site().People.Single();
        Assert.Equal("https://yugong.example.org/api/v1/people/yu-gong/seal.svg", person.Seal.OriginalString);
        Assert.Equal("https://yugong.example.org/api/v1/people/yu-gong/ridge.svg", person.Ridge.OriginalString);
        string[] drawings = [MotifFiles.Seal("yu-gong", "愚"), MotifFiles.Seal("x", "欧阳"), MotifFiles.Ridge("yu-gong")];
        foreach (var svg in drawings)
        {
            var drawing = System.Xml.Linq.XDocument.Parse(svg);
            Assert.Equal("{http://www.w3.org/2000/svg}svg", drawing.Root!.Name.ToString());
            Assert.NotNull(drawing.Root.Attribute("width"));
            Assert.All(drawing.Root.Elements(), mark => Assert.NotNull(mark.Attribute("fill")));
        }
    }

    [Fact]
    public void Who_was_withdrawn_is_known_to_who_holds_the_document_and_named_to_nobody()
    {
        Edit("-gender: 男\n+gender: 男\n+aliases: [/people/bei-shan/]");
        var site = Site(new() { Withdrawals = [new(new(2026, 11, 1), "/people/zhi-sou/"), new(new(2026, 11, 20), "/about-us/")] });
        var changes = (ChangesDocument)new ListBuilder(site).All().Single(d => d.Place == "changes.json").Document;
        Assert.Equal(
            [("page", "withdrawn", Key("page/about-us")), ("person", "withdrawn", Key("person/zhi-sou")),
                ("person", "moved", Key("person/bei-shan"))],
            changes.Tombstones.Select(t => (t.Type, t.Reason, t.Key)));
        Assert.Equal([new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 1), null], changes.Tombstones.Select(t => t.Date));
        Assert.Equal("yu-gong", changes.Tombstones[2].Successor!.Id);
        Assert.DoesNotContain("zhi-sou", Encoding.UTF8.GetString(DocumentJson.Bytes(changes)), StringComparison.Ordinal);
    }

    private static string Key(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    private static PosterDocument Poster(string entry) => new()
    {
        Entry = entry, Variant = "peak-a3", Title = "", Size = "297 × 420 mm", Format = "pdf", Purpose = "", Path = "/p.pdf",
        Url = new("https://yugong.example.org/p.pdf"), MediaType = "application/pdf", Width = null, Height = null, Bytes = 1,
        Preview = null,
    };

    private PublicSite Site(DocumentSources? sources = null)
    {
        var project = trial.Project;
        var found = new Diagnostics();
        var request = new LoadRequest(project.Input, "input", project.Settings, ExampleProject.Today, Edition.Release,
            new HashSet<Fingerprint>(), 1);
        var loaded = SiteLoader.Load(request, InputFiles.Scan(project.Input), found);
        Assert.True(loaded is { Site.Stories.Count: 1 }, string.Join('\n', found.Sorted().Select(d => d.Message(Language.Chinese))));
        return new(loaded.Site, sources);
    }

    private void Edit(string edit) => trial.Lay(new(Story, "edit", edit + "\n"));
}
