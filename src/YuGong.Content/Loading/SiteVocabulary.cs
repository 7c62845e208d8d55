using YuGong.Text;

namespace YuGong.Content;

/// <summary>What the register of leads needs of a site: settings, vocabularies, the call and texts, without any entry.</summary>
public sealed record SiteVocabulary(Settings Settings, Taxonomies Taxonomies, Call? Call, SiteTexts Texts)
{
    public static SiteVocabulary Load(LoadRequest request, Diagnostics diagnostics)
    {
        var files = InputFiles.Scan(request.InputFolder, request.ProjectFolder);
        var whole = new SiteFilesReader(request, diagnostics);
        return new(whole.Settings(files), whole.Taxonomies(files), whole.Call(files), whole.Texts(files));
    }
}
