using System.Net;
using System.Text;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary>What the preview adds to a page: reloading, and the findings as an overlay that works without script.</summary>
internal static class PreviewScript
{
    private const int Shown = 12;

    public static readonly ReadOnlyMemory<byte> EmptyPage = Encoding.UTF8.GetBytes(
        "<!DOCTYPE html><html lang=\"zh-Hans\"><head><meta "
            + "charset=\"utf-8\"><title>预览</title></head><body><main><h1>没有这一页</h1></main></body></html>");

    /// <summary>What is shown before there ever was a site, and in place of a page that cannot be made.</summary>
    public static readonly ReadOnlyMemory<byte> FaultPage = Encoding.UTF8.GetBytes(
        "<!DOCTYPE html><html lang=\"zh-Hans\"><head><meta charset=\"utf-8\"><title>现在做不出来 · "
            + "预览</title></head><body><main><h1>这一页现在做不出来</h1>"
        + "<p>下面列着为什么、改哪里。改好保存,这一页会自己重新打开。</p></main></body></html>");

    public static readonly ReadOnlyMemory<byte> JavaScript = Encoding.UTF8.GetBytes("""
        const events = new EventSource('/_preview/events');
        let first = null;
        events.addEventListener('site', event => {
          if (first === null) { first = event.data; return; }
          if (event.data !== first) location.reload();
        });

        """);

    public static readonly ReadOnlyMemory<byte> Css = Encoding.UTF8.GetBytes("""
        .preview-findings { position: fixed; inset: auto 1rem 1rem auto; z-index: 1000; max-width: min(46rem, calc(100vw - 2rem)); max-height: 60vh; overflow: auto;
          background: #14171a; color: #f5efe2; border-left: .4rem solid #b3261e; font: 14px/1.6 ui-monospace, monospace; box-shadow: 0 .5rem 2rem #0008 }
        .preview-findings summary { padding: .7rem 1rem; cursor: pointer; font-weight: 700 }
        .preview-findings ol { margin: 0; padding: 0 1rem 1rem 2.4rem }
        .preview-findings li { margin: .5rem 0 }
        .preview-findings code { color: #c9a45c }
        .preview-findings.calm { border-color: #6f8d8a }

        """);

    public static ReadOnlyMemory<byte> Into(ReadOnlyMemory<byte> page, IReadOnlyList<Diagnostic> findings, Language language)
    {
        var end = page.Span.LastIndexOf("</body>"u8);
        var addition = Encoding.UTF8.GetBytes(
            "<link rel=\"stylesheet\" href=\"/_preview/preview.css\"><script type=\"module\" src=\"/_preview/preview.js\"></script>"
                + Overlay(findings, language));
        if (end < 0)
        {
            return page;
        }

        var whole = new byte[page.Length + addition.Length];
        page.Span[..end].CopyTo(whole);
        addition.CopyTo(whole, end);
        page.Span[end..].CopyTo(whole.AsSpan(end + addition.Length));
        return whole;
    }

    private static string Overlay(IReadOnlyList<Diagnostic> findings, Language language)
    {
        var told = findings.Where(f => f.Severity != Severity.Note).ToList();
        if (told.Count == 0)
        {
            return "";
        }

        var errors = told.Exists(f => f.Severity == Severity.Error);
        var html =
            new StringBuilder(
            $"<details class=\"preview-findings{(errors ? "" : " calm")}\"{(errors ? " open" : "")}>"
                + $"<summary>{FindingsPrinter.Summary(findings).In(language)}</summary><ol>");
        foreach (var finding in told.OrderByDescending(f => f.Severity).Take(Shown))
        {
            var at = finding.Span.File.At(finding.Span.Start);
            html.Append("<li><code>").Append(WebUtility.HtmlEncode($"{finding.Span.File.Path}:{at.Line}:{at.Column}")).Append("</code> ")
                .Append(finding.Rule.Code).Append(' ')
                .Append(WebUtility.HtmlEncode(finding.Message(language))).Append("<br>")
                    .Append(WebUtility.HtmlEncode(finding.Hint(language))).Append("</li>");
        }

        return html.Append(told.Count > Shown ? $"<li>……还有 {told.Count - Shown} 条</li>" : "").Append("</ol></details>").ToString();
    }
}
