using YuGong.Content;
using YuGong.Publishing.Privacy;
using YuGong.Text;
using YuGong.Text.Privacy;

namespace YuGong.Cli;

/// <summary>The scanner of a project: what the association itself makes public is allowed, what the register names is looked for.</summary>
internal sealed class ProjectPrivacy
{
    private readonly ProjectFolder project;
    private readonly (Fingerprint Stamp, IReadOnlyList<InputFile> Inputs, IReadOnlyList<InputFile> Themes) read;

    /// <param name="site">Null when the input could not be read: then nothing is allowed.</param>
    /// <param name="values">Of the private register, or of a file.</param>
    public ProjectPrivacy(
        ProjectFolder project, Site? site, (Fingerprint Stamp, IReadOnlyList<InputFile> Inputs, IReadOnlyList<InputFile> Themes) read,
            IReadOnlyList<PrivateValue> values)
    {
        (this.project, this.read) = (project, read);
        Scanner = ScannerOf(site, values);
        Places = new(Path.GetRelativePath(project.Root, project.Output), site, [.. Entries().Concat(Others()).Select(s => s.File)],
            Scanner);
    }

    public PrivacyScanner Scanner { get; }

    public PrivatePlaces Places { get; }

    public static PrivacyScanner ScannerOf(Site? site, IReadOnlyList<PrivateValue> values) =>
        new(new PrivacyMatcher(values, PublicContactsOf(site)));

    /// <summary>Addresses and numbers that the association gives to everybody.</summary>
    public static IReadOnlyList<string> PublicContactsOf(Site? site) =>
        site is null ? [] : site.Call is { } call ? [call.Mail, .. site.Settings.PublicContacts] : site.Settings.PublicContacts;

    /// <summary>
    /// Everything that lies in the input and the theme but the entries' own texts, which were searched as they were read: settings,
    /// vocabularies, captions, pictures with their metadata. Reports each finding at its place; false when there was one.
    /// </summary>
    /// <param name="memory">Whether files that were found clean are remembered; a check writes nothing.</param>
    public bool ScanInput(int jobs, bool memory, Diagnostics findings) =>
        new InputScan(Scanner, memory ? Path.Combine(project.Cache, "privacy", "clean.txt") : null)
            .Report(Others(), Places, jobs, findings);

    /// <summary>One file that does not lie on the disk yet.</summary>
    /// <param name="name">As people know it: <c>input/call.yaml</c>.</param>
    public void Scan(string name, ReadOnlyMemory<byte> bytes, Diagnostics findings)
    {
        foreach (var finding in Scanner.Scan(name, bytes))
        {
            InputScan.Report(finding, Places, findings);
        }
    }

    /// <summary>What <c>build</c> lets every rendered file go through.</summary>
    public PrivacyGate Gate() => new(Scanner, path => path.StartsWith("posters/", StringComparison.Ordinal));

    private IEnumerable<(PrivacySource File, long Size, long Modified)> Entries() => Input(f => IsEntry(f.Path));

    private IEnumerable<(PrivacySource File, long Size, long Modified)> Others()
    {
        var settings = new FileInfo(project.Settings);
        if (settings.Exists)
        {
            yield return (new(settings.Name, settings.FullName), settings.Length, settings.LastWriteTimeUtc.Ticks);
        }

        foreach (var file in Input(f => !IsEntry(f.Path)))
        {
            yield return file;
        }

        foreach (var file in read.Themes.Where(f => !f.IsLink))
        {
            yield return (new($"themes/{file.Path}", Path.Combine(project.Themes, file.Path)), file.Size, file.Modified);
        }
    }

    private IEnumerable<(PrivacySource File, long Size, long Modified)> Input(Func<InputFile, bool> which) =>
        read.Inputs.Where(f => !f.IsLink && which(f)).Select(f =>
            (new PrivacySource($"{project.InputName}/{f.Path}", Path.Combine(project.Input, f.Path)), f.Size, f.Modified));

    private static bool IsEntry(string path) => path.EndsWith("/index.md", StringComparison.Ordinal);
}
