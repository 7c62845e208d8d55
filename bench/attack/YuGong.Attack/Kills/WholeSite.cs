namespace YuGong.Attack.Kills;

/// <summary>A copy of the repository's site, to be built and killed.</summary>
internal static class WholeSite
{
    public static string In(string root, string source)
    {
        Directory.CreateDirectory(root);
        File.Copy(Path.Combine(source, "statiq.json"), Path.Combine(root, "statiq.json"));
        Copy(Path.Combine(source, "input"), Path.Combine(root, "input"));
        Copy(Path.Combine(source, "themes", "yugong"), Path.Combine(root, "themes", "yugong"));
        var installed = Path.Combine(source, "themes", "yugong", "node_modules");
        if (Directory.Exists(installed))
        {
            Directory.CreateSymbolicLink(Path.Combine(root, "themes", "yugong", "node_modules"), installed);
        }

        return root;
    }

    internal static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.GetDirectories(from).Where(f => Path.GetFileName(f) != "node_modules"))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
