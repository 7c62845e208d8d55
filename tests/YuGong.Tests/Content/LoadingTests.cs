using Xunit;
using YuGong.Content;
using YuGong.Tests.Findings;
using YuGong.Tests.Support;
using YuGong.Text;

namespace YuGong.Tests.Content;

/// <summary>A folder becomes a site; one cause, one finding.</summary>
public sealed class LoadingTests : IDisposable
{
    private const string Story = "input/stories/yu-gong/index.md";
    private const string Thing = "input/objects/ji-ben/index.md";

    private readonly ExampleProject trial = new();

    public void Dispose() => trial.Dispose();

    [Fact]
    public void The_real_content_has_no_errors_and_no_warnings()
    {
        Diagnostics found = new();
        var request = new LoadRequest(Repository.At("input"), "input", Repository.At("statiq.json"), ExampleProject.Today, Edition.Release,
            new HashSet<Fingerprint>(), 2);
        var loaded = SiteLoader.Load(request, InputFiles.Scan(request.InputFolder), found)!;
        Assert.Equal([], found.Sorted().Where(d => d.Severity != Severity.Note)
            .Select(d => $"{d.Rule.Code} {d.Span.File.Path} {d.Message(Language.Chinese)}"));
        Assert.NotEmpty(loaded.Site.Stories);
        Assert.NotEmpty(loaded.Site.Objects);
    }

    [Fact]
    public void A_reference_holds_both_ways()
    {
        Assert.Equal([], Codes());
        Edit(Story, "-objects: [ji-ben]");
        Assert.Equal([("YG164", Thing, 6)], Places());
        Edit(Thing, "-people: [{ id: yu-gong, role: user }]\n+people: [{ id: yu-gonga, role: user }]");
        Assert.Equal([("YG163", Thing, 6)], Places());
        Edit(Thing, "-people: [{ id: yu-gonga, role: user }]\n+people: [{ id: yu-gong, role: user }]");
        Edit(Story, " era: early\n+objects: [ji-ben]");
        Assert.Equal([], Codes());
    }

    [Fact]
    public void An_entry_that_cannot_be_read_is_not_missing_besides()
    {
        Edit(Thing, "-title: 箕畚");
        Assert.Equal([("YG131", Thing, 2)], Places());
        Edit(Story, "-gender: 男");
        Assert.Equal(["YG131", "YG131"], Codes());
    }

    [Fact]
    public void A_broken_source_is_one_mistake_however_often_it_is_cited()
    {
        Edit(Story, "-    publisher: 中华书局");
        Assert.Equal([("YG131", Story, 18)], Places());
    }

    [Fact]
    public void A_broken_claim_does_not_make_its_source_or_picture_unused()
    {
        trial.Put("input/stories/yu-gong/photo.jpg", "x");
        Edit(Story,
            "-  - { date: 1940, text: 徐悲鸿作《愚公移山》, place: 印度, cite: [s2] }\n+  - { date: 1940, place: 印度, cite: [s2] }\n@\n objects: "
            + "[ji-ben]\n+pictures: [{ src: photo.jpg, alt: 山 }]");
        Diagnostics found = new();
        var (project, nothing) = (trial.Project, new HashSet<Fingerprint>());
        var request = new LoadRequest(project.Input, "input", project.Settings, ExampleProject.Today, Edition.Release, nothing, 1);
        SiteLoader.Load(request, InputFiles.Scan(project.Input), found);
        Assert.Equal(["YG131", "YG131"], found.Sorted().Where(d => d.Severity != Severity.Note).Select(d => d.Rule.Code));
    }

    [Fact]
    public void A_film_with_a_bad_address_is_told_once()
    {
        trial.Put("input/videos/yi-shan/index.md",
            "---\nid: yi-shan\nstatus: draft\ntitle: 移山\npeople: [yu-gong]\ndate: 2026-11-01\nduration: 90\nurl: "
            + "www.example.org\nsummary: 一家人在山脚下叩石垦壤，九十秒的动画短片。\n---\n\n文字稿。\n");
        Assert.Equal(["YG144"], Codes());
    }

    [Fact]
    public void A_vocabulary_of_comments_is_empty_and_no_mistake()
    {
        trial.Put("input/taxonomies/fields.yaml", "# 待补\n");
        Assert.Equal([], Codes());
    }

    [Fact]
    public void A_clean_body_is_not_parsed_again_and_a_changed_one_is()
    {
        LoadRequest Request(IReadOnlySet<Fingerprint> clean) =>
            new(trial.Project.Input, "input", trial.Project.Settings, ExampleProject.Today, Edition.Release, clean, 1);
        var files = InputFiles.Scan(trial.Project.Input);
        var first = SiteLoader.Load(Request(new HashSet<Fingerprint>()), files, new())!.CleanBodies;
        Assert.Equal(3 + 1, first.Count); // and the files about the whole site
        Assert.Equal(first, SiteLoader.Load(Request(first), files, new())!.CleanBodies);
        Edit(Story,
            " 这是一篇寓言，不是施工记录。它没有写工期，也没有写土方，只写了一家人、一个邻居家的孩子和一种最普通的竹器。山有多高，路有多远，书里说得清楚；什么时候挖完，书里没有说，因为说话的人不在乎。\n+\n+[断](/people/nobody/)");
        Diagnostics found = new();
        SiteLoader.Load(Request(first), InputFiles.Scan(trial.Project.Input), found);
        Assert.Equal(["YG181"], found.Sorted().Select(d => d.Rule.Code));
    }

    [Fact]
    public void Any_number_of_threads_finds_the_same()
    {
        Edit(Story, "-gender: 男");
        Edit(Thing, "-title: 箕畚\n+titel: 箕畚");
        IEnumerable<string> With(int jobs)
        {
            Diagnostics found = new();
            SiteLoader.Load(new(trial.Project.Input, "input", trial.Project.Settings, ExampleProject.Today, Edition.Preview,
                new HashSet<Fingerprint>(), jobs), InputFiles.Scan(trial.Project.Input), found);
            return found.Sorted().Select(d => $"{d.Rule.Code} {d.Span.File.Path} {d.Span.Start} {d.Message(Language.Chinese)}").ToList();
        }

        Assert.Equal(With(1), With(8));
    }

    private void Edit(string path, string edit) => trial.Lay(new(path, "edit", edit + "\n"));

    private IEnumerable<string> Codes() => trial.Check().Where(d => d.Severity != Severity.Note).Select(d => d.Rule.Code);

    private IEnumerable<(string, string, int)> Places() =>
        trial.Check().Select(d => (d.Rule.Code, d.Span.File.Path, d.Span.File.At(d.Span.Start).Line));
}
