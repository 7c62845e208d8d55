using System.Text;
using YuGong.Build;
using YuGong.Cli;
using YuGong.Content;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Tests.Sites;

/// <summary>A project of its own in a temporary folder: the real input and theme, to build and to break.</summary>
public sealed class Project : IDisposable
{
    private static readonly string[] Cards =
        ["fonts.json", "kit/code.svg", "kit/lockup.svg", "kit/lockup-wide.svg", "kit/ridges.svg", "kit/seal.svg", "card/og.svg",
        "wall/og.svg"];

    private Project(string root) => Root = root;

    public string Root { get; }

    public string Output => At("output");

    /// <summary>The day that counts as today, the same for a whole run of the tests.</summary>
    public static DateOnly Today { get; } = Clock.Today(ProjectFolder.At(GitRepository.Root));

    /// <summary>
    /// The real input and theme, without posters, which take minutes. Fonts come from the real theme's packages and the shared cache.
    /// </summary>
    /// <param name="ownPictures">What is cut of pictures is a copy, to be deleted by what is tested.</param>
    public static Project OfRealSite(bool ownPictures = false)
    {
        var project = new Project(Directory.CreateTempSubdirectory("yugong-site-").FullName);
        CopyFolder(GitRepository.At("input"), project.At("input"));
        CopyFolder(GitRepository.At("themes"), project.At("themes"));
        File.Copy(GitRepository.At("statiq.json"), project.At("statiq.json"));
        var packages = GitRepository.At("themes", "yugong", "node_modules");
        if (Directory.Exists(packages))
        {
            Directory.CreateSymbolicLink(project.At("themes/yugong/node_modules"), packages);
        }

        Directory.CreateDirectory(GitRepository.At(".cache", "fonts"));
        Directory.CreateDirectory(project.At(".cache"));
        Directory.CreateSymbolicLink(project.At(".cache/fonts"), GitRepository.At(".cache", "fonts"));
        if (ownPictures && Directory.Exists(GitRepository.At(".cache", "test-pictures")))
        {
            CopyFolder(GitRepository.At(".cache", "test-pictures"), project.At(".cache/pictures"));
        }
        else
        {
            SharePictures(project);
        }

        return project;
    }

    /// <summary>
    /// What is cut of a picture is named by the picture's bytes, so all tests may have it from one place; what a build knows of its files
    /// stays its own.
    /// </summary>
    private static void SharePictures(Project project)
    {
        Directory.CreateDirectory(project.At(".cache/pictures"));
        for (var i = 0; i < 256; i++)
        {
            var folder = i.ToString("x2", System.Globalization.CultureInfo.InvariantCulture);
            Directory.CreateDirectory(GitRepository.At(".cache", "test-pictures", folder));
            Directory.CreateSymbolicLink(project.At($".cache/pictures/{folder}"), GitRepository.At(".cache", "test-pictures", folder));
        }
    }

    /// <summary>With the share images as its only posters, which takes seconds.</summary>
    public Project WithCards()
    {
        foreach (var design in Cards)
        {
            Write($"themes/yugong/posters/{design}", File.ReadAllBytes(GitRepository.At("themes", "yugong", "posters", design)));
        }

        return this;
    }

    public string At(string path) => Path.Combine(Root, path);

    public string Read(string path) => File.ReadAllText(At(path));

    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllBytes(At(path), bytes);
    }

    /// <summary>Replaces a text that must be there.</summary>
    public void Edit(string path, string old, string text)
    {
        var before = Read(path);
        if (!before.Contains(old, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{path} has no '{old}'.");
        }

        Write(path, before.Replace(old, text, StringComparison.Ordinal));
    }

    public void Delete(string path)
    {
        if (Directory.Exists(At(path)))
        {
            Directory.Delete(At(path), recursive: true);
        }
        else
        {
            File.Delete(At(path));
        }
    }

    /// <summary>Runs a command of the compiled program on this project.</summary>
    public Task<Answer> RunAsync(string command, params IEnumerable<string> arguments) =>
        Tool.RunAsync(Tool.Yugong([command, .. arguments, "--root", Root]));

    public Task<Answer> BuildAsync(params IEnumerable<string> arguments) =>
        RunAsync("build", ["--date", $"{Today:yyyy-MM-dd}", .. arguments]);

    /// <summary>The editors' edition, with samples and drafts, written to disk as the public one is.</summary>
    public string PublishPreview()
    {
        var folder = At("preview");
        var findings = new Diagnostics();
        var plan = SitePlanner.Plan(new(ProjectFolder.At(Root, output: folder), Today, Edition.Preview) { Jobs = 2 }, null, findings);
        return plan is not null && new DiskPublication(folder, Root).Publish(plan.Publication, findings) is not null ? folder
            : throw new InvalidOperationException(FindingsPrinter.Text(findings.Sorted(), Language.English));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    public static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from)
            .Where(f => Path.GetFileName(f) is not ("node_modules" or ".git" or "posters")))
        {
            CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
