using System.Xml.Linq;
using static YuGong.Manuscripts.WordTextWriter;

namespace YuGong.Manuscripts;

/// <summary>The parts of a 审稿单: a line on every page, the claims with their sources, and the boxes that are signed.</summary>
/// <param name="numberOf">What a note is called on paper: notes are counted as the text mentions them.</param>
internal sealed class WordReview(ReviewSheet review, string revision, Func<int, int> numberOf)
{
    /// <summary>Id of the relation to <see cref="Header"/>.</summary>
    public const string HeaderId = "rIdReview";

    /// <summary>Height of a box to sign in, twips (1/20 pt): 16 mm.</summary>
    private const int BoxHeight = 907;

    /// <summary>Of the columns, in hundredths of the text's width.</summary>
    private static readonly int[] Widths = [6, 9, 49, 19, 17];

    private string Line => $"审稿单　{review.Status}　供审核，请勿外传　{review.Day:yyyy-MM-dd}　内容修订号 {revision}";

    /// <summary>Runs along the top of every page, with its number, so that a loose sheet says what it is of.</summary>
    public XElement Header()
    {
        var look = new XElement(W + "pPr", new XElement(W + "pStyle", Val("val", "Plain")), new XElement(W + "suppressLineNumbers"));
        var page = new XElement(W + "fldSimple", Val("instr", " PAGE "), Run("1"));
        return new(W + "hdr", new XAttribute(XNamespace.Xmlns + "w", W.NamespaceName),
            new XElement(W + "p", look, Run(Line + "　第 "), page, Run(" 页")));
    }

    public IEnumerable<XElement> Body()
    {
        yield return Paragraph("Heading1", [Run("逐条核对")]);
        yield return Table([["", "类", "内容", "来源和等级", "核对"], .. review.Claims.Select(Row)], cell => [Run(cell)], Widths);
        if (review.Missing.Count > 0)
        {
            yield return Paragraph("Heading1", [Run("发布以前还差")]);
            foreach (var lacks in review.Missing)
            {
                yield return Paragraph("Plain", [Run("□ " + lacks)]);
            }
        }

        if (review.Stamps.Count > 0)
        {
            yield return Paragraph("Heading1", [Run("编辑台上审过的步骤")]);
            yield return Table([.. review.StampRows], cell => [Run(cell)]);
        }

        yield return Paragraph("Heading1", [Run("签字")]);
        var boxes = Table([["环节", "意见", "签字", "日期"], .. review.Signers.Select(s => new[] { s, "", "", "" })], cell => [Run(cell)]);
        foreach (var row in boxes.Elements(W + "tr").Skip(1))
        {
            row.AddFirst(new XElement(W + "trPr", new XElement(W + "cantSplit"),
                new XElement(W + "trHeight", Val("val", BoxHeight), Val("hRule", "atLeast"))));
        }

        yield return boxes;
    }

    /// <summary>Every line has its number, over all pages (lnNumType, ISO/IEC 29500-1, 17.6.8), so that people can speak of it.</summary>
    public static XElement Numbers() => new(W + "lnNumType", Val("countBy", 1), Val("restart", "continuous"));

    private string[] Row(ReviewedClaim claim, int index) =>
    [
        $"{index + 1}", claim.Kind, claim.Text, string.Join("，", claim.Sources.Select(s => $"[{numberOf(s.Note)}] {s.Grade}")),
        claim.Weakness is { } lacks ? "不够：" + lacks : "□ 对过",
    ];
}
