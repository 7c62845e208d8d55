using System.Security.Cryptography;
using System.Text;

namespace YuGong.Tests.Deploying;

/// <summary>A folder of made-up files that looks like a site: pages, styles, pictures, names in Chinese; equal for equal seeds.</summary>
internal sealed class MadeSite(string folder, int seed)
{
    private readonly Random random = new(seed);

    public string Folder => folder;

    public IEnumerable<string> Paths => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal);

    /// <param name="bytes">Of all of them, about.</param>
    public MadeSite Fill(int files, long bytes)
    {
        var each = bytes / files;
        for (var i = 0; i < files; i++)
        {
            Write(NameOf(i), (int)(each / 2) + random.Next((int)each));
        }

        return this;
    }

    /// <summary>Changes some files, adds and deletes as many.</summary>
    public MadeSite Change(int some)
    {
        var paths = Paths.ToArray();
        random.Shuffle(paths);
        foreach (var path in paths.Take(some))
        {
            Write(path, (int)new FileInfo(Path.Combine(folder, path)).Length);
        }

        foreach (var path in paths.Skip(some).Take(some))
        {
            File.Delete(Path.Combine(folder, path));
        }

        for (var i = 0; i < some; i++)
        {
            Write($"new/{random.Next()}/index.html", 500);
        }

        return this;
    }

    /// <summary>Path and SHA-256 of every file in a folder.</summary>
    public static Dictionary<string, string> Read(string folder) => new MadeSite(folder, 0).Paths.ToDictionary(
        path => path, path => Sha(File.ReadAllBytes(Path.Combine(folder, path))), StringComparer.Ordinal);

    public static string Sha(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string NameOf(int i) => (i % 10) switch
    {
        0 or 1 or 2 => $"people/p{i}/index.html",
        3 => $"hall/展厅 {i}/index.html",
        4 => $"assets/style-{i:x8}.css",
        5 => $"api/v1/{i}.json",
        _ => $"assets/pictures/{i % 7}/照片-{i}.webp",
    };

    private void Write(string path, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        if (path.EndsWith(".html", StringComparison.Ordinal))
        {
            bytes = Encoding.ASCII.GetBytes(Convert.ToHexString(bytes)[..length]);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
        File.WriteAllBytes(Path.Combine(folder, path), bytes);
    }
}
