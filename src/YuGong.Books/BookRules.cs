using YuGong.Text;

namespace YuGong.Books;

/// <summary>What can be wrong with a book before it is set.</summary>
public static class BookRules
{
    public static Rule NoSuchBook { get; } = new(
        "YG840", Severity.Error,
        new("没有这本书", "There is no such book"),
        new("“{0}”不是一本书。", "'{0}' is no book."),
        new("书写在 input/books/<id>.md 里。现在有:{1}。", "Books are written in input/books/<id>.md. There are: {1}."),
        new("写错名字,印出来的就是另一本。", "A name mistyped would print another one."));

    public static Rule NoSuchFormat { get; } = new(
        "YG841", Severity.Error,
        new("主题没有这种开本", "The theme has no such format"),
        new("“{0}”不是主题里的开本。", "'{0}' is no format of the theme."),
        new("开本写在主题的 books/design.json 里。现在有:{1}。", "Formats are in books/design.json of the theme. There are: {1}."),
        new("版心、字号和行距都跟着开本走。", "The type area, the size and the leading go with the format."));

    public static Rule NotInBook { get; } = new(
        "YG842", Severity.Error,
        new("书里点名的人不能印", "Somebody named in a book cannot be printed"),
        new("{0} 不能印进书里:{1}", "{0} cannot be printed in the book: {1}"),
        new("让条目先过真实性关口;没有同意印刷的,征得同意后在 consent.scope 里加 print;或者把名字从 people 里去掉。",
            "Let the entry pass the truth gate; where print was not agreed to, ask and add print to consent.scope; or take the name out of "
            + "people."),
        new("印出来的书收不回来,所以和网站、和报刊守同一道关。", "A printed book cannot be called back, so it passes the same gate as the site and the press."))
    {
        IsSafeguard = true,
    };

    public static Rule LeftOut { get; } = new(
        "YG843", Severity.Note,
        new("没有同意印刷的不进书", "Who did not agree to print is not in the book"),
        new("{0} 的同意范围里没有 print,书里没有这一位。", "The consent for {0} does not cover print; the book is without."),
        new("征得本人或家属同意后,在 consent.scope 里加 print。", "Ask the person or the family, and add print to consent.scope."),
        new("同意上网不等于同意上书。", "Consent to the web is none to a book."));

    public static Rule NobodyInBook { get; } = new(
        "YG844", Severity.Error,
        new("书里没有人", "A book with nobody in it"),
        new("{0} 里一位可以印的人物也没有。", "Nobody who can be printed is in {0}."),
        new("先发布人物,并征得印刷的同意。", "Publish people first, and ask for their consent to print."),
        new("空的书不印。", "An empty book is not printed."));

    public static Rule NoDesign { get; } = new(
        "YG845", Severity.Error,
        new("主题里没有书的设计", "The theme has no design of books"),
        new("{0} 读不了:{1}。", "{0} cannot be read: {1}."),
        new("照 docs/books.md 写 books/design.json 和 books/fonts.json,或者换一个有它们的主题。",
            "Write books/design.json and books/fonts.json as docs/books.md says, or take a theme that has them."),
        new("开本、版心和字体由主题说,程序不猜。", "Formats, type areas and fonts are the theme's to say; the program guesses none."));

    public static Rule MissingGlyph { get; } = new(
        "YG846", Severity.Error,
        new("书的字体里没有这个字", "No font of the book has this character"),
        new("书的字体里没有“{0}”。", "No font of the book has {0}."),
        new("在主题的 books/fonts.json 里加一种收有它的字体。", "Add a font that has it to books/fonts.json of the theme."),
        new("印成方框的字,是对读者和名字的失敬。", "A character printed as a box is a discourtesy to readers and to names."));
}
