using YuGong.Text;

namespace YuGong.Posters;

/// <summary>
/// What the press and its preflight can find: libraries, colour profiles, printed codes, and posters that should not be printed.
/// </summary>
public static class PressRules
{
    public static Rule LibraryMissing { get; } = new(
        "YG520",
        Severity.Warning,
        new("这种系统做不了海报", "No posters on this system"),
        new("这种系统({0})没有可用的 {1},这一次不做海报。", "There is no {1} for this system ({0}); no posters this time."),
        new("在 Linux(glibc)、Windows 或 macOS 上做海报;或用 --no-posters 不再提醒。",
            "Make posters on Linux (glibc), Windows or macOS; or say --no-posters."),
        new("海报由 libvips、Skia、HarfBuzz 画成,它们随程序带来,但不是每种系统都有;没有它们网站照常构建,只是没有海报。",
            "Posters are drawn by libvips, Skia and HarfBuzz, which come with the program, but not for every system; without them the "
            + "site is built all the same, without posters."));

    public static Rule NotCmyk { get; } = new(
        "YG522",
        Severity.Warning,
        new("不是 CMYK 特性文件", "Not a CMYK profile"),
        new("{0} 不是 CMYK 的 ICC 特性文件。", "{0} is no ICC profile for CMYK."),
        new("请向印刷厂要输出特性文件(.icc,色彩空间 CMYK)。", "Ask the printer for an output profile (.icc, colour space CMYK)."),
        new("用错了色彩空间,印出来颜色会完全不同。", "A profile of another colour space would print other colours."));

    public static Rule OutsideSafeArea { get; } = new(
        "YG523",
        Severity.Error,
        new("文字超出安全区", "Text outside the safe area"),
        new("{0}:文字框“{1}”超出安全区 {2}。", "{0}: the text box “{1}” leaves the safe area by {2}."),
        new("把设计里的这个框移进安全区,或缩小它的字号范围。", "Move the box of the design into the safe area, or lower its range of sizes."),
        new("裁切总有误差;安全区以外的文字可能被裁掉。", "Cutting is never exact; text outside the safe area may be cut off."));

    public static Rule LowResolution { get; } = new(
        "YG524",
        Severity.Warning,
        new("图片不够大", "Picture too small for its place"),
        new("{0}:图片 {1} 在这里只有 {2}。", "{0}: the picture {1} has only {2} here."),
        new("要清楚地印到这么大,需要至少 {3} 像素;现在这张最大适合 {4}。", "To print it this large takes at least {3} pixels; this one is good for {4}."),
        new("低于 200 dpi 的照片近看会糊。老照片就是这么大时,可以不改。",
            "Below 200 dpi a photograph looks soft at reading distance. Where an old photograph is all there is, leave it."));

    public static Rule LowContrast { get; } = new(
        "YG525",
        Severity.Warning,
        new("文字与底色反差不够", "Too little contrast of text and ground"),
        new("{0}:文字框“{1}”与其下的画面反差只有 {2} : 1。", "{0}: the text box “{1}” has a contrast of only {2} : 1 with what lies under it."),
        new("换颜色,或在文字下面垫一层底;要 {3} : 1 以上。", "Change the colour or lay a ground under the text; {3} : 1 is needed."),
        new("WCAG 2.2 的 1.4.3:正文 4.5 : 1,大字 3 : 1;远看、逆光、印刷偏淡时更需要。",
            "WCAG 2.2, 1.4.3: 4.5 : 1 for text, 3 : 1 for large text; more so from afar, against the light, or in a pale print."));

    public static Rule TypeTooSmall { get; } = new(
        "YG526",
        Severity.Warning,
        new("字太小", "Type too small"),
        new("{0}:文字框“{1}”的字只有 {2},这个幅面最小应为 {3}。",
            "{0}: the type of the text box “{1}” is only {2}; this size of page asks for {3} or more."),
        new("放大文字框或缩短文字。", "Enlarge the box or shorten the text."),
        new("印刷小于 8 磅、屏幕小于短边 1/60 的汉字,一般读者看不清。",
            "Chinese characters below 8 pt in print, or 1/60 of a screen's shorter side, are hard to read."));

    public static Rule WrongBoxes { get; } = new(
        "YG527",
        Severity.Error,
        new("PDF 页面框不对", "Wrong page boxes in a PDF"),
        new("{0}:{1} 应为 {2},文件里是 {3}。", "{0}: {1} should be {2} and is {3}."),
        new("这是程序的错误,请报告。", "This is a fault of the program; please report it."),
        new("印刷厂按 TrimBox 裁切、按 BleedBox 拼版;误差不能超过 0.01 mm。",
            "Printers cut by the TrimBox and impose by the BleedBox; 0.01 mm is the most they may be off."));

    public static Rule FontNotEmbedded { get; } = new(
        "YG528",
        Severity.Error,
        new("PDF 字体没有嵌入", "A font is not embedded in a PDF"),
        new("{0}:{1}。", "{0}: {1}."),
        new("换一种允许嵌入的字体(TrueType 或 OpenType)。", "Take a font that can be embedded (TrueType or OpenType)."),
        new("没有嵌入的字体在印刷厂会被替换;Type 3 字体会被拒收。", "Printers replace fonts that are not embedded, and refuse Type 3 fonts."));

    public static Rule CodeUnreadable { get; } = new(
        "YG529",
        Severity.Error,
        new("二维码扫不出来", "A QR code cannot be read"),
        new("{0}:从成品图里读到的是 {1},应为 {2}。", "{0}: the finished picture reads {1} instead of {2}."),
        new("放大二维码,用深色码、浅色底,四周留四个模块的空白。", "Enlarge the code, set it dark on light, and leave four modules free around it."),
        new("印出去的码改不了;每一张都用另一个软件从成品图里读回来。",
            "A printed code cannot be changed, so each is read back from the finished picture by a program that did not write it."));

    public static Rule CodeTooSmall { get; } = new(
        "YG530",
        Severity.Warning,
        new("二维码太小", "A QR code is small"),
        new("{0}:二维码每个模块只有 {1},至少要 {2}。", "{0}: a module of the QR code is only {1}; it takes {2}."),
        new("在设计里放大二维码框。", "Enlarge the box of the code in the design."),
        new("模块小于 0.5 毫米(屏幕 3 像素),旧手机隔着玻璃扫不出来。", "Below 0.5 mm (3 px on screens) older phones fail behind glass."));

    public static Rule Ribbon { get; } = new(
        "YG531",
        Severity.Error,
        new("示例条与内容不符", "The sample ribbon does not fit the story"),
        new("{0}:{1}。", "{0}: {1}."),
        new("这是程序的错误,请报告。", "This is a fault of the program; please report it."),
        new("示例海报必须带“示例”条,真实人物的海报绝不能带。", "Posters of samples carry the ribbon, posters of real people never do."));

    public static Rule BadCodeLine { get; } = new(
        "YG532",
        Severity.Error,
        new("短码台账里的一行读不懂", "A line of the ledger of codes cannot be read"),
        new("“{0}”不是“短码 条目 地址”,或短码写了两次。", "“{0}” is not “code entry address”, or has a code that stands twice."),
        new("每行三项,用空格分开,如:k7m2 story:shui-xiheng /people/shui-xiheng/;注释以 # 开头。",
            "Three words a line: k7m2 story:shui-xiheng /people/shui-xiheng/; comments begin with #."),
        new("台账由程序写,一行也不能丢:码已经印在纸上。", "The program writes it, and no line may be lost: the codes are printed on paper."));

    public static Rule CodeWithoutTarget { get; } = new(
        "YG533",
        Severity.Error,
        new("印出去的二维码没有去处", "A printed code leads nowhere"),
        new("短码 {0} 指向 {1},可是新网站没有这个地址。", "The code {0} leads to {1}, and the new site has no such address."),
        new("恢复这个条目;或给接替它的条目写 aliases: [{1}];或把台账这一行的地址改成一个现有的页面。",
            "Restore the entry, or give its successor aliases: [{1}], or change the address in this line of the ledger to a living page."),
        new("海报可能挂上几年;扫码的人不该看到“找不到”。", "Posters hang for years; whoever scans one should find something."));

    public static Rule PictureUnreadable { get; } = new(
        "YG534",
        Severity.Error,
        new("图片打不开", "A picture cannot be opened"),
        new("{0}:{1} 打不开:{2}。", "{0}: {1} cannot be opened: {2}."),
        new("用看图软件另存为 JPEG 或 PNG;超过 4 亿像素的请先缩小。", "Save it anew as JPEG or PNG; above 400 megapixels make it smaller first."),
        new("打不开的图片会在海报上留一个洞。", "A picture that cannot be opened would leave a hole in the poster."));

    public static IReadOnlyList<Rule> All { get; } =
    [
        LibraryMissing, NotCmyk, OutsideSafeArea, LowResolution, LowContrast, TypeTooSmall, WrongBoxes, FontNotEmbedded,
        CodeUnreadable, CodeTooSmall, Ribbon,
        BadCodeLine, CodeWithoutTarget, PictureUnreadable,
    ];
}
