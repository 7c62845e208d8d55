using YuGong.Text;

namespace YuGong.Posters;

/// <summary>What can be wrong with designs, with the fonts they ask for, and with what a story puts into them.</summary>
public static class PosterRules
{
    public static Rule FontsFile { get; } = new(
        "YG501",
        Severity.Error,
        new("海报字体表读不懂", "The list of poster fonts cannot be read"),
        new("posters/fonts.json:{0}", "posters/fonts.json: {0}"),
        new("照 docs/posters.md 的“字体”一节改正;stacks 里只能写 fonts 里有的 key。",
            "Mend it after the section on fonts of docs/posters.md; stacks name keys of fonts only."),
        new("没有字体就排不了版;海报从不用系统字体,因为每台机器的系统字体都不一样。",
            "Nothing is set without fonts, and posters never use the system's: those differ from machine to machine."));

    public static Rule FontMissing { get; } = new(
        "YG502",
        Severity.Warning,
        new("海报字体没有安装", "A poster font is not installed"),
        new("找不到字体文件 {0},这一次不做海报。", "The font file {0} is not there; no posters this time."),
        new($"在 {{1}} 里运行 npm ci({CommandName.Value} 第一次运行时会自动装)。", $"Run npm ci in {{1}} ({CommandName.Value} does it on its first run)."),
        new("字体来自 npm 包,不放进仓库。", "Fonts come from npm packages and are not kept in the repository."));

    public static Rule NotSvg { get; } = new(
        "YG503",
        Severity.Error,
        new("设计文件不是 SVG", "A design file is no SVG"),
        new("读不懂这个 SVG:{0}", "This SVG cannot be read: {0}"),
        new("在 Inkscape 里打开、另存为“普通 SVG”。", "Open it in Inkscape and save it as plain SVG."),
        new("设计文件是 SVG,设计师和程序读同一个文件。", "A design is an SVG file, the same for designers and for the press."));

    public static Rule NoPage { get; } = new(
        "YG504",
        Severity.Error,
        new("设计没有页面尺寸", "A design has no page size"),
        new("<{0}> 没有写清页面:width、height 要用 mm 或 px,viewBox 从 0 0 开始、用同样的数。",
            "<{0}> does not say its page: width and height in mm or px, a viewBox from 0 0 with the same numbers."),
        new("例如 width=\"297mm\" height=\"420mm\" viewBox=\"0 0 297 420\"。",
            "For example width=\"297mm\" height=\"420mm\" viewBox=\"0 0 297 420\"."),
        new("一个用户单位就是一毫米或一像素,图上的数才能直接看懂。",
            "One user unit is a millimetre or a pixel, so that the numbers in the file mean what they say."));

    public static Rule UnknownAttribute { get; } = new(
        "YG505",
        Severity.Error,
        new("设计里有不认识的属性", "An unknown attribute in a design"),
        new("没有人读 {0}。", "Nothing reads {0}."),
        new("是不是想写:{1}", "Did you mean: {1}"),
        new("写错一个字母的属性会被悄悄忽略,海报就和设计师想的不一样。",
            "An attribute with a slip in it would be ignored silently, and the poster would not be what its designer meant."));

    public static Rule BadAttribute { get; } = new(
        "YG506",
        Severity.Error,
        new("设计里的属性值不对", "A bad value in a design"),
        new("{0}=\"{1}\" 不能用。", "{0}=\"{1}\" will not do."),
        new("可以写:{2}", "Write: {2}"),
        new("每个属性能写什么,见 docs/posters.md。", "docs/posters.md tells what each attribute takes."));

    public static Rule OutsidePage { get; } = new(
        "YG507",
        Severity.Error,
        new("框伸出了页面", "A box reaches outside the page"),
        new("框“{0}”伸出了页面和出血({1})。", "The box '{0}' reaches beyond the page and its bleed ({1})."),
        new("把它移回页面和出血之内。", "Move it back inside page and bleed."),
        new("裁刀之外的东西印不出来。", "What lies beyond the bleed is never printed."));

    public static Rule OutsideSafeArea { get; } = new(
        "YG508",
        Severity.Error,
        new("文字框伸出了安全区", "A text box reaches outside the safe area"),
        new("框“{0}”要在安全区 {1} 之内。", "The box '{0}' must stay inside the safe area {1}."),
        new("把它移进来;只作装饰的大字,id 以 decor 开头就可以出去。",
            "Move it in; great characters that are mere ornament may leave it when their id begins with decor."),
        new("裁切会偏一两毫米,屏幕会盖住边角;文字和二维码不能冒这个险。",
            "Trimming is off by a millimetre or two and screens cover corners; text and codes cannot risk that."));

    public static Rule NotDrawn { get; } = new(
        "YG509",
        Severity.Error,
        new("设计里有画不出来的东西", "Something in a design cannot be drawn"),
        new("不会画:{0}", "The press cannot draw: {0}"),
        new("转成路径或普通图形(文字:对象转路径,会变的字用 data-text 框),或在设计软件里栅格化成 PNG、用 <image> 放回来;不要就删掉或隐藏。",
            "Turn it into paths or plain shapes (text: object to path, or a box with data-text), or rasterise it to a PNG in the drawing "
            + "program and put that in by <image>; delete or hide what is not wanted."),
        new("会画什么,docs/posters.md 有一张表。悄悄少画一样东西,比说出来更糟。",
            "docs/posters.md has a table of what is drawn. To leave something out silently is worse than to say so."));

    public static Rule Overflow { get; } = new(
        "YG510",
        Severity.Warning,
        new("文字放不下", "A text does not fit"),
        new("{0} 的文字放不进设计 {1}({2})的框“{3}”:{4}", "A text of {0} does not fit the box '{3}' of the design {1} ({2}): {4}"),
        new("把字写短,或者请设计师放宽这个框、允许更小的字;这一张暂不制作。",
            "Shorten the text, or let the designer widen the box or allow smaller type; this poster is not made."),
        new("挤出框的字会压到别的东西,缩到看不清的字等于没有。", "Text that leaves its box lies on something else, and text too small to read is no text."));

    public static Rule MissingGlyph { get; } = new(
        "YG511",
        Severity.Warning,
        new("字体里没有这个字", "No font has this character"),
        new("没有一种字体有“{0}”:{4}(设计 {1} {2},框“{3}”)。", "No font has {0}: {4} (design {1} {2}, box '{3}')"),
        new("在主题的 posters/fonts.json 里给这一组字体加一种收有它的字体;这一张暂不制作。",
            "Add a font that has it to the stack in the theme's posters/fonts.json; this poster is not made."),
        new("名字里的生僻字印成方框,是对这个人的失敬。", "A rare character of a name printed as a box is a discourtesy to its bearer."));

    public static Rule PictureUnreadable { get; } = new(
        "YG512",
        Severity.Warning,
        new("图片读不出来", "A picture cannot be read"),
        new("{0} 不能作图片读。", "{0} cannot be read as a picture."),
        new("换成完好的 JPEG、PNG 或 WebP。", "Replace it by a sound JPEG, PNG or WebP."),
        new("印刷用的是原图,坏图不能凑合。", "Print uses the original; a broken one cannot be made up for."));

    public static Rule NoConsent { get; } = new(
        "YG513",
        Severity.Note,
        new("同意的范围不含海报", "Consent does not cover posters"),
        new("{0} 的同意范围里没有 poster,不做海报。", "The consent of {0} does not cover posters; none is made."),
        new("取得同意后在 consent.scope 里写上 poster。", "When it is given, add poster to consent.scope."),
        new("海报会离开网站;同意上网页,不等于同意上海报。", "Posters leave the site; to agree to a page is not to agree to that."));

    public static Rule NoFilter { get; } = new(
        "YG514",
        Severity.Error,
        new("设计里有滤镜", "A filter in a design"),
        new("不画滤镜:{0}", "The press draws no filters: {0}"),
        new("在设计软件里把这个对象栅格化(Illustrator:对象 › 栅格化;Inkscape:编辑 › 制作位图副本;Figma:导出成 PNG),"
            + "印刷 300 dpi,再用 <image> 放回来;柔和的影子也可以用渐变或半透明的形状画。",
            "Rasterise the object in the drawing program (Illustrator: Object › Rasterize; Inkscape: Edit › Make a Bitmap Copy; Figma: "
            + "export as PNG), at 300 dpi for print, and put it back by <image>; a soft shadow can be a gradient or a half-clear shape."),
        new("模糊和投影是像素的事:在 PDF 和 SVG 里会成为几百兆的图或者不见,哪种都不是设计师的意思。",
            "Blurs and shadows are a matter of pixels: in PDF and SVG they would become huge pictures or vanish, and neither was meant."));

    public static Rule NothingThere { get; } = new(
        "YG515",
        Severity.Error,
        new("设计里引用的东西不在", "A design refers to something that is not there"),
        new("找不到 {0}。", "There is no {0}."),
        new("是不是想写:{1}。没有它就删掉这个引用;指到别的文件的,请放进同一个文件。",
            "Did you mean {1}? Without it delete the reference; what is in another file belongs into this one."),
        new("裁切、蒙版、渐变一断开,浏览器各画各的,印出来的和设计师看到的就不一样。",
            "Browsers differ in what they draw when a clip, a mask or a gradient is missing, and none draws what its designer saw."));

    public static Rule DuplicateId { get; } = new(
        "YG516",
        Severity.Error,
        new("同一个 id 用了两次", "An id is used twice"),
        new("id “{0}” 在第 {1} 行已经有了。", "The id '{0}' is on line {1} already."),
        new("给其中一个换个名字(Inkscape:对象 › 对象属性)。", "Give one of them another name (Inkscape: Object › Object Properties)."),
        new("use、渐变、裁切按 id 找东西,发现按 id 说是哪个框;两个同名就说不清是哪一个。",
            "Uses, gradients and clips find things by id, and findings name boxes by it; of two with one name nobody knows which."));

    public static Rule LinkedPicture { get; } = new(
        "YG517",
        Severity.Error,
        new("设计链接的图片不在", "A linked picture of a design is missing"),
        new("读不到链接的图片 {0}。", "The linked picture {0} cannot be read."),
        new("把图片放在设计文件旁边,写相对路径(例如 href=\"{1}\"),或者嵌入(Inkscape:扩展 › 图像 › 嵌入;Illustrator:嵌入)。"
            + "不从网上取,也不读主题以外、64 MB 以上的文件。",
            "Put it beside the design and write a relative path (for example href=\"{1}\"), or embed it (Inkscape: Extensions › Images › "
            + "Embed; Illustrator: Embed). Nothing is fetched from the web, nor read from outside the theme or above 64 MB."),
        new("设计师电脑上的路径,别的机器上没有;海报会在那里留一个洞。",
            "A path on the designer's computer exists nowhere else, and would leave a hole in the poster."));

    public static Rule NotForGood { get; } = new(
        "YG518",
        Severity.Warning,
        new("证书的设计里有透明", "Something transparent in a certificate"),
        new("透明的东西不能存档(PDF/A-1b):{0}", "Transparency cannot be archived (PDF/A-1b): {0}"),
        new("换成不透明的颜色:把半透明的颜色和底色调好,写成一个 #RRGGBB;图片去掉透明通道。",
            "Use opaque colours: mix the half-clear colour with its ground and write the one #RRGGBB; flatten pictures."),
        new("PDF/A-1 不许透明(ISO 19005-1 6.4);有透明的证书照样能印,但不能自称 PDF/A。",
            "PDF/A-1 allows no transparency (ISO 19005-1 6.4); such a certificate prints, but cannot claim to be PDF/A."));

    public static Rule CutWord { get; } = new(
        "YG519",
        Severity.Warning,
        new("标题在词中间断行", "A headline breaks inside a word"),
        new("{0} 在设计 {1}({2})的框“{3}”里断在了词中间:{4}", "{0} breaks inside a word in box '{3}' of design {1} ({2}): {4}"),
        new("把标题写短,或者请设计师放宽这个框、允许更小的字。",
            "Write the headline shorter, or ask the designer for a wider box or smaller type."),
        new("断在词中间的标题要读两遍才懂,远看还会读错。",
            "A headline cut inside a word is read twice before it is understood, and misread from afar."));

    public static IReadOnlyList<Rule> All { get; } =
    [
        FontsFile, FontMissing, NotSvg, NoPage, UnknownAttribute, BadAttribute, OutsidePage, OutsideSafeArea, NotDrawn, Overflow,
        MissingGlyph, PictureUnreadable, NoConsent, NoFilter, NothingThere, DuplicateId, LinkedPicture, NotForGood, CutWord,
    ];
}
