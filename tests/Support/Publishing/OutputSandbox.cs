using System.Text;
using Xunit;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Tests.Publishing;

/// <summary>A project folder that lasts as long as a test, with an <c>output</c> to publish into and to look at.</summary>
internal sealed class OutputSandbox : IDisposable
{
    public OutputSandbox(string? folder = null)
    {
        Folder = folder ?? Directory.CreateTempSubdirectory("yugong-yard-").FullName;
        Output = Path.Combine(Folder, "output");
        Build = Path.Combine(Folder, ".output.build");
    }

    public string Folder { get; }

    public string Output { get; }

    public string Build { get; }

    public Diagnostics Findings { get; private set; } = new();

    public IEnumerable<string> Codes => Findings.Sorted().Select(d => d.Rule.Code);

    public static PublicationPlan Plan(IEnumerable<KeyValuePair<string, string>> site) =>
        PublicationPlan.Check(site.Select(file => OutputFile.Of(file.Key, Encoding.UTF8.GetBytes(file.Value))), new())!;

    public DiskPublication Publication(bool force = false) => new(Output, Folder) { Force = force, Jobs = 4 };

    public PublicationReport? Publish(IReadOnlyDictionary<string, string> site, bool force = false) =>
        Publish(Plan(site), Publication(force));

    public PublicationReport? Publish(PublicationPlan plan, DiskPublication publication)
    {
        Findings = new();
        return publication.Publish(plan, Findings, TestContext.Current.CancellationToken);
    }

    public string At(string path) => Path.Combine(Output, path);

    public void Put(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    /// <summary>Everything in the output: files with their text, folders that are empty, links with their target.</summary>
    public SortedDictionary<string, string> Look() => Look(Output);

    public static SortedDictionary<string, string> Look(string output)
    {
        var seen = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in new DirectoryInfo(output)
            .EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = FileAttributes.None, RecurseSubdirectories = true }))
        {
            var path = Path.GetRelativePath(output, entry.FullName).Replace('\\', '/');
            if (path == FolderKind.Marker)
            {
                continue; // ours, and no part of the site
            }

            if (path.Split('/').SkipLast(1).Aggregate((output, false), Step).Item2)
            {
                continue; // behind a link
            }

            if (entry.LinkTarget is { } target)
            {
                seen.Add(path, "-> " + target);
            }
            else if (entry is FileInfo)
            {
                seen.Add(path, File.ReadAllText(entry.FullName));
            }
            else if (!Directory.EnumerateFileSystemEntries(entry.FullName).Any())
            {
                seen.Add(path + "/", "");
            }
        }

        return seen;

        static (string Path, bool IsLink) Step((string Path, bool IsLink) at, string part)
        {
            var path = Path.Combine(at.Path, part);
            return (path, at.IsLink || new DirectoryInfo(path).LinkTarget is not null);
        }
    }

    public void Shows(IEnumerable<KeyValuePair<string, string>> expected) =>
        Assert.Equal(new SortedDictionary<string, string>(expected.ToDictionary(), StringComparer.Ordinal), Look());

    /// <summary>Identity and time of a file: nobody wrote it when both stay.</summary>
    public (ulong Inode, long Modified) Stamp(string path)
    {
        var entry = FileStat.At(At(path))!;
        return (entry.Inode, entry.Modified);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
