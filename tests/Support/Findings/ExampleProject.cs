using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit;
using YuGong.Build;
using YuGong.Cli;
using YuGong.Content;
using YuGong.Publishing;
using YuGong.Tests.Support;
using YuGong.Text;

namespace YuGong.Tests.Findings;

/// <summary>
/// A project folder in which an example happens. Sections are laid down in order over <c>base.txt</c>:
/// <code>
/// -- path --                      a file with this text
/// -- path (edit) -- the base's file with lines taken out (-) and put in (+), as in a diff; a blank or @ line separates places
/// -- path (bytes: EF BB BF) --    these bytes, then the text; (bytes after: 00) puts them behind it
/// -- path (body: base/path) --    the text, then the body that the base's file has
/// -- path (line breaks: CRLF) --  the text with other line breaks
/// -- path (size: 50MB) --         so many bytes
/// -- path (link: ../target) --    a symbolic link
/// -- path (gone) --               no such file or folder any more
/// -- build --                     a build of what lies there so far
/// -- path (form) --               a form filled in as a good one is, but for these lines 栏目:内容; (空白) for one that is not
/// -- leads --                     commands of `yugong leads`, one a line, on a register made before the first
/// -- findings -- what `yugong check` prints; also (build …), (posters), (leads …), (article …), (book …), (import …), (busy),
/// (told: place | detail | …) for rules that a
/// check cannot meet
/// </code>
/// </summary>
internal sealed class ExampleProject : IDisposable
{
    public static readonly DateOnly Today = new(2026, 12, 1);

    private static readonly string[] AfterFindings = ["没有发布:", "发布 人物", "地址台账", "没有做稿子", "没有做书", "书在", "没有写草稿", "稿子在", "写好了草稿"];

    private static readonly Lazy<Example> Base =
        new(() => Example.Parse("base.txt", File.ReadAllText(Repository.At("tests", "YuGong.Tests", "Findings", "base.txt"))));

    public ExampleProject(bool withBase = true)
    {
        Root = Directory.CreateTempSubdirectory("yugong-trial-").FullName;
        if (withBase)
        {
            foreach (var section in Base.Value.Sections)
            {
                Lay(section);
            }
        }
    }

    public string Root { get; }

    /// <summary>Whether commands are those of the natively compiled program.</summary>
    public bool Native { get; init; }

    public ProjectFolder Project => ProjectFolder.At(Root);

    public static string TextOfBase(string path) => Base.Value.Sections.First(s => s.Path == path).Text;

    public void Dispose() => Directory.Delete(Root, recursive: true);

    public string At(string path) => Path.Combine(Root, path);

    public void Put(string path, string text) => Put(path, Encoding.UTF8.GetBytes(text));

    public void Lay(Section section)
    {
        var (how, value) = section.How.Split(": ", 2) is [var a, var b] ? (a, b) : (section.How, "");
        var bytes = Encoding.UTF8.GetBytes(section.Text);
        switch (how)
        {
            case "" when section.Path == "build":
                var (code, words) = Command("build");
                Assert.True(code == 0, words);
                break;
            case "" when section.Path == "leads":
                LeadsTrial.Run(this, section.Text);
                break;
            case "form":
                Put(section.Path, LeadsTrial.Form(section.Text));
                break;
            case "":
                Put(section.Path, bytes);
                break;
            case "edit":
                Put(section.Path, Edit.Apply(section.Path, File.ReadAllText(At(section.Path)), section.Text));
                break;
            case "bytes":
                Put(section.Path, [.. Hex(value), .. bytes]);
                break;
            case "bytes after":
                Put(section.Path, [.. bytes, .. Hex(value)]);
                break;
            case "body":
                var model = TextOfBase(value);
                Put(section.Path, section.Text + model[(model.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..]);
                break;
            case "line breaks" when value == "CRLF":
                Put(section.Path, section.Text.Replace("\n", "\r\n"));
                break;
            case "size":
                Put(section.Path, bytes);
                using (var file = File.OpenWrite(At(section.Path)))
                {
                    file.SetLength(long.Parse(value[..^2], CultureInfo.InvariantCulture) * 1024 * 1024);
                }

                break;
            case "link":
                Put(section.Path, bytes);
                File.Delete(At(section.Path));
                File.CreateSymbolicLink(At(section.Path), value);
                break;
            case "gone" when File.Exists(At(section.Path)):
                File.Delete(At(section.Path));
                break;
            case "gone":
                Directory.Delete(At(section.Path), recursive: true);
                break;
            default:
                throw new InvalidOperationException($"{section.Header}: nobody knows how.");
        }
    }

    /// <summary>What <c>yugong check</c> finds.</summary>
    public IReadOnlyList<Diagnostic> Check(Edition edition = Edition.Release)
    {
        var options = new RunOptions(Project, Today, edition) { Jobs = 1, WithFonts = false };
        return CheckCommand.Findings(options, CancellationToken.None).Sorted();
    }

    /// <summary>The site as a build would see it.</summary>
    public Site Load(Edition edition, DateOnly? today = null) => Project.Load(edition, today ?? Today, new())!;

    /// <summary>The findings that an example ends with, as they are printed.</summary>
    public string Say(Example example)
    {
        var how = example.Findings.How;
        var text = how.Split(' ')[0] switch
        {
            "" => Print(Check()),
            "build" => Findings(Command(["build", .. how.Split(' ')[1..]]).Words),
            "article" or "book" or "import" => Findings(Command(how.Split(' ')).Words),
            "leads" => LeadsTrial.Findings(LeadsTrial.Run(this, how["leads ".Length..])),
            "busy" => Print(Busy()),
            "posters" => Print(PosterTrial.Findings(this)),
            "told:" => Print([Told(example, how["told:".Length..])]),
            _ => throw new InvalidOperationException($"{example.Name}: ({how})?"),
        };
        return text.Replace(Path.GetFileName(Root), "site").Replace(Path.GetTempPath(), "/srv/").TrimEnd('\n') + "\n";
    }

    /// <summary>The command itself, in a process of its own.</summary>
    public (int Code, string Words) Command(params string[] arguments)
    {
        var program = Native
            ? Sites.Tool.Start(Sites.Judge.Installed(Sites.Tool.NativeProgram, "./yugong native"), arguments)
            : Sites.Tool.Yugong(arguments);
        string[] day = arguments[0] == "import" ? [] : ["--date", Today.ToString("yyyy-MM-dd")];
        var start = new ProcessStartInfo(program.FileName, [.. program.ArgumentList, "--root", Root, .. day])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8, WorkingDirectory = Root, Environment = { ["YUGONG_LANG"] = "zh" },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var words = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, words + errors.Result);
    }

    private static string Print(IReadOnlyList<Diagnostic> found) => FindingsPrinter.Text(found, Language.Chinese);

    /// <summary>Without what a build says besides.</summary>
    private static string Findings(string words)
    {
        var end = AfterFindings.Select(w => words.IndexOf(w, StringComparison.Ordinal)).Where(i => i >= 0).DefaultIfEmpty(words.Length)
            .Min();
        return words[..end];
    }

    /// <summary>A build that meets another, which here is this test.</summary>
    private IReadOnlyList<Diagnostic> Busy()
    {
        var found = new Diagnostics();
        using var other = BuildLock.Take(new BuildFolder(Project.Output).Root, TimeSpan.Zero, null, CancellationToken.None);
        new DiskPublication(Project.Output, Root) { Patience = TimeSpan.Zero }.Publish(PublicationPlan.Check([], found)!, found,
            CancellationToken.None);
        return [.. found.Sorted().Select(d => d with { Details = ["4711", .. d.Details.Skip(1)] })];
    }

    private static Diagnostic Told(Example example, string words)
    {
        var parts = words.Split('|', StringSplitOptions.TrimEntries);
        return new(Catalogue.Rules.First(r => r.Code == example.Code), new SourceFile(parts[0], "").Whole, [.. parts[1..]]);
    }

    private static byte[] Hex(string value) => Convert.FromHexString(value.Replace(" ", ""));

    public void Put(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllBytes(At(path), bytes);
    }
}
