using System.CommandLine;
using System.Globalization;
using YuGong.Build;
using YuGong.Build.Books;
using YuGong.Content;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>yugong book [id]</c>: the published hall as a book for the printer.</summary>
internal static class BookCommand
{
    public static Command Create()
    {
        var id = new Argument<string?>("id")
        {
            Description = Terminal.Words("书的 id:input/books/<id>.md;不写就是仅有的一本,一本也没有时是整个展厅",
                "Id of the book: input/books/<id>.md; by default the only one, or the whole hall where there is none"),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var format = new Option<string?>("--format")
        {
            Description = Terminal.Words("开本,代替书里写的:16k、a4、a5,照主题的 books/design.json",
                "Format in place of the book's own: 16k, a4, a5, as books/design.json of the theme has them"),
        };
        var spreads = new Option<bool>("--spreads")
        {
            Description = Terminal.Words("另做一份在屏幕上看的,左右两页并排", "Also make a file for screens, two pages side by side"),
        };
        var epub = new Option<bool>("--epub")
        {
            Description = Terminal.Words("另做一份 EPUB,给手机、平板和读屏软件看", "Also make an EPUB, for phones, tablets and screen readers"),
        };
        var cmyk = new Option<bool>("--cmyk")
        {
            Description = Terminal.Words("另做一份四色的,给印刷厂:图片和颜色照主题的 posters/cmyk.icc 转换,黑字只用黑墨",
                "Also make a file in four inks for the printer: colours by posters/cmyk.icc of the theme, black text in black alone"),
        };
        var contact = new Option<bool>("--contact")
        {
            Description = Terminal.Words("另做一份样张:全书的小样拼成一张图,和逐面的说明,付印以前看一遍",
                "Also make a contact sheet: all pages small in one picture, and told page by page, to look through before printing"),
        };
        var output = new Option<string>("--output")
        {
            Description = Terminal.Words("书放到这个文件夹", "Folder for the books"), DefaultValueFactory = _ => "books",
        };
        var (root, input, date) = (SharedOptions.Root(), SharedOptions.Input(), SharedOptions.Date());
        var jobs = SharedOptions.Jobs();
        var command = new Command("book", Terminal.Words("把已发布的人物做成一本书:带出血和书签的 PDF。",
            "Make a book of the people who are published: a PDF with bleed and bookmarks."))
        {
            id, format, spreads, cmyk, epub, contact, output, root, input, date, jobs,
        };
        command.SetAction((parsed, cancel) =>
        {
            var project = ProjectFolder.At(parsed.GetValue(root)!, parsed.GetValue(input));
            var run = new RunOptions(project, parsed.GetValue(date) ?? Clock.Today(project), Edition.Release)
            {
                Jobs = Math.Max(1, parsed.GetValue(jobs)), WithFonts = false,
            };
            var folder = Path.GetFullPath(Path.Combine(project.Root, parsed.GetValue(output)!));
            return Task.FromResult(Run(new(run, parsed.GetValue(id), parsed.GetValue(format), WithSpreads: parsed.GetValue(spreads),
                WithEpub: parsed.GetValue(epub), WithCmyk: parsed.GetValue(cmyk), folder)
            {
                WithContact = parsed.GetValue(contact),
            }, cancel));
        });
        return command;
    }

    private static int Run(BookOptions options, CancellationToken cancel)
    {
        var findings = new Diagnostics();
        var written = WritePlaces.Public(options.Run.Project).MayFill(options.Folder, FolderKind.Books, findings)
            ? BookExport.Write(options, findings, cancel) : null;

        // What the content says besides is the business of check and build.
        Terminal.Report([.. findings.Sorted().Where(f => f.Severity == Severity.Error || f.Rule.Code.StartsWith("YG84",
            StringComparison.Ordinal))]);
        if (written is null)
        {
            Terminal.Warn(new("没有做书。", "No book was made."));
            return 1;
        }

        foreach (var book in written)
        {
            var megabytes = (book.Bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture);
            var state = book.IsMade ? new("新做", "made anew")
                : book.IsWritten ? new("缓存里有", "from the cache") : new Phrase("没有变", "unchanged");
            Terminal.Say(new($"书在 {options.Folder}/{book.Place}:{megabytes} MB,{state.Zh}。",
                $"The book is in {options.Folder}/{book.Place}: {megabytes} MB, {state.En}."));
        }

        return 0;
    }
}
