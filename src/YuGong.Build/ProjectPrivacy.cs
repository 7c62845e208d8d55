using YuGong.Content;
using YuGong.Publishing.Privacy;
using YuGong.Text;
using YuGong.Text.Privacy;

namespace YuGong.Build;

/// <summary>The scanner of a project: what the association itself makes public is allowed, what the register names is looked for.</summary>
public sealed class ProjectPrivacy
{
    private readonly ProjectFolder project;
    private readonly InputSnapshot snapshot;
    private readonly IReadOnlySet<string> searched;

    /// <param name="searched">Texts of entries that were searched as they were read, relative to the input.</param>
    /// <param name="site">Null when the input could not be read: then nothing is allowed.</param>
    /// <param name="values">Of the private register, or of a file.</param>
    public ProjectPrivacy(
        ProjectFolder project, Site? site, InputSnapshot snapshot, IReadOnlySet<string> searched, IReadOnlyList<PrivateValue> values)
    {
        (this.project, this.snapshot, this.searched) = (project, snapshot, searched);
        Scanner = ScannerOf(site, values);
        Places = new(
            Path.GetRelativePath(project.Root, project.Output), site, [.. Entries().Concat(Others()).Select(s => s.File)], Scanner);
    }

    public PrivacyScanner Scanner { get; }

    public PrivatePlaces Places { get; }

    public static PrivacyScanner ScannerOf(Site? site, IReadOnlyList<PrivateValue> values) =>
        new(new PrivacyMatcher(values, PublicContactsOf(site)));

    /// <summary>The file in which builds keep what they found clean.</summary>
    public static string CleanFilesOf(ProjectFolder project) => Path.Combine(project.Cache, "privacy", "clean.txt");

    /// <summary>
    /// Everything that lies in the input and the theme but the entries' own texts, which were searched as they were read: settings,
    /// vocabularies, captions, pictures with their metadata, texts of drafts in another encoding.
    /// Reports each finding at its place; gives what was clean.
    /// </summary>
    public CleanFiles ScanInput(int jobs, CleanFiles known, Diagnostics findings) =>
        new InputScan(Scanner, known).Report(Others(), Places, jobs, findings);

    /// <summary>
    /// Captions, vocabularies and settings that do not lie on the disk yet; the texts of entries were searched as they were read.
    /// </summary>
    public void ScanOverlay(FileOverlay overlay, Diagnostics findings)
    {
        foreach (var path in overlay.Paths.Where(p => !searched.Contains(p)))
        {
            var found = overlay.Of(path) is { } bytes ? Scanner.Scan($"{project.InputName}/{path}", bytes) : [];
            foreach (var finding in found)
            {
                InputScan.Report(finding, Places, findings);
            }
        }
    }

    /// <summary>What lets every rendered file through, or not.</summary>
    public PrivacyGate Gate() => new(Scanner, path => path.StartsWith("posters/", StringComparison.Ordinal));

    /// <summary>Addresses and numbers that the association gives to everybody.</summary>
    private static IReadOnlyList<string> PublicContactsOf(Site? site) =>
        site is null ? [] : site.CallMail is { } mail ? [mail, .. site.Settings.PublicContacts] : site.Settings.PublicContacts;

    private IEnumerable<(PrivacySource File, Fingerprint Version)> Entries() => Input(f => searched.Contains(f.Path));

    private IEnumerable<(PrivacySource File, Fingerprint Version)> Others()
    {
        var settings = new FileInfo(project.Settings);
        if (settings.Exists)
        {
            yield return (new(settings.Name, settings.FullName), FileStat.VersionAt(settings.FullName));
        }

        foreach (var file in Input(f => !searched.Contains(f.Path)))
        {
            yield return file;
        }

        foreach (var file in snapshot.Themes.Where(f => !f.IsRefused))
        {
            yield return (new($"themes/{file.Path}", Path.Combine(project.Themes, file.Path)), file.Version);
        }
    }

    private IEnumerable<(PrivacySource File, Fingerprint Version)> Input(Func<InputFile, bool> which) =>
        snapshot.Inputs.Where(f => !f.IsRefused && which(f)).Select(f =>
            (new PrivacySource($"{project.InputName}/{f.Path}", Path.Combine(project.Input, f.Path)), f.Version));
}
