using YuGong.Attack.Kills;
using YuGong.Build;
using YuGong.Cli;
using YuGong.Content;
using YuGong.Publishing;

namespace YuGong.Attack.Mutations;

/// <summary>
/// A site of seven entries with the real theme, designs, vocabularies and ledgers, small enough to be made ten times in a second.
/// </summary>
internal sealed class SmallSite
{
    public static readonly DateOnly Today = new(2026, 12, 1);

    private static readonly string[] Entries =
    [
        "stories/shui-xiheng", "stories/feng-jian", "objects/chengyu-railway", "objects/line-insulator", "dialogues/sample-duihua",
        "videos/sample-film", "pages/about",
    ];

    private static readonly byte[] Png =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private SmallSite(string root) => Project = ProjectFolder.At(root);

    public ProjectFolder Project { get; }

    public string Root => Project.Root;

    /// <summary>As the last attack left it.</summary>
    public MemoryPublication Published { get; } = new();

    /// <summary>What a preview knows of the unspoiled site, so that an attack costs what an edit costs.</summary>
    public RunMemory? Memory { get; set; }

    /// <summary>Laid down in an empty folder.</summary>
    /// <param name="source">The repository.</param>
    public static SmallSite In(string root, string source)
    {
        Directory.CreateDirectory(root);
        File.Copy(Path.Combine(source, "statiq.json"), Path.Combine(root, "statiq.json"));
        foreach (var folder in Entries.Append("taxonomies"))
        {
            WholeSite.Copy(Path.Combine(source, "input", folder), Path.Combine(root, "input", folder));
        }

        foreach (var file in Directory.GetFiles(Path.Combine(source, "input")))
        {
            File.Copy(file, Path.Combine(root, "input", Path.GetFileName(file)));
        }

        File.WriteAllText(Path.Combine(root, "input", "withdrawn.txt"),
            "2026-11-01 /people/nobody-here/\n2026-11-02 /objects/nothing-here/\n");
        File.WriteAllText(Path.Combine(root, "input", "certificates.txt"),
            new string('a', 32) + " AAAA\n" + new string('b', 32) + " BBBB\n");
        WholeSite.Copy(Path.Combine(source, "themes", "yugong"), Path.Combine(root, "themes", "yugong"));
        var installed = Path.Combine(source, "themes", "yugong", "node_modules");
        if (Directory.Exists(installed))
        {
            Directory.CreateSymbolicLink(Path.Combine(root, "themes", "yugong", "node_modules"), installed);
        }

        var site = new SmallSite(root);
        site.AddPictures(source);
        return site;
    }

    public string At(string path) => Path.Combine(Root, path);

    /// <summary>Files that match, as paths from the root.</summary>
    public IReadOnlyList<string> Files(string folder, string pattern) =>
    [
        .. Directory.GetFiles(At(folder), pattern, SearchOption.AllDirectories)
            .Where(f => !f.Contains("node_modules", StringComparison.Ordinal)).Select(f => Path.GetRelativePath(Root, f))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A portrait and a picture in the text, and captions.</summary>
    private void AddPictures(string source)
    {
        var story = "input/stories/shui-xiheng";
        File.WriteAllBytes(At($"{story}/portrait.png"), Png);
        File.Copy(Path.Combine(source, "input", "videos", "sample-film", "poster.jpg"), At($"{story}/site.jpg"));
        var index = At($"{story}/index.md");
        var text = File.ReadAllText(index);
        var end = text.IndexOf("\n---\n", 4, StringComparison.Ordinal);
        File.WriteAllText(index, text.Insert(end,
            "\nportrait: { file: portrait.png, credit: 测试, alt: 测试用的图, rights: 测试 }")
            + "\n![测试用的图](site.jpg \"摄影:测试\")\n\n表格:\n\n| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n\n注。[^1]\n\n[^1]: 说明。\n");
    }
}
