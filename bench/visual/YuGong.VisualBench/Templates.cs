namespace YuGong.VisualBench;

/// <summary>A page of each template: where it is in what the build writes.</summary>
/// <param name="OnlyInPreview">A template that today's content shows only as a sample.</param>
internal sealed record Template(string Name, string Address, bool OnlyInPreview = false)
{
    /// <summary>The first entry of each kind, by name; what the content lacks is left out.</summary>
    public static IReadOnlyList<Template> In(string site)
    {
        var person = First(site, "people", "direction", "trade", "era", "district");
        return
        [
            new("home", "/"), new("people", "/people/"), new("person", $"/people/{person}/"), new("hall", "/hall/"),
            new("room", $"/hall/{First(site, "hall", "map", "timeline")}/"), new("timeline", "/hall/timeline/"), new("map", "/hall/map/"),
            new("objects", "/objects/"), new("object", $"/objects/{First(site, "objects")}/"), new("dialogues", "/dialogues/"),
            new("dialogue", "/dialogues/sample-duihua/", OnlyInPreview: true), new("videos", "/videos/"),
            new("video", "/videos/sample-film/", OnlyInPreview: true), new("call", "/call/"), new("page", "/about/"),
            new("search", "/search/"), new("api", "/api/"), new("posters", "/posters/"), new("poster", $"/posters/{person}/"),
            new("embed", $"/embed/{person}/"), new("embed-board", "/embed/board/"), new("verify", "/verify/"), new("404", "/404.html"),
        ];
    }

    /// <summary>The pages of a folder, by name.</summary>
    public static IEnumerable<string> All(string site, string folder) =>
        Directory.Exists(Path.Combine(site, folder))
            ? Directory.GetDirectories(Path.Combine(site, folder)).Select(d => Path.GetFileName(d))
                .Where(d => File.Exists(Path.Combine(site, folder, d, "index.html"))).Order(StringComparer.Ordinal)
            : [];

    private static string First(string site, string folder, params string[] not) => All(site, folder).Except(not).FirstOrDefault() ?? "";
}
