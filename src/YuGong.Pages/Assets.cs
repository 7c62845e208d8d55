using YuGong.Content;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Pages;

/// <param name="pictures">What another pipeline publishes cleaned; those files are never published as they came.</param>
/// <summary>What pages refer to: the theme's files, fonts, and the pictures and films beside entries.</summary>
public sealed class AssetsPipeline(IReadOnlyList<ThemeAsset> assets, IReadOnlyList<OutputFile> fonts, PictureCatalog pictures) : IPipeline
{
    public string Name => "assets";

    public IEnumerable<OutputFile> Make(Site site)
    {
        foreach (var asset in assets)
        {
            yield return OutputFile.Of(asset.Published, asset.Bytes);
            if (asset.Name == "favicon.svg")
            {
                yield return OutputFile.Of("favicon.svg", asset.Bytes);
            }
        }

        foreach (var font in fonts)
        {
            yield return font;
        }

        foreach (var entry in site.Entries.Where(e => e.Header.Folder.Files.Count > 0))
        {
            var used = entry.Pictures.Select(p => p.File.Id).Concat(entry.OtherFiles.Select(f => f.Id))
                .Concat(entry.Header.Body.Pictures.Select(p => p.Id));
            foreach (var name in used.Distinct(StringComparer.Ordinal)
                .Where(n => entry.Header.Folder.Files.Contains(n) && pictures.Of(entry, n) is null))
            {
                var full = entry.Header.Folder.At(name);
                yield return new(
                    OutputPath.Of(EntryAddresses.Of(entry)[1..] + name),
                    Fingerprint.Of(full).With(FileStat.VersionAt(full)),
                    () => PlainFile.Bytes(full));
            }
        }
    }
}
