using System.Text;

namespace YuGong.Bench;

/// <summary>
/// A folder that both programs build from: our project around <c>input/</c>, Hugo's in <c>hugo/</c> with the same stories mounted.
/// </summary>
internal sealed class Corpus(string folder, int stories)
{
    public string Folder { get; } = folder;

    public int Stories { get; } = stories;

    /// <summary>The file that the runs with one edit change.</summary>
    public string EditedFile => StoryFile(Edited);

    private int Edited => (Stories / 2) + 1;

    public void Write(string bench)
    {
        Copy(Path.Combine(bench, "theme"), Path.Combine(Folder, "themes", "bench"));
        Copy(Path.Combine(bench, "hugo"), Path.Combine(Folder, "hugo"));
        File.AppendAllText(Path.Combine(Folder, "hugo", "hugo.yaml"), HugoWords());
        Put("statiq.json", """
            {
              "Host": "bench.example.org",
              "LinksUseHttps": true,
              "LinkHideIndexPages": true,
              "Theme": "bench",
              "YuGong": { "Title": "基准测试站", "Description": "程序生成的基准语料，人物与事件都是虚构。", "Organizers": ["基准测试"] }
            }

            """);
        Put("input/texts.yaml", string.Concat(Words.Texts.Select(t => $"{t}: {t}\n")));
        Put("input/taxonomies/directions.yaml", string.Concat(Words.Directions.Select(d =>
            $"- {{ id: {d.Id}, name: {d.Name}, short: {d.Short}, mark: {d.Mark}, text: {d.Text}, "
                + $"hall: {d.Short}厅, hall_text: {d.Text} }}\n")));
        foreach (var (list, words) in (ReadOnlySpan<(string, (string Id, string Name)[])>)[("trades", Words.Trades), ("eras", Words.Eras),
            ("districts", Words.Districts), ("traits", Words.Traits)])
        {
            Put($"input/taxonomies/{list}.yaml", string.Concat(words.Select(w => $"- {{ id: {w.Id}, name: {w.Name} }}\n")));
        }

        for (var number = 1; number <= Stories; number++)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(StoryFile(number))!);
            File.WriteAllText(StoryFile(number), Story.Text(number, Stories));
        }
    }

    /// <summary>Changes one story: its headline, which its neighbours and the lists show too, and its body.</summary>
    public void Edit(int edition) => File.WriteAllText(EditedFile, Story.Text(Edited, Stories, edition));

    private string StoryFile(int number) => Path.Combine(Folder, "input", "stories", Story.Id(number), "index.md");

    private void Put(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    /// <summary>The vocabularies as Hugo's parameters: names by id, which is the quickest way to ask.</summary>
    private static string HugoWords()
    {
        var text = new StringBuilder("params:\n  description: 程序生成的基准语料，人物与事件都是虚构。\n  directions:\n");
        foreach (var d in Words.Directions)
        {
            text.Append($"    - {{ id: {d.Id}, name: {d.Name} }}\n");
        }

        text.Append("  words:\n    direction:\n");
        foreach (var d in Words.Directions)
        {
            text.Append($"      {d.Id}: {{ name: {d.Name}, text: {d.Text} }}\n");
        }

        foreach (var (list, words) in (ReadOnlySpan<(string, (string Id, string Name)[])>)[("trade", Words.Trades), ("era", Words.Eras),
            ("district", Words.Districts), ("trait", Words.Traits)])
        {
            text.Append($"    {list}: {{ {string.Join(", ", words.Select(w => $"{w.Id}: {w.Name}"))} }}\n");
        }

        return text.ToString();
    }
}
