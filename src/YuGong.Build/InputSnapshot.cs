using YuGong.Api;
using YuGong.Content;
using YuGong.Documents;
using YuGong.Imaging;
using YuGong.Leads;
using YuGong.Media;
using YuGong.Pages;
using YuGong.Posters.Fonts;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Build;

/// <summary>What lay in input and themes when a run began.</summary>
/// <param name="Stamp">Of everything that a build reads; equal stamps mean equal sites.</param>
public sealed record InputSnapshot(Fingerprint Stamp, IReadOnlyList<InputFile> Inputs, IReadOnlyList<InputFile> Themes)
{
    /// <summary>Written by publications, and so no reason for another.</summary>
    private static readonly string[] Ledgers = ["urls.txt", "codes.txt", "claims.txt"];

    /// <summary>Another program may build another site.</summary>
    private static readonly Fingerprint Program = ProgramId.Of(
        typeof(InputSnapshot), typeof(Site), typeof(OutputFile), typeof(PagesPipeline), typeof(ContentApi), typeof(PublicSite),
        typeof(Photo),
        typeof(PictureProcessor), typeof(PosterFonts), typeof(FormWriter));

    public static InputSnapshot Read(RunOptions options)
    {
        var project = options.Project;
        var (inputs, themes) = (InputFiles.Scan(project.Input, project.Root), InputFiles.Scan(project.Themes, project.Root));
        var content = inputs.Where(f => !Ledgers.Contains(f.Path)).ToList();
        var stamp = InputFiles.Stamp(content).With(InputFiles.Stamp(themes)).With(Fingerprint.Of(OptionsThatChangeBytes(options)));
        return new(stamp, inputs, themes);
    }

    private static string OptionsThatChangeBytes(RunOptions options)
    {
        return $"{FileStat.VersionAt(options.Project.Settings)}|{Program}|{options.Today.DayNumber}|{options.Edition}"
            + $"|{string.Join(',', options.Pipelines)}|{options.Project.Output}|{options.WithPosters}"
            + string.Concat(options.PrivateValues.Select(v => $"|{v.Kind}\t{v.Value}"));
    }
}
