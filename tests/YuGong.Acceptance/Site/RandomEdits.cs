using System.Text.RegularExpressions;

namespace YuGong.Tests.Sites;

/// <summary>
/// Edits as people make them, from a seed: words, directions, states, vocabularies, templates, styles; whole entries come and go.
/// </summary>
internal sealed partial class RandomEdits(Project project, int seed)
{
    private readonly Random random = new(seed);
    private Action undo = () => { };
    private int number;

    /// <summary>Takes the last edit back, as somebody does whose build was refused.</summary>
    public void Undo() => undo();

    /// <summary>Makes one edit and says what it was.</summary>
    public string Next()
    {
        number++;
        return random.Next(16) switch
        {
            0 => Line(Pick("stories"), "headline", $"第 {number} 个主题句"),
            1 => Line(Pick("stories"), "name", $"某{number}"),
            2 => Line(Pick("stories"), "direction", OneOf("builder", "artisan", "pioneer", "mentor", "guardian")),
            3 => Line(Pick("stories"), "trades", OneOf("[railway]", "[bridge, structure]", "[hydropower, education, radio]")),
            4 => Line(Pick("stories"), "districts", OneOf("[]", "[yuzhong]", "[fuling, shapingba]")),
            5 => Line(Pick("stories"), "era", OneOf("early", "wartime", "founding", "reform")),
            6 => Line(Pick("stories"), "order", $"{random.Next(1, 90)}"),
            7 => Line(Pick(OneOf("stories", "objects", "videos")), "status", OneOf("ready", "ready", "published", "draft", "review")),
            8 => Line(Pick("objects"), "title", $"物件{number}"),
            9 => Body(Pick(OneOf("stories", "objects", "dialogues", "videos", "pages"))),
            10 => ComeOrGo("stories"),
            11 => ComeOrGo(OneOf("objects", "dialogues", "videos", "pages")),
            12 => Replace($"input/taxonomies/{OneOf("directions", "trades", "eras", "districts")}.yaml", NameLine(), $"name: 词{number}"),
            13 => Replace("input/call.yaml", DeadlineLine(), $"deadline_note: 第 {number} 次改期。"),
            14 => Append($"themes/yugong/templates/{Template()}.scriban", $"\n<p>{number}</p>\n"),
            _ => OneOf(Append("themes/yugong/assets/site.css", $"\n.x{number} {{ color: #123456 }}\n"),
                Line("input/pages/about/index.md", "title", $"关于{number}")),
        };
    }

    private string Template() => OneOf("person", "home", "layout", "people", "partials/card", "partials/about", "object");

    [GeneratedRegex("name: [^,}\\n]*", RegexOptions.None, 1000)]
    private static partial Regex NameLine();

    [GeneratedRegex("deadline_note: .*", RegexOptions.None, 1000)]
    private static partial Regex DeadlineLine();

    private T OneOf<T>(params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];

    private string Pick(string kind)
    {
        var folders = Folders(kind);
        return $"input/{kind}/{folders[random.Next(folders.Count)]}/index.md";
    }

    private List<string> Folders(string kind) =>
        [.. Directory.EnumerateDirectories(project.At($"input/{kind}")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    /// <summary>Sets a key of the front matter, or adds it.</summary>
    private string Line(string path, string key, string value)
    {
        var text = Open(path);
        var line = new Regex($"^{key}:.*$", RegexOptions.Multiline, TimeSpan.FromSeconds(1));
        project.Write(path, line.IsMatch(text) ? line.Replace(text, $"{key}: {value}", 1) : $"---\n{key}: {value}{text[3..]}");
        return $"{path}: {key}: {value}";
    }

    private string Open(string path)
    {
        var text = project.Read(path);
        undo = () => project.Write(path, text);
        return text;
    }

    private string Body(string path)
    {
        project.Write(path, Open(path) + $"\n第 {number} 段，见[星光榜](/people/)。\n");
        return $"{path}: a paragraph";
    }

    private string Append(string path, string text)
    {
        project.Write(path, Open(path) + text);
        return $"{path}: {text.Trim()}";
    }

    private string Replace(string path, Regex what, string by)
    {
        var text = Open(path);
        var found = what.Matches(text);
        var chosen = found[random.Next(found.Count)];
        project.Write(path, text[..chosen.Index] + by + text[(chosen.Index + chosen.Length)..]);
        return $"{path}: {by}";
    }

    /// <summary>Takes an entry away, or brings back one that was taken away.</summary>
    private string ComeOrGo(string kind)
    {
        Directory.CreateDirectory(project.At($"attic/{kind}"));
        var away = Directory.EnumerateDirectories(project.At($"attic/{kind}")).Select(f => Path.GetFileName(f))
            .Order(StringComparer.Ordinal).ToList();
        var here = Folders(kind);
        if (away.Count > 0 && (here.Count < 2 || random.Next(2) == 0))
        {
            var id = away[random.Next(away.Count)];
            Move($"attic/{kind}/{id}", $"input/{kind}/{id}");
            return $"{kind}/{id} comes back";
        }

        if (here.Count < 2)
        {
            return Body(Pick(kind));
        }

        var gone = here[random.Next(here.Count)];
        Move($"input/{kind}/{gone}", $"attic/{kind}/{gone}");
        return $"{kind}/{gone} goes";

        void Move(string from, string to)
        {
            Directory.Move(project.At(from), project.At(to));
            undo = () => Directory.Move(project.At(to), project.At(from));
        }
    }
}
