using System.Formats.Tar;
using System.IO.Compression;
using YuGong.Text.Privacy;

namespace YuGong.Publishing.Privacy;

/// <summary>Files within files: zip and everything that is one (Office, OpenDocument, EPUB), and tar.</summary>
internal static class Archives
{
    private const int MostEntries = 20_000;

    public static IEnumerable<FileText> Zip(FileReading reading, byte[] bytes, string inside, int depth)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        if (archive.Entries.Count > MostEntries)
        {
            yield return FileText.NotRead(inside, new($"压缩包里有 {archive.Entries.Count} 个文件",
                $"the archive has {archive.Entries.Count} files"));
            yield break;
        }

        if (archive.Comment.Length > 0)
        {
            yield return new(inside, archive.Comment, TextForm.Plain);
        }

        foreach (var entry in archive.Entries)
        {
            var place = inside.Length == 0 ? entry.FullName : $"{inside} » {entry.FullName}";
            yield return new(place, entry.FullName + "\n" + entry.Comment, TextForm.Plain);
            if (entry.IsEncrypted)
            {
                yield return FileText.NotRead(place, new("加了密码,读不出里面的字", "it has a password, so that its words cannot be read"));
                continue;
            }

            if (entry.FullName.EndsWith('/'))
            {
                continue;
            }

            foreach (var text in reading.In(entry.FullName, reading.Unfold(entry.Open()), place, depth + 1))
            {
                yield return text;
            }
        }
    }

    public static IEnumerable<FileText> Tar(FileReading reading, byte[] bytes, string inside, int depth)
    {
        using var archive = new TarReader(new MemoryStream(bytes));
        var count = 0;
        while (archive.GetNextEntry() is { } entry)
        {
            var place = inside.Length == 0 ? entry.Name : $"{inside} » {entry.Name}";
            yield return new(place, entry.Name + "\n" + entry.LinkName, TextForm.Plain);
            if (++count > MostEntries)
            {
                yield return FileText.NotRead(inside, new($"压缩包里有 {MostEntries} 个以上的文件",
                    $"the archive has more than {MostEntries} files"));
                yield break;
            }

            foreach (var text in entry.DataStream is { } data ? reading.In(entry.Name, reading.Unfold(data), place, depth + 1) : [])
            {
                yield return text;
            }
        }
    }
}
