using System.Diagnostics;
using System.Globalization;

namespace YuGong.Cli;

/// <summary>Every file that any commit of a repository ever held.</summary>
internal static class GitObjects
{
    /// <summary>Nothing where there is no repository or no git.</summary>
    public static IEnumerable<(string Path, byte[] Bytes)> All(string folder)
    {
        if (!Directory.Exists(System.IO.Path.Combine(folder, ".git")))
        {
            yield break;
        }

        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        using (var list = Start(folder, "rev-list", "--objects", "--all"))
        {
            while (list.StandardOutput.ReadLine() is { } line)
            {
                if (line.IndexOf(' ') is > 0 and var blank && blank < line.Length - 1)
                {
                    names.TryAdd(line[..blank], line[(blank + 1)..]);
                }
            }
        }

        using var git = Start(folder, "cat-file", "--batch", "--batch-all-objects", "--unordered");
        git.StandardInput.Close();
        var stream = git.StandardOutput.BaseStream;
        while (Line(stream) is { Length: > 0 } head)
        {
            // "<name> <type> <size>", the bytes, a line break.
            var parts = head.Split(' ');
            var bytes = new byte[int.Parse(parts[2], CultureInfo.InvariantCulture)];
            stream.ReadExactly(bytes);
            stream.ReadByte();
            if (parts[1] is "blob" or "commit" or "tag")
            {
                yield return (names.GetValueOrDefault(parts[0], parts[0][..12]), bytes);
            }
        }
    }

    private static Process Start(string folder, params string[] arguments) =>
        Process.Start(new ProcessStartInfo("git", ["-C", folder, .. arguments]) { RedirectStandardOutput = true,
            RedirectStandardInput = true, UseShellExecute = false })!;

    private static string? Line(Stream stream)
    {
        var line = new List<byte>();
        for (var b = stream.ReadByte(); b >= 0 && b != '\n'; b = stream.ReadByte())
        {
            line.Add((byte)b);
        }

        return line.Count == 0 ? null : System.Text.Encoding.ASCII.GetString([.. line]);
    }
}
