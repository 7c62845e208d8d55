using YuGong.Documents;
using YuGong.Posters.Flow;
using YuGong.Posters.Fonts;
using YuGong.Text;

namespace YuGong.Books;

/// <summary>The last page: whose book it is, whose words and pictures, what was mended, and where to say what is wrong.</summary>
internal sealed class Colophon(BookRequest request, BlockMaker make)
{
    public IEnumerable<FlowBlock> Blocks(int section)
    {
        yield return make.Heading(request.Title, section, "H1");
        if (request.Book.Subtitle is { } subtitle)
        {
            yield return make.Aside(subtitle, section);
        }

        foreach (var pair in make.Pairs([.. Rows(AllFonts).Select(r => (r.Name, make.Words.Plain(r.Words)))], section, request.Design.Kai))
        {
            yield return pair;
        }

        foreach (var note in request.Book.Notes)
        {
            yield return make.Aside(note, section) with { SpaceBefore = 2 };
        }
    }

    /// <summary>All that the page says, for the book's key.</summary>
    public IEnumerable<string> Facts() => Rows(AllFonts).Select(r => $"{r.Name} {r.Words}");

    private IEnumerable<PosterFont> AllFonts => request.Design.Fonts.Stacks.Values.SelectMany(s => s.Fonts);

    /// <param name="fonts">Those that the book carries.</param>
    public IEnumerable<(string Name, string Words)> Rows(IEnumerable<PosterFont> fonts)
    {
        var site = request.Site.Site;
        var documents = request.People.Select(p => request.Site.Of(p).Document)
            .Concat(site.Objects.Where(o => request.People.Any(p => p.Objects.Any(r => r.Id == o.Id)))
                .Select(o => request.Site.Of(o).Document))
            .ToList();
        yield return ("编者", string.Join("　", site.Settings.Organizers));
        foreach (var byline in Distinct(documents.Select(d => d.Byline)))
        {
            yield return ("署名", byline);
        }

        yield return ("文字", string.Join("；", Distinct(documents.Select(d => d.Rights))));
        var credits = Distinct(documents.SelectMany(d => d.Pictures)
            .Select(p => p.Rights is { } rights ? $"{p.Credit}，{rights}" : p.Credit)).ToList();
        if (credits.Count > 0)
        {
            yield return ("图画", string.Join("；", credits));
        }

        var revision = documents.Aggregate(Fingerprint.Of(request.Book.Id), (sum, d) => sum.With(Fingerprint.Of(d.Revision)));
        yield return ("内容", $"据 {site.Settings.Host}{site.Settings.LinkRoot} 已发布的 {documents.Count} 个条目"
            + $"（内容修订号 {revision.ToString()[..8]}），最近一次修改在 {request.Date.Year} 年 {request.Date.Month} 月 {request.Date.Day} 日。");
        List<string> mended =
        [
            .. documents.SelectMany(d => d.Corrections.Select(c => (d.Title, c))).OrderBy(m => m.c.Date)
                .Select(m => $"{m.c.Date:yyyy-MM-dd} {m.Title}：{m.c.Text}"),
        ];
        yield return ("更正", mended.Count == 0 ? "到这一天没有更正记录。" : string.Join("\n", mended));
        if (site.CallMail is { } mail)
        {
            yield return ("指正", $"发现错误，或者希望撤下内容，请写信到 {mail}。");
        }

        List<string> carried =
            [.. fonts.Select(f => $"{f.Font.Family}（{f.Licence}）").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (carried.Count > 0)
        {
            yield return ("字体", string.Join("、", carried) + "。");
        }

        yield return ("图说", "每张图下写着画它的人；AI 参与的照规定标明。线稿是示意图，不能当作测绘图使用。");
    }

    private static IEnumerable<string> Distinct(IEnumerable<string?> words) =>
        words.OfType<string>().Where(w => w.Length > 0).Distinct(StringComparer.Ordinal);
}
