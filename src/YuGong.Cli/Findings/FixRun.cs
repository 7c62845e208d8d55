using YuGong.Build;
using YuGong.Content.Writing;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>check --fix</c>: checks, writes what is safe, and checks again until nothing is left that a program may write.</summary>
internal static class FixRun
{
    /// <summary>Two fixes that want the same place take two rounds; more are no text of ours.</summary>
    private const int MostRounds = 8;

    /// <summary>What is left; null, said, when a file cannot be written.</summary>
    /// <param name="dryRun">Only show it: the diff on the output, and the findings as they are.</param>
    public static Diagnostics? Findings(RunOptions options, bool dryRun, CancellationToken cancel)
    {
        var findings = CheckCommand.Findings(options, cancel);
        var (files, places) = (new SortedSet<string>(StringComparer.Ordinal), 0);
        for (var round = 0; round < MostRounds; round++)
        {
            var plan = FixWriter.Plan(findings.Sorted(), path => PlaceOf(options.Project, path));
            if (dryRun)
            {
                Terminal.Write(string.Concat(plan.Select(FixDiff.Of)));
                return findings;
            }

            if (plan.Count == 0)
            {
                break;
            }

            foreach (var made in plan)
            {
                if (!Write(made, PlaceOf(options.Project, made.Path)!))
                {
                    return null;
                }

                files.Add(made.Path);
                places += made.Edits.Count;
            }

            findings = CheckCommand.Findings(options, cancel);
        }

        Terminal.Warn(files.Count == 0 ? new("没有可以直接改的地方。", "There is nothing that may simply be mended.")
            : new($"改了 {files.Count} 个文件,{places} 处:{string.Join("、", files)}",
                $"Mended {Phrase.Count(files.Count, "file")}, {Phrase.Count(places, "place")}: {string.Join(", ", files)}"));
        return findings;
    }

    /// <summary>What editors keep: the input and the settings.</summary>
    private static string? PlaceOf(ProjectFolder project, string path) =>
        path.StartsWith(project.InputName + "/", StringComparison.Ordinal)
            ? Path.Combine(project.Input, path[(project.InputName.Length + 1)..])
        : path == Path.GetFileName(project.Settings) ? project.Settings : null;

    private static bool Write(FixedText made, string place)
    {
        try
        {
            FixWriter.Write(made, place);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Terminal.Warn(new($"{made.Path} 写不进去,原来的没有动。", $"{made.Path} cannot be written; it is as it was."));
            return false;
        }
    }
}
