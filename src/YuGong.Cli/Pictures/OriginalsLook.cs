using System.Globalization;
using YuGong.Content;
using YuGong.Publishing;

namespace YuGong.Cli;

/// <summary>
/// Originals are looked at too: what is published has lost its metadata, but a telephone number in a photo lies in
/// <c>input/</c> and its history for everybody who may read that.
/// </summary>
internal static class OriginalsLook
{
    /// <summary>Files found clean by the same finder are not opened again while size and time are the same.</summary>
    public static void Over(Site site, ProjectFolder project, LeakFinder finder, LeakScan scan)
    {
        var memory = Path.Combine(project.Cache, "pictures", "looked.txt");
        var lines = File.Exists(memory) ? File.ReadAllLines(memory) : [];
        HashSet<string> before = [.. lines.FirstOrDefault() == finder.Key.ToString() ? lines.Skip(1) : []];
        var clean = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var entry in site.Entries.Where(e => e.Frame.Folder.Files.Count > 0))
        {
            foreach (var name in entry.Pictures.Select(p => p.File.Id).Concat(entry.Frame.Body.Pictures.Select(p => p.Id)).Distinct(StringComparer.Ordinal))
            {
                var file = new FileInfo(Path.Combine(entry.Frame.Folder.FullPath, name));
                if (!file.Exists)
                {
                    continue;
                }

                var known = string.Create(CultureInfo.InvariantCulture, $"{file.Length}|{file.LastWriteTimeUtc.Ticks}|{file.FullName}");
                if (before.Contains(known) || IsClean(EntryAddresses.Of(entry)[1..] + name, File.ReadAllBytes(file.FullName)))
                {
                    clean.Add(known);
                }
            }
        }

        if (!clean.SetEquals(before))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(memory)!);
            File.WriteAllLines(memory, clean.Prepend(finder.Key.ToString()));
        }

        bool IsClean(string path, byte[] bytes)
        {
            if (finder.Find(path, bytes).Count == 0)
            {
                return true;
            }

            scan.Look(path, bytes);
            return false;
        }
    }
}
