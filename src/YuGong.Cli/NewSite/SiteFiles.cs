using System.Text;

namespace YuGong.Cli;

/// <summary>What a new site begins with: settings, vocabularies, one sample of each kind, the call, how it is built elsewhere.</summary>
internal static class SiteFiles
{
    private const string Folder = "site/", Dot = "dot-";

    /// <summary>Paths in the new folder, with <c>/</c>, and texts.</summary>
    /// <param name="words">What stands for <c>{{title}}</c> and the others, by their names.</param>
    public static IEnumerable<(string Path, string Text)> Of(IReadOnlyDictionary<string, string> words)
    {
        var assembly = typeof(SiteFiles).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            var path = name.Replace('\\', '/');
            if (!path.StartsWith(Folder, StringComparison.Ordinal))
            {
                continue;
            }

            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            var text = words.Aggregate(reader.ReadToEnd(), (t, w) => t.Replace($"{{{{{w.Key}}}}}", w.Value, StringComparison.Ordinal));
            yield return (string.Join('/', path[Folder.Length..].Split('/').Select(Named)), text);
        }
    }

    private static string Named(string part) => part.StartsWith(Dot, StringComparison.Ordinal) ? "." + part[Dot.Length..] : part;
}
