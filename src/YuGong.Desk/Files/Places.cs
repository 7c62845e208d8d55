using System.Buffers;
using YuGong.Text;

namespace YuGong.Desk;

/// <summary>Which files the desk may touch: those of its folders that are neither hidden nor reached through a link.</summary>
/// <param name="root">The project, full path.</param>
/// <param name="folders">Relative to it; <c>.</c> is all of it.</param>
public sealed class Places(string root, IReadOnlyList<string> folders)
{
    /// <summary>What Windows has in no name of a file.</summary>
    private static readonly SearchValues<char> Unwritable = SearchValues.Create(":*?\"<>|");

    public string Root { get; } = Path.GetFullPath(root);

    public IReadOnlyList<string> Folders => folders;

    /// <summary>
    /// The path in its plain form (<c>a/b</c>, empty for the project itself), or null when it leads out of the project.
    /// A backslash or a control character is in nobody's file names here.
    /// </summary>
    public static string? Plain(string path)
    {
        if (path.StartsWith('/') || path.Contains('\\', StringComparison.Ordinal) || path.Any(char.IsControl) || Path.IsPathRooted(path))
        {
            return null;
        }

        var parts = new List<string>();
        foreach (var part in path.Split('/').Where(p => p is not ("" or ".")))
        {
            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else
            {
                return null;
            }
        }

        return parts.Count == 0 && path.Contains("..", StringComparison.Ordinal) ? null : string.Join('/', parts);
    }

    public string Full(string path) => Path.Combine(Root, path);

    /// <summary>Why a plain path is none of the desk's business, or null when it is.</summary>
    public Phrase? WhyNot(string path)
    {
        if (path.Split('/').Any(p => p.StartsWith('.')))
        {
            return new("以点开头的文件是隐藏的", "files that begin with a dot are hidden");
        }

        if (!folders.Any(f => f is "." or "" || path == f || path.StartsWith(f + "/", StringComparison.Ordinal)))
        {
            var list = Phrase.List(folders);
            return new($"它不在 {list.Zh} 里", $"it is not in {list.En}");
        }

        if (path.Split('/').Any(p => p.EndsWith(' ') || p.EndsWith('.') || p.AsSpan().ContainsAny(Unwritable)))
        {
            return new("名字里有有的系统不认的字符", "its name has characters that some systems do not know");
        }

        return path.Length > 400 || path.Split('/').Any(p => System.Text.Encoding.UTF8.GetByteCount(p) > 255)
            ? new("名字太长", "its name is too long") : null;
    }

    /// <summary>Whether the way to a file leads through a symbolic link.</summary>
    public bool IsLinked(string path)
    {
        var full = Root;
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            full = Path.Combine(full, part);
            FileSystemInfo info = Directory.Exists(full) ? new DirectoryInfo(full) : new FileInfo(full);
            if (info.LinkTarget is not null)
            {
                return true;
            }

            if (!info.Exists)
            {
                return false;
            }
        }

        return false;
    }

    public bool MayRead(string path) => WhyNot(path) is null && !IsLinked(path);
}
