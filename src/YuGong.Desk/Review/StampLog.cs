using System.Globalization;
using YuGong.Content.Writing;

namespace YuGong.Desk;

/// <summary>
/// Who brought an entry to which step, as its commits say. A commit whose words name a step and which changes more than the status is none.
/// </summary>
internal sealed class StampLog(Drafts drafts, GitStore store, string input)
{
    private const int Most = 100;
    private const string Published = "发布";

    private static readonly string[] Status = ["status"];

    /// <summary>Of the draft, or of what stands on the main branch where there is none; newest first.</summary>
    public IReadOnlyList<Stamp> Of(DeskCollection collection, string id) => Of(collection, id,
        drafts.Tip(UnsavedText.DraftOf(collection, id)) ?? store.Main);

    /// <summary>Of what lies in the folder; nothing where it differs from what the main branch has.</summary>
    public IReadOnlyList<Stamp> OfFolder(DeskCollection collection, string id) =>
        store.Git.Ask("diff", "--quiet", store.Main, "--", PathOf(collection, id)).Code == 0 ? Of(collection, id, store.Main) : [];

    private IReadOnlyList<Stamp> Of(DeskCollection collection, string id, string tip)
    {
        var draft = UnsavedText.DraftOf(collection, id);
        var log = store.Git.Do([], "log", "--format=%H%x1f%an%x1f%cI%x1f%s", $"--max-count={Most}", "--fixed-strings",
            $"--grep=:{draft}", tip);
        var since = Since(collection, id, tip);
        List<Stamp> stamps = [];
        var stands = true;
        foreach (var parts in log.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\x1f')))
        {
            if (parts.Length == 4 && NameOf(parts[3], draft) is { } name && IsStep(parts[0]))
            {
                stands &= name != DraftStep.Draft.Name && since?.Contains(parts[0]) != false;
                stamps.Add(new(name, parts[1], DateTimeOffset.Parse(parts[2], CultureInfo.InvariantCulture), parts[0]) { Stands = stands });
            }
        }

        return stamps;
    }

    /// <summary>The last review makes a draft ready, and is told by its own name.</summary>
    private string? NameOf(string subject, string draft) =>
        drafts.Steps.Append(Published).FirstOrDefault(s => subject == $"{s}:{draft}") is not { } step ? null
        : step == DraftStep.Ready.Name && drafts.Reviews is [.., var last] ? $"{last.Name}，{step}" : step;

    /// <summary>Commits since the entry was last written; null where nothing was.</summary>
    private HashSet<string>? Since(DeskCollection collection, string id, string tip)
    {
        var path = PathOf(collection, id);
        var written = store.Git.Do([], "log", "--format=%H", $"--max-count={Most}", tip, "--", path).Text
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(c => !IsStep(c));
        return written is null ? null : [.. store.Git.Do([], "rev-list", $"{written}..{tip}").Text
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private bool IsStep(string commit) => store.Tip(commit + "^") is { } parent && store.Between(parent, commit).All(f =>
        f.Path.EndsWith(".md", StringComparison.Ordinal) && FrontMatterPatcher.SameBut(Status, TextOf(parent, f), TextOf(commit, f)));

    private string? TextOf(string commit, GitFile file) =>
        store.Read(commit, file.Path) is { } bytes ? System.Text.Encoding.UTF8.GetString(bytes) : null;

    private string PathOf(DeskCollection collection, string id) =>
        $":(top,literal){store.Prefix}{collection.PathOf(input, id, "").TrimEnd('/')}";
}
