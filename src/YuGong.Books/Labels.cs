namespace YuGong.Books;

/// <summary>What a book calls its own parts.</summary>
internal static class Labels
{
    public const string Cover = "封面", Back = "封底", HalfTitle = "扉页", Preface = "前言", Contents = "目录", Index = "索引", Colophon = "版权页";

    /// <summary>Kinds of pages that the book itself does not name.</summary>
    public const string Endpaper = "衬页", BlankPage = "空白页", Hall = "展厅", Opening = "篇首图", Story = "正文";

    public const string Chronicle = "年表", Figures = "数字", Quotations = "引语", Open = "尚待核实", Sources = "来源", OtherSources = "其余来源",
        SourcesAndNotes = "来源和注";

    public const string NativePlace = "籍贯 ", Indirect = "转述", SeeOther = "见“{0}”一篇。";

    /// <summary>Of an EPUB, which has no pages.</summary>
    public const string BackToText = "回到正文", IndexOfChapters = "照拼音排列；粗体的人名是本人一篇，其余的人名引到他那一篇里第一次提到它的地方。";

    public const string Landmarks = "主要部分",
        Accessibility = "全书是可以重排的文字，有目录、索引和标题层次；图片都有替代文字，来源是带链接的注。没有音频、视频和闪烁的内容。";

    public const string IndexNote = "照拼音排列；数字是页码。人名后的粗体字是本人一篇。";

    public const string ScanForPage = "扫码看网页：全文、来源和更正记录", ReadOn = "这里放不下的：“{0}”。扫码接着读。";

    /// <summary>What a code at the end of a text leads to.</summary>
    /// <param name="sources">How many there are.</param>
    public static string ScanFor(int sources) => sources == 0 ? "扫码看全文和更正记录" : $"扫码看全文、{sources} 条来源和更正记录";

    /// <summary>A number with its unit: a blank parts only what is of one other script, 35 kW; between Han there is none.</summary>
    public static string Amount(string value, string? unit) =>
        value + (unit is { Length: > 0 } && char.IsAscii(value[^1]) && char.IsAscii(unit[0]) ? " " : "") + unit;

    /// <summary>What the law asks to be said of a picture that a machine made or changed.</summary>
    public static string? Machine(string use) => use switch
    {
        "generated" => "人工智能生成", "assisted" => "人工智能辅助生成", _ => null,
    };

    /// <summary>Digits of a page number as a column says them: 一二〇.</summary>
    public static string InColumn(int number) => string.Concat($"{number}".Select(d => "〇一二三四五六七八九"[d - '0']));

    /// <summary>一, 二 … 九十九.</summary>
    public static string Number(int number)
    {
        const string Digits = "〇一二三四五六七八九";
        return number < 10 ? $"{Digits[number]}"
            : $"{(number < 20 ? "" : Digits[number / 10])}十{(number % 10 == 0 ? "" : Digits[number % 10])}";
    }
}
