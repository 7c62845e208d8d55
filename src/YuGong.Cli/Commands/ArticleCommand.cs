using System.CommandLine;
using YuGong.Build;
using YuGong.Build.Articles;
using YuGong.Content;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>yugong article &lt;id&gt; --for wechat</c>: a published entry for somebody else's channel.</summary>
internal static class ArticleCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = Terminal.Words("条目的 id;几类同名时写成 object/id",
            "Id of the entry; object/id where kinds share it") };
        var target = new Option<string>("--for")
        {
            Description = Terminal.Words("给谁:wechat 公众号、weibo 头条文章、cms 媒体的发稿系统、long-picture 长图、carousel 轮播图、"
                + "word 带脚注的 .docx、review 审稿单",
                "For whom: wechat, weibo (headline article), cms (a newsroom's system), long-picture and carousel (for phones), "
                + "word (a .docx with footnotes), review (to sign)"),
            Required = true,
        };
        target.AcceptOnlyFromAmong([.. ArticleExport.Targets]);
        var output = new Option<string>("--output") { Description = Terminal.Words("稿子放到这个文件夹", "Folder for the articles"),
            DefaultValueFactory = _ => "articles" };
        var (root, input, date) = (SharedOptions.Root(), SharedOptions.Input(), SharedOptions.Date());
        var jobs = SharedOptions.Jobs();
        var command = new Command("article", Terminal.Words("把一个已发布的条目做成给别处用的稿子:公众号、微博、发稿系统、长图、轮播图、Word;没发布的做成审稿单。",
            "Make an article of a published entry for WeChat, Weibo, phones, a newsroom's system or Word, or of a draft a paper to sign."))
        {
            id, target, output, root, input, date, jobs,
        };
        command.SetAction((parsed, cancel) =>
        {
            var project = ProjectFolder.At(parsed.GetValue(root)!, parsed.GetValue(input));
            var run = new RunOptions(project, parsed.GetValue(date) ?? Clock.Today(project), Edition.Release)
            {
                Jobs = Math.Max(1, parsed.GetValue(jobs)), WithFonts = false,
            };
            var folder = Path.GetFullPath(Path.Combine(project.Root, parsed.GetValue(output)!));
            return Task.FromResult(Run(new(run, parsed.GetValue(id)!, parsed.GetValue(target)!, folder)
            {
                Stamps = entry => PaperPart.InFolder(project, entry),
            }, cancel));
        });
        return command;
    }

    private static int Run(ArticleOptions options, CancellationToken cancel)
    {
        var findings = new Diagnostics();
        var written = WritePlaces.Public(options.Run.Project).MayFill(options.Folder, FolderKind.Articles, findings)
            ? ArticleExport.Write(options, findings, cancel) : null;

        // What the content says besides is the business of check and build.
        Terminal.Report([.. findings.Sorted().Where(f => f.Severity == Severity.Error || f.Rule.Code[2] is '5' or '8')]);
        if (written is null)
        {
            Terminal.Warn(new("没有做稿子。", "No article was made."));
            return 1;
        }

        Terminal.Say(new($"稿子在 {options.Folder}/{written.Place}:{written.Files} 个文件,新写 {written.Written} 个。",
            $"The article is in {options.Folder}/{written.Place}: {Phrase.Count(written.Files, "file")}, {written.Written} written."));
        return 0;
    }
}
