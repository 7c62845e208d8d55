using YuGong.Content.Schemas;
using YuGong.Text;

namespace YuGong.Content;

/// <summary>An entry waiting to be read.</summary>
internal sealed record FoundEntry(string Kind, EntryFolder Folder, InputFile Index)
{
    /// <summary>Its file, to be read when a word of it is needed.</summary>
    public SourceFile LaterRead(Fingerprint expected)
    {
        var path = $"{Folder.Path}/index.md";
        return new(path, () =>
        {
            var file = TextFile.Read(Path.Combine(Folder.FullPath, "index.md"), path, Index.Size, Kind, new());
            return file is not null && Fingerprint.Of(file.Text) == expected ? file : throw new InputChangedException(path);
        });
    }
}

/// <summary>Sorts the files of <c>input/</c> into entries; what belongs nowhere is said.</summary>
internal static class EntryFolders
{
    private static readonly string[] Taxonomies = [.. SiteFileTable.Vocabularies.Select(v => Path.GetFileNameWithoutExtension(v.Path))];

    public static IReadOnlyList<FoundEntry> Find(LoadRequest request, IReadOnlyList<InputFile> files, IReadOnlySet<string> declared,
        ISet<string> unread, Diagnostics diagnostics)
    {
        var found = new List<FoundEntry>();
        for (var i = 0; i < files.Count;)
        {
            var path = files[i].Path;
            if (files[i].Size == InputFiles.Unlisted)
            {
                diagnostics.Report(ContentRules.Unreadable, At(request, path), new Phrase("文件夹打不开。", "The folder cannot be opened."));
                i++;
                continue;
            }

            var slash = path.IndexOf('/', StringComparison.Ordinal);
            var second = slash < 0 ? -1 : path.IndexOf('/', slash + 1);
            var kind = slash < 0 ? null : EntryKind.InFolder(path.AsSpan(0, slash))?.Name;
            if (files[i].IsRefused && second < 0)
            {
                InputFiles.Report(files[i].Link, $"{request.InputName}/{path}", diagnostics);
                if (kind is not null)
                {
                    unread.Add(EntryAddresses.Of(kind, path[(slash + 1)..]));
                }

                i++;
                continue;
            }

            if (kind is null || second < 0)
            {
                if (!IsKnown(path) && !declared.Contains(path))
                {
                    diagnostics.Report(ContentRules.UnknownFolder, At(request, path), path, Guess(path));
                }

                i++;
                continue;
            }

            var folder = path[..(second + 1)];
            var first = i;
            while (i < files.Count && files[i].Path.StartsWith(folder, StringComparison.Ordinal))
            {
                i++;
            }

            if (Take(request, kind, folder, files, first, i, diagnostics) is { } entry)
            {
                found.Add(entry);
            }
            else
            {
                unread.Add(EntryAddresses.Of(kind, path[(slash + 1)..second]));
            }
        }

        return found;
    }

    private static FoundEntry? Take(
        LoadRequest request, string kind, string folder, IReadOnlyList<InputFile> files, int first, int end, Diagnostics diagnostics)
    {
        InputFile? index = null;
        var refused = false;
        var beside = new List<string>();
        for (var i = first; i < end; i++)
        {
            var name = files[i].Path[folder.Length..];
            if (files[i].Size == InputFiles.Unlisted)
            {
                diagnostics.Report(ContentRules.Unreadable, At(request, files[i].Path), new Phrase("文件夹打不开。",
                    "The folder cannot be opened."));
                refused = true;
            }
            else if (files[i].IsRefused)
            {
                InputFiles.Report(files[i].Link, $"{request.InputName}/{files[i].Path}", diagnostics);
                refused |= name == "index.md";
            }
            else if (files[i].Size == 0 && request.Unsaved.Of(files[i].Path) is null
                && !PlainFile.IsSafe(Path.Combine(request.InputFolder, files[i].Path)))
            {
                diagnostics.Report(ContentRules.Unreadable, At(request, files[i].Path), new Phrase("它是管道、套接字或设备,不是文件。",
                    "It is a pipe, a socket or a device, not a file."));
                refused = true;
            }
            else if (name == "index.md")
            {
                index = files[i];
            }
            else
            {
                beside.Add(name);
            }

            if (!Array.TrueForAll(name.Split('/'), WindowsName.CanBe))
            {
                diagnostics.Report(ContentRules.WindowsCannotHold, At(request, files[i].Path), name);
            }
        }

        var id = folder[(folder.IndexOf('/', StringComparison.Ordinal) + 1)..^1];
        if (!Slug.IsValid(id))
        {
            diagnostics.Report(ContentRules.BadEntryName, At(request, folder.TrimEnd('/')), id);
            return null;
        }

        if (!WindowsName.CanBe(id))
        {
            diagnostics.Add([new(ContentRules.WindowsCannotHold, At(request, folder.TrimEnd('/')), id) { Here = Severity.Error }]);
            return null;
        }

        if (refused)
        {
            return null;
        }

        if (index is null)
        {
            diagnostics.Report(ContentRules.MissingIndex, At(request, folder.TrimEnd('/')), folder, kind, id);
            return null;
        }

        var path = folder.TrimEnd('/');
        var made = new EntryFolder($"{request.InputName}/{path}", Path.Combine(request.InputFolder, path), beside);
        return new(kind, Composed(request, made with { Elsewhere = request.Unsaved.Beside(path) }, diagnostics), index);
    }

    /// <summary>
    /// macOS takes names apart (NFD) and texts are composed when they come in: files are known by their composed names. Two that differ
    /// only so, or in capitals, are one file on the disks of macOS and Windows.
    /// </summary>
    private static EntryFolder Composed(LoadRequest request, EntryFolder folder, Diagnostics diagnostics)
    {
        Dictionary<string, string>? apart = null;
        var names = new List<string>(folder.Files.Count);
        foreach (var name in folder.Files)
        {
            var composed = Text.Intake.Composed.Of(name);
            if (names.Find(n => n.Equals(composed, StringComparison.OrdinalIgnoreCase)) is { } twin)
            {
                diagnostics.Report(ContentRules.TwinNames, new SourceFile($"{folder.Path}/{name}", "").Whole, composed, twin);
            }

            if (composed != name)
            {
                apart ??= folder.Elsewhere?.ToDictionary(StringComparer.Ordinal) ?? new(StringComparer.Ordinal);
                apart.TryAdd(composed, Path.Combine(folder.FullPath, name));
            }

            if (!names.Contains(composed))
            {
                names.Add(composed);
            }
        }

        return apart is null ? folder : folder with { Files = names, Elsewhere = apart };
    }

    private static bool IsKnown(string path) =>
        path is "site.yaml" or "call.yaml" or "texts.yaml" or "map.yaml" or "lights.yaml" or "urls.txt" or "codes.txt" or "withdrawn.txt"
            or "claims.txt" or "certificates.txt" or "README.md"
            || BookFiles.IdOf(path) is not null || Taxonomies.Any(t => path == SiteFileTable.PathOf(t));

    private static Phrase Guess(string path)
    {
        var top = path.Split('/')[0];
        var names = EntryKind.All.Select(k => k.Folder).Append("taxonomies").Append("site.yaml").Append("call.yaml").Append("texts.yaml")
            .Append("map.yaml").Append("lights.yaml").Append("urls.txt").Append("books");
        return path.StartsWith("taxonomies/", StringComparison.Ordinal)
            ? Near(Path.GetFileNameWithoutExtension(path), Taxonomies, "taxonomies/", ".yaml")
            : EntryKind.InFolder(top) is not null ? new("条目要有自己的文件夹。", "An entry has a folder of its own.") : Near(top, names, "", "");
    }

    private static Phrase Near(string word, IEnumerable<string> known, string before, string after) =>
        Suggestion.Nearest(word, known) is { } near ? Suggestion.Question(before + near + after) : Phrase.Empty;

    private static SourceSpan At(LoadRequest request, string path) => new SourceFile($"{request.InputName}/{path}", "").Whole;
}
