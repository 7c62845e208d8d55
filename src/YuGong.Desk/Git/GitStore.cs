using System.Globalization;
using System.Text;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>A file between two commits.</summary>
/// <param name="Blob">The object that holds it, or null when it is gone.</param>
internal sealed record GitFile(string Path, string Mode, string? Blob)
{
    public bool IsNew { get; init; }
}

/// <summary>
/// Saves as commits, made of objects alone: nobody's other changes are committed, staged or checked out.
/// A commit that is being saved stands in <c>refs/yugong/saving</c> until files, index and branch agree, so a killed save is
/// finished by whoever comes next.
/// </summary>
internal sealed class GitStore
{
    private const string Saving = "refs/yugong/saving";

    private readonly WorkingTree folder;
    private readonly string prefix;

    private GitStore(WorkingTree folder, GitCommand git, string prefix, string branch) =>
        (this.folder, Git, this.prefix, Branch) = (folder, git, prefix, branch);

    public GitCommand Git { get; }

    /// <summary>The branch that is checked out: what it holds lies in the folder.</summary>
    public string Branch { get; }

    /// <summary>The project's place in the repository: empty, or ending in <c>/</c>.</summary>
    public string Prefix => prefix;

    public string Main => "refs/heads/" + Branch;

    /// <summary>The repository that the project lies in, or why there is none to save in.</summary>
    public static (GitStore? Store, Phrase? Missing) In(WorkingTree folder)
    {
        try
        {
            var here = new GitCommand(folder.Places.Root);
            return here.Line("rev-parse", "--show-toplevel") is not { } top || here.Line("rev-parse", "--show-prefix") is not { } prefix
                ? (null, new("这里没有 git 仓库", "there is no git repository here"))
                : here.Line("symbolic-ref", "-q", "--short", "HEAD") is not { } branch ? (null, new("现在不在任何分支上", "it is on no branch"))
                : here.Line("rev-parse", "-q", "--verify", "HEAD^{commit}") is null ? (null, new("仓库里还没有一次提交",
                    "the repository has no commit yet"))
                : (new(folder, new(top), prefix, branch), null);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (null, new("这台机器没有装 git", "git is not installed on this machine"));
        }
    }

    public string? Tip(string reference) => Git.Line("rev-parse", "-q", "--verify", reference + "^{commit}");

    /// <summary>A file as a commit has it, or null.</summary>
    public byte[]? Read(string commit, string path) =>
        Git.Ask("cat-file", "blob", $"{commit}:{prefix}{path}") is { Code: 0 } blob ? blob.Out : null;

    /// <summary>What differs, within the project; a renamed file is one gone and one new.</summary>
    public IReadOnlyList<GitFile> Between(string from, string to)
    {
        var parts = Git.Do([], "diff-tree", "-r", "-z", "--no-renames", "--raw", from, to).Parts;
        var files = new List<GitFile>();
        for (var i = 0; i + 1 < parts.Length; i += 2)
        {
            // ":100644 100644 <old> <new> M", then the path.
            var said = parts[i].Split(' ');
            if (parts[i + 1].StartsWith(prefix, StringComparison.Ordinal))
            {
                files.Add(new(parts[i + 1][prefix.Length..], said[1], said[4][0] == 'D' ? null : said[3]) { IsNew = said[4][0] == 'A' });
            }
        }

        return files;
    }

    public byte[] Blob(string blob) => Git.Do([], "cat-file", "blob", blob).Out;

    /// <summary>All of the changes or none, as one commit of the main branch.</summary>
    public void Save(IReadOnlyList<Change> changes, string message, Editor editor)
    {
        Recover();
        var old = Tip(Main) ?? throw new InvalidOperationException($"{Main} is gone.");
        var files = Store(changes);
        Land(old, Commit(Saving, [old], files, message, editor), files, changes);
    }

    /// <summary>A commit on a reference, without any file of the work tree.</summary>
    /// <param name="parents">The first is what the files are laid over.</param>
    public string Commit(string reference, IReadOnlyList<string> parents, IReadOnlyList<GitFile> files, string message, Editor editor)
    {
        var who = $"{Clean(editor.Name)} <{Clean(editor.Mail)}> now";
        var words = Encoding.UTF8.GetByteCount(message);
        var order = new StringBuilder()
            .Append(CultureInfo.InvariantCulture,
                $"commit {reference}\nmark :1\nauthor {who}\ncommitter {who}\ndata {words}\n{message}\nfrom {parents[0]}\n")
            .AppendJoin("", parents.Skip(1).Select(p => $"merge {p}\n"));
        foreach (var file in files)
        {
            var name = $"\"{(prefix + file.Path).Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
            order.Append(file.Blob is null ? $"D {name}\n" : $"M {file.Mode} {file.Blob} {name}\n");
        }

        order.Append("\nget-mark :1\ndone\n");
        return Git.Do(Encoding.UTF8.GetBytes(order.ToString()),
            ["fast-import", "--quiet", "--done", "--date-format=now",
            .. reference == Saving ? ["--force"] : Array.Empty<string>()]).Text.Trim();
    }

    /// <summary>The objects of changed files, with the repository's own rules for line breaks and large files.</summary>
    public IReadOnlyList<GitFile> Store(IReadOnlyList<Change> changes) =>
        [.. changes.Select(c => new GitFile(c.Path, "100644",
            c.Bytes is null ? null : Git.Do(c.Bytes, "hash-object", "-w", "--stdin", "--path=" + prefix + c.Path).Text.Trim()))];

    /// <summary>Brings a commit into the folder, the index and the branch; until the last step it can be done again.</summary>
    public void Land(string old, string commit, IReadOnlyList<GitFile> files, IReadOnlyList<Change>? changes = null)
    {
        Git.Do([], "update-ref", Saving, commit);
        foreach (var change in changes
            ?? [.. files.Select(f => new Change(f.Path,
            f.Blob is null ? null : Git.Do([], "cat-file", "--filters", "--path=" + prefix + f.Path, f.Blob).Out))])
        {
            if (!folder.Places.IsLinked(change.Path))
            {
                folder.Write(change);
            }
        }

        Index(files);
        Git.Do(Encoding.UTF8.GetBytes($"start\nupdate {Main} {commit} {old}\ndelete {Saving}\nprepare\ncommit\n"), "update-ref", "--stdin",
            "-m", "desk");
    }

    /// <summary>Finishes what a killed save had begun.</summary>
    public void Recover()
    {
        if (Tip(Saving) is not { } commit)
        {
            return;
        }

        var old = Tip(Main)!;
        if (old != commit && Git.Ask("merge-base", "--is-ancestor", old, commit).Code == 0)
        {
            Land(old, commit, Between(old, commit));
        }
        else
        {
            Git.Do([], "update-ref", "-d", Saving);
        }
    }

    private void Index(IReadOnlyList<GitFile> files)
    {
        var lines =
            string.Concat(files.Select(f => f.Blob is null
            ? $"0 {new string('0', 40)}\t{prefix}{f.Path}\0" : $"{f.Mode} {f.Blob}\t{prefix}{f.Path}\0"));
        for (var attempt = 0; Git.Run(Encoding.UTF8.GetBytes(lines), ["update-index", "-z", "--index-info"]).Code != 0 && attempt < 20;
            attempt++)
        {
            Thread.Sleep(100); // another git holds the index; a stale one would only look odd in `git status`
        }
    }

    private static string Clean(string words) => new([.. words.Where(c => c is not ('<' or '>' or '\n' or '\0'))]);
}
