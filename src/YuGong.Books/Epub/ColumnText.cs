using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace YuGong.Books.Epub;

/// <summary>
/// Words of a book that is read in columns (竖排): corner quotes in place of the curved ones, and one or two digits side by side (纵中横),
/// as on paper. Everything else of columns is the style sheet's.
/// </summary>
internal static partial class ColumnText
{
    public static void Turn(XElement content)
    {
        foreach (var text in content.DescendantNodes().OfType<XText>().ToList())
        {
            var words = Cornered(text.Value);

            // Marks of notes and addresses lie on their side.
            var isWords = !text.Ancestors().Any(a => a.Name == Xhtml.Name("sup"));
            text.ReplaceWith(isWords ? Upright(words) : [new XText(words)]);
        }
    }

    private static object[] Upright(string words) =>
    [
        .. Digits().Split(words).Select((part, i) => i % 2 == 0 ? (object)new XText(part) : Xhtml.Of("span", Xhtml.Class("upright"), part)),
    ];

    private static string Cornered(string words) =>
        words.Replace('“', '『').Replace('”', '』').Replace('‘', '「').Replace('’', '」');

    /// <summary>Not beside letters or marks of another script: 1929, 3.5, No.7.</summary>
    [GeneratedRegex(@"(?<![\x21-\x7E])([0-9]{1,2})(?![\x21-\x7E])", RegexOptions.None, 1000)]
    private static partial Regex Digits();
}
