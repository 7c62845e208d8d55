namespace YuGong.Desk;

/// <summary>What the library shows.</summary>
public sealed record MediaRequest
{
    public required IReadOnlyList<MediaEntry> Entries { get; init; }

    /// <summary>The name of an entry of a kind by its id.</summary>
    public required Func<string, string, string?> Names { get; init; }

    /// <summary>What is looked for; empty for everything.</summary>
    public required string Query { get; init; }

    /// <summary>Entries that are not shown because there are too many.</summary>
    public required int More { get; init; }

    public required Editor Editor { get; init; }
}

/// <summary><c>/desk/media/</c>: every file of every entry, with who uses it.</summary>
public static class MediaPage
{
    private const long Kilo = 1024;

    public static Html Render(MediaRequest asked)
    {
        var cut = asked.More == 0 ? Html.None
            : Html.Of($"<p class=\"soft\">还有 {asked.More} 个条目有文件:用上面的框,按条目的名字、编号或文件名找。</p>");
        return Html.Of($"""
            <h1>图片与文件</h1>
            <p class="soft">各个条目里传过的图片、影片和文件,谁在用。图片放在条目自己的文件夹里:替代文字和来源在那个条目的表单里写。</p>
            <form class="find" role="search" action="/desk/media/"><label><span class="visually-hidden">找条目或文件</span>
            <input type="search" name="q" value="{asked.Query}" placeholder="条目的名字、编号或文件名"></label>
            <button class="button button-quiet">找</button></form>
            {(asked.Entries.Count == 0 ? new Html("<p class=\"none\">没有找到。</p>") : Html.Join(asked.Entries, e => Entry(e, asked)))}
            {cut}
            """);
    }

    private static Html Entry(MediaEntry entry, MediaRequest asked)
    {
        var (collection, place) = (entry.Collection, $"/desk/write/{entry.Collection.Name}/{entry.Id}/");
        var may = asked.Editor.May(DeskAction.Upload, Branch.Draft, FileKind.Attachment);
        var upload = !may ? Html.None
            : new Html("<label class=\"button button-quiet upload\">传到这一篇<input type=\"file\" data-media-upload></label>");
        var files = entry.Files.Count == 0 ? new Html("<p class=\"none\">还没有文件。</p>")
            : Html.Of($"<ul class=\"media\">{Html.Join(entry.Files, f => File(entry, f, asked.Editor))}</ul>");
        var name = asked.Names(collection.Schema.Name, entry.Id) ?? entry.Id;
        return Html.Of($"""
            <section class="media-entry" data-collection="{collection.Name}" data-id="{entry.Id}">
            <h2><a href="{place}">{name}</a> <span class="kind">{collection.Singular}</span></h2>
            <p>{upload} <span role="status"></span></p>
            {files}</section>
            """);
    }

    private static Html File(MediaEntry entry, MediaFile file, Editor editor)
    {
        var address = $"/desk/media/{entry.Collection.Name}/{entry.Id}/{Uri.EscapeDataString(file.Name)}";
        var picture = file.Lies is not null && Uploads.IsPicture(file.Name)
            ? Html.Of($"<img loading=\"lazy\" src=\"{address}\" alt=\"{AltOf(file)}\">") : Html.None;
        var uses = file.Uses.Count == 0 ? new Html("<p class=\"unused\">没有用到</p>")
            : Html.Of($"<ul>{Html.Join(file.Uses, Use)}</ul>");
        var isDeletable = file.Uses.Count == 0 && file.Lies is not null && editor.May(DeskAction.Delete, Branch.Main, FileKind.Attachment);
        var delete = !isDeletable ? Html.None : Html.Of($"<button type=\"button\" class=\"button button-quiet\" "
            + $"data-media-delete=\"{file.Name}\" data-seen=\"{file.Lies}\">删除</button>");
        var state = file.Lies is null ? new Html("<p class=\"soft\">还没有发布:在草稿里,或者还没存成一步。</p>") : Html.None;
        return Html.Of($"<li>{picture}<p class=\"name\">{file.Name}</p><p class=\"soft\">{Size(file.Size)}</p>{state}{uses}{delete}</li>");
    }

    private static string AltOf(MediaFile file) => file.Uses.FirstOrDefault(u => u.Alt.Length > 0)?.Alt ?? "";

    private static Html Use(MediaUse use)
    {
        var alt = use.Alt.Length > 0 ? Html.Of($" 替代文字:{use.Alt}") : Html.None;
        var credit = use.Credit.Length > 0 ? Html.Of($" 来源:{use.Credit}") : Html.None;
        return Html.Of($"<li><strong>{use.Place}</strong>{alt}{credit}</li>");
    }

    private static string Size(long bytes) => bytes >= Kilo * Kilo ? $"{bytes / Kilo / Kilo} MB" : $"{Math.Max(1, bytes / Kilo)} KB";
}
