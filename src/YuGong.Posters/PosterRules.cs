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
        new("照 docs/posters.md 的“字体”一节改正;stacks 里只能写 fonts 里有的 key。", "Mend it after the section on fonts of docs/posters.md; stacks name keys of fonts only."),
        new("没有字体就排不了版;海报从不用系统字体,因为每台机器的系统字体都不一样。", "Nothing is set without fonts, and posters never use the system's: those differ from machine to machine."));

    public static Rule FontMissing { get; } = new(
        "YG502",
        Severity.Warning,
        new("海报字体没有安装", "A poster font is not installed"),
        new("找不到字体文件 {0},这一次不做海报。", "The font file {0} is not there; no posters this time."),
        new("在 {1} 里运行 npm ci(./yugong 第一次运行时会自动装)。", "Run npm ci in {1} (./yugong does it on its first run)."),
        new("字体来自 npm 包,不放进仓库。", "Fonts come from npm packages and are not kept in the repository."));

    public static IReadOnlyList<Rule> All { get; } =
    [
        FontsFile, FontMissing,
    ];
}
