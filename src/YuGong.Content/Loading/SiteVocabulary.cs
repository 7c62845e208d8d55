using YuGong.Text;

namespace YuGong.Content;

/// <summary>What the register of leads needs of a site: settings, vocabularies, the call and texts, without any entry.</summary>
public sealed record SiteVocabulary(Settings Settings, Taxonomies Taxonomies, Call? Call, SiteTexts Texts)
{
    public static SiteVocabulary Load(LoadRequest request, Diagnostics diagnostics)
    {
        var files = InputFiles.Scan(Path.Combine(request.InputFolder, "taxonomies")).Select(f => f with { Path = "taxonomies/" + f.Path })
            .ToList();
        foreach (var name in (ReadOnlySpan<string>)["call.yaml", "texts.yaml"])
        {
            var file = new FileInfo(Path.Combine(request.InputFolder, name));
            if (file.Exists)
            {
                files.Add(new(name, file.Length, file.LastWriteTimeUtc.Ticks, file.LinkTarget is not null));
            }
        }

        var whole = new SiteFilesReader(request, diagnostics);
        return new(whole.Settings(), whole.Taxonomies(files), whole.Call(files), whole.Texts(files));
    }
}
