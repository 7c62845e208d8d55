using YuGong.Text;

namespace YuGong.Media;

/// <summary>What can be wrong with the files of pictures and drawings.</summary>
public static class PictureRules
{
    public static Rule LibraryMissing { get; } = new(
        "YG540",
        Severity.Error,
        new("这种系统处理不了图片", "No pictures on this system"),
        new("这种系统({0})没有可用的 {1},图片里的拍摄地点、设备等信息去不掉,不能发布。",
            "There is no {1} for this system ({0}): where and with what pictures were taken cannot be removed from them, so they "
            + "cannot be published."),
        new("在 Linux(glibc)、Windows 或 macOS 上构建;库随程序带来,不用安装。",
            "Build on Linux (glibc), Windows or macOS; the library comes with the program, nothing is installed."),
        new("照片文件里常带经纬度、手机型号和拍摄者;原样发布等于公开这些。",
            "Photographs carry places, devices and names; to publish them as they are would publish those."));

    public static Rule NotAPicture { get; } = new(
        "YG541",
        Severity.Error,
        new("文件不是图片", "The file is no picture"),
        new("{0} 的内容不是 JPEG、PNG、WebP、AVIF、TIFF 或 SVG。", "What {0} holds is no JPEG, PNG, WebP, AVIF, TIFF or SVG."),
        new("用看图软件打开它,另存为 JPEG 或 PNG 再放回来。", "Open it in a picture viewer, save it as JPEG or PNG and put it back."),
        new("后缀只是名字;读者的浏览器看的是内容。", "A suffix is only a name; readers' browsers look at the contents."));

    public static Rule Damaged { get; } = new(
        "YG542",
        Severity.Error,
        new("图片不完整或已损坏", "The picture is cut off or damaged"),
        new("{0} 读不完:{1}", "{0} cannot be read to its end: {1}"),
        new("重新拷贝或重新导出这个文件;传输中断最常见。", "Copy or export the file again; a transfer that broke off is the usual reason."),
        new("缺了下半截的图片发布出去是灰的。", "A picture without its lower half would be published grey."));

    public static Rule TooManyPixels { get; } = new(
        "YG543",
        Severity.Error,
        new("图片像素太多", "The picture has too many pixels"),
        new("{0} 有 {1} × {2} 像素,超过 {3} 亿。", "{0} has {1} × {2} pixels, more than {3} hundred million."),
        new("缩小到 2 亿像素以内(例如 16000 × 12000)再放进来。", "Bring it below 200 million (16000 × 12000, say) first."),
        new("几兆的文件可以展开成几十 GB,把机器压垮;所以先看文件头,不展开。",
            "A file of a few megabytes can unfold to dozens of gigabytes and bring a machine down; so the head is read and nothing "
            + "unfolded."));

    public static Rule SuffixLies { get; } = new(
        "YG544",
        Severity.Warning,
        new("后缀与内容不符", "The suffix differs from the contents"),
        new("{0} 其实是 {1}。", "{0} is really {1}."),
        new("把文件改名为 {2}(front matter 里的 src 一起改)。现在先按内容处理。",
            "Rename it to {2} (and src in the front matter). For now it is taken for what it holds."),
        new("名字骗人的文件,别的软件会打不开。", "Other programs stumble over a file whose name lies."));

    public static Rule UnsafeDrawing { get; } = new(
        "YG545",
        Severity.Error,
        new("SVG 里有脚本或外部引用", "The SVG holds a script or refers outside"),
        new("SVG 里有 {0}。", "The SVG holds {0}."),
        new("在 Inkscape 里删去它,另存为“普通 SVG”;要用的图片请嵌入。", "Remove it in Inkscape and save as plain SVG; embed pictures that are needed."),
        new("SVG 能带脚本、能向别人的网站要东西;图片不应做这些。", "An SVG can run scripts and ask other hosts for things; a picture should do neither."));

    public static Rule BadDrawing { get; } = new(
        "YG546",
        Severity.Error,
        new("SVG 读不懂", "The SVG cannot be read"),
        new("{0}", "{0}"),
        new("在 Inkscape 里打开、另存为“普通 SVG”;根元素要有 viewBox,或以像素为单位的 width 和 height。",
            "Open it in Inkscape and save as plain SVG; the root needs a viewBox, or width and height in pixels."),
        new("没有大小的图,页面不知道留多大地方。", "Without a size a page cannot keep a place for it."));

    public static Rule TooSmall { get; } = new(
        "YG547",
        Severity.Note,
        new("图片比它的位置小", "The picture is small for its place"),
        new("{0} 只有 {1} × {2} 像素,{3}要 {4};不会放大。", "{0} has {1} × {2} pixels; its place ({3}) wants {4}. It is not enlarged."),
        new("有更大的原件就换上。这一张印出来最大 {5}(200 dpi)。",
            "Put in a larger original if there is one. In print this one is good for {5} at most (200 dpi)."),
        new("放大不会多出细节。老照片就是这么大时,可以不改。", "Enlarging adds no detail. Where an old photograph is all there is, leave it."));

    public static Rule ViewerMissing { get; } = new(
        "YG548",
        Severity.Warning,
        new("没有安装放大查看器", "The zoom viewer is not installed"),
        new("找不到 {0},页面只放大图链接,没有放大查看。", "{0} is not there; pages link to the large picture and have no viewer."),
        new($"在 {{1}} 里运行 npm ci({CommandName.Value} 第一次运行时会自动装)。", $"Run npm ci in {{1}} ({CommandName.Value} does it on its first run)."),
        new("查看器 OpenSeadragon 来自 npm 包,不放进仓库。", "OpenSeadragon comes from an npm package and is not kept in the repository."));

    public static Rule TooLargeAtOnce { get; } = new(
        "YG549",
        Severity.Error,
        new("这种存法的图片太大", "A picture too large for the way it is saved"),
        new("{0} 有 {1} 万像素,而它的存法({2})只能整张展开,内存不够。",
            "{0} has {1} × 10,000 pixels, and as it is saved ({2}) it can only be unfolded whole, which takes too much memory."),
        new("另存为普通(非渐进)JPEG,或不隔行的 PNG、TIFF。", "Save it as baseline (not progressive) JPEG, or as PNG or TIFF that is not interlaced."),
        new("一行一行读的图片多大都行;只能整张展开的,超过八千万像素会吃掉几百兆内存。",
            "A picture that is read line by line may be huge; one that unfolds whole takes hundreds of megabytes beyond eighty "
            + "million pixels."));

    public static Rule Heic { get; } = new(
        "YG550",
        Severity.Error,
        new("HEIC 要先另存为 JPEG", "HEIC must be saved as JPEG first"),
        new("{0} 是手机存的 HEIC 照片,网站不读这种格式。", "{0} is a photograph that a phone saved as HEIC, a format that is not read here."),
        new("在电脑的“照片”里打开它,导出为 JPEG(质量最高)再放进来;手机上可在“设置 → 相机 → 格式”选“兼容性最佳”。",
            "Open it in a photo program and export it as JPEG of the highest quality; on the phone, Settings → Camera → Formats → "
            + "Most Compatible."),
        new("HEIC 的解码受专利限制,浏览器也大多不显示;文件本身没有坏。",
            "Decoders of HEIC are encumbered by patents, and most browsers do not show it; nothing is wrong with the file."));

    /// <summary>What libvips could not do with a file, for people: its first line; the others repeat it.</summary>
    /// <param name="words">Libvips's.</param>
    internal static Diagnostic Unreadable(SourceSpan place, string name, string words) =>
        new(Damaged, place, name, words.Split('\n')[0].Trim());

    public static Rule OnlyFirstPage { get; } = new(
        "YG179",
        Severity.Warning,
        new("只显示第一页", "Only the first page is shown"),
        new("{0} 里有 {1} 页或帧,网站只显示第一页。", "{0} holds {1} pages or frames; the site shows the first."),
        new("每页另存为一个文件,各自写上;动图只要一帧,另存为 JPEG 或 PNG。",
            "Save each page as a file of its own and name them all; of an animation save the one frame as JPEG or PNG."),
        new("其余几页会悄悄不见。", "The others would vanish in silence."));
}
