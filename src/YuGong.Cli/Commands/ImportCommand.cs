using System.CommandLine;
using System.Text;
using YuGong.Build;
using YuGong.Content;
using YuGong.Manuscripts;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>yugong import manuscript.docx &lt;id&gt;</c>: what others wrote becomes a draft; nothing of it is lost in silence.</summary>
internal static class ImportCommand
{
    /// <summary>Bytes; pictures of a phone fill some.</summary>
    private const long LargestFile = 200_000_000;

    /// <summary>A book of a thousand pages is read.</summary>
    private static readonly ReadingLimits Limits = new(60_000_000, 2_000_000, TimeSpan.FromSeconds(60));

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = Terminal.Words("稿件:.docx,或粘贴存下的 .html",
            "The manuscript: a .docx, or pasted text saved as .html") };
        var id = new Argument<string>("id") { Description = Terminal.Words("小写字母、数字和 -,例如 shui-xiheng",
            "Small letters, digits and -, such as shui-xiheng") };
        var kind = new Option<string>("--as") { Description = Terminal.Words("story 人物故事或 dialogue 对话", "story or dialogue"),
            DefaultValueFactory = _ => "story" };
        kind.AcceptOnlyFromAmong("story", "dialogue");
        var (root, input) = (SharedOptions.Root(), SharedOptions.Input());
        var command = new Command("import", Terminal.Words("把 Word、WPS、公众号的稿件变成草稿;没有读懂的一一列出。",
            "Make a draft of a manuscript from Word, WPS or WeChat; what is not understood is listed.")) { file, id, kind, root, input };
        command.SetAction(parsed => Run(
            ProjectFolder.At(parsed.GetValue(root)!, parsed.GetValue(input)), parsed.GetValue(file)!,
            EntryKind.Find(parsed.GetValue(kind)!)!, parsed.GetValue(id)!));
        return command;
    }

    private static int Run(ProjectFolder project, string file, EntryKind kind, string id)
    {
        if (NewCommand.WhyNot(project, kind, id) is var (code, why))
        {
            Terminal.Warn(why);
            return code;
        }

        var findings = new Diagnostics();
        var place = new SourceFile(Path.GetFileName(file), "").Whole;
        if (Read(file, place, findings) is not { } manuscript)
        {
            Terminal.Report(findings.Sorted());
            Terminal.Warn(new("没有写草稿。", "No draft was written."));
            return 1;
        }

        var folder = Path.Combine(project.Input, kind.Folder, id);
        Directory.CreateDirectory(folder);
        foreach (var picture in manuscript.Pictures)
        {
            File.WriteAllBytes(Path.Combine(folder, picture.Name), picture.Bytes);
        }

        var draft = ManuscriptDraft.Write(kind, id, Path.GetFileName(file), manuscript, SchemasCommand.WordsOf(project));
        File.WriteAllText(Path.Combine(folder, "index.md"), draft, new UTF8Encoding(false));
        foreach (var piece in manuscript.Unread)
        {
            findings.Report(ManuscriptRules.NotInText, place, piece.What, piece.Text);
        }

        Terminal.Report(findings.Sorted());
        var (notes, pictures, unread) = (manuscript.Notes.Count, manuscript.Pictures.Count, manuscript.Unread.Count);
        Terminal.Say(new(
            $"写好了草稿 {project.InputName}/{kind.Folder}/{id}/index.md:注释 {notes} 条,图片 {pictures} 张,没有进正文的 {unread} 处。"
            + $"填好后运行 {CommandName.Value} check。",
            $"Wrote the draft {project.InputName}/{kind.Folder}/{id}/index.md: {Phrase.Count(notes, "note")}, "
            + $"{Phrase.Count(pictures, "picture")}, {Phrase.Count(unread, "piece")} not in the text. Fill it in, then run "
            + $"{CommandName.Value} check."));
        return 0;
    }

    private static Manuscript? Read(string file, SourceSpan place, Diagnostics findings)
    {
        Phrase why;
        try
        {
            var info = new FileInfo(file);
            if (info is { Exists: true, Length: <= LargestFile })
            {
                return ManuscriptFile.Read(file, File.ReadAllBytes(file), Limits);
            }

            why = info.Exists ? new("文件超过 200 MB", "The file has more than 200 MB") : new("没有这个文件", "There is no such file");
        }
        catch (ReadingException e)
        {
            why = e.Words;
        }

        findings.Report(ManuscriptRules.CannotRead, place, why);
        return null;
    }
}
