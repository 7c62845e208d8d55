using System.Text;
using UglyToad.PdfPig;
using YuGong.Text.Privacy;

namespace YuGong.Publishing.Privacy;

/// <summary>The words on the pages of a PDF, in lines: what a reader sees. Words in pictures are not read.</summary>
internal static class PdfPages
{
    public static IEnumerable<FileText> In(byte[] file, string inside)
    {
        var pages = new List<FileText>();
        try
        {
            using var document = PdfDocument.Open(file);
            foreach (var page in document.GetPages())
            {
                var words = new StringBuilder();
                var line = double.NaN;
                foreach (var word in page.GetWords())
                {
                    words.Append(words.Length == 0 ? "" : Math.Abs(word.BoundingBox.Bottom - line) > 2 ? "\n" : " ").Append(word.Text);
                    line = word.BoundingBox.Bottom;
                }

                var place = $"第 {page.Number} 页";
                pages.Add(new(inside.Length == 0 ? place : $"{inside} » {place}", words.ToString(), TextForm.Plain));
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever the library stumbles over, the file is one that nobody has read.
            pages.Add(FileText.NotRead(inside, new("PDF 打不开,读不出页面上的字",
                "the PDF does not open, so that the words of its pages cannot be read")));
        }

        return pages;
    }
}
