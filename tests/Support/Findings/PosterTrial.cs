using YuGong.Content;
using YuGong.Posters.Designs;
using YuGong.Posters.Fonts;
using YuGong.Text;

namespace YuGong.Tests.Findings;

/// <summary>
/// The designs of a trial's theme, composed for its stories; the fonts are the real theme's unless the trial has a list of its own.
/// </summary>
internal static class PosterTrial
{
    public static IReadOnlyList<Diagnostic> Findings(ExampleProject trial)
    {
        var found = new Diagnostics();
        var theme = trial.At("themes/yugong");
        var itself = File.Exists(Path.Combine(theme, "posters", "fonts.json"));
        using var own = itself ? PosterFonts.Open(theme, "themes/yugong", trial.At(".cache"), found) : null;
        var fonts = itself ? own : Posters.Type.Fonts;
        if (fonts is not null)
        {
            var designs = DesignFolder.Read(theme, "themes/yugong", fonts, found);
            foreach (var order in PosterJobs.Plan(trial.Load(Edition.Release), designs, fonts,
                subject => $"https://yugong.example.org/q/{subject}/", found))
            {
                order.Compose(found);
            }
        }

        return found.Sorted();
    }
}
