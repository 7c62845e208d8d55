using YuGong.Text;

namespace YuGong.Content;

/// <summary>What the register of leads needs of a site: its settings, its vocabularies and the call, without any entry.</summary>
public sealed record SiteVocabulary(Settings Settings, Taxonomies Taxonomies, Call? Call)
{
    public static SiteVocabulary Load(LoadRequest request, Diagnostics diagnostics)
    {
        var files = InputFiles.Scan(Path.Combine(request.InputFolder, "taxonomies")).Select(f => f with { Path = "taxonomies/" + f.Path })
            .ToList();
        var call = new FileInfo(Path.Combine(request.InputFolder, "call.yaml"));
        if (call.Exists)
        {
            files.Add(new("call.yaml", call.Length, call.LastWriteTimeUtc.Ticks, call.LinkTarget is not null));
        }

        var whole = new SiteFilesReader(request, diagnostics);
        return new(whole.Settings(), whole.Taxonomies(files), whole.Call(files));
    }
}
