using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using YuGong.Publishing;

namespace YuGong.Tests.Sites;

/// <summary>A site on disk, as a web server would hold it.</summary>
public sealed class BuiltSite
{
    public const string Host = "yugong.example.org";

    public BuiltSite(string folder)
    {
        Folder = folder;
        Files = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Where(f => f != FolderKind.Marker)
            .Order(StringComparer.Ordinal)];
    }

    public string Folder { get; }

    /// <summary>Relative, with <c>/</c>, sorted.</summary>
    public IReadOnlyList<string> Files { get; }

    public bool Has(string path) => Files.Contains(path, StringComparer.Ordinal);

    public string Text(string path) => File.ReadAllText(Path.Combine(Folder, path));

#pragma warning disable CA3003 // The server of the tests asks only for names that Files holds.
    public byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(Folder, path));
#pragma warning restore CA3003

    /// <summary>Every HTML page, parsed by a parser that is not ours; fresh ones for every caller.</summary>
    public IReadOnlyList<WebPage> Pages() => [.. Files.Where(f => f.EndsWith(".html", StringComparison.Ordinal)).Select(Parse)];

    /// <param name="address">Such as <c>/people/</c>.</param>
    public IHtmlDocument Page(string address) => Parse(FileOf(address)).Html;

    public static string FileOf(string address) => address.EndsWith('/') ? address[1..] + "index.html" : address[1..];

    private WebPage Parse(string file) => new(file, new HtmlParser().ParseDocument(Text(file)));
}

public sealed record WebPage(string File, IHtmlDocument Html)
{
    /// <summary><c>/people/x/</c>, or <c>/404.html</c>.</summary>
    public string Address { get; } = "/" + (File.EndsWith("index.html", StringComparison.Ordinal) ? File[..^"index.html".Length] : File);

    /// <summary>Neither a page that leads on nor a card made to stand inside somebody else's page.</summary>
    public bool StandsAlone => !LeadsOn && !Address.StartsWith("/embed/", StringComparison.Ordinal);

    /// <summary>An address that moved and only leads on.</summary>
    public bool LeadsOn => Html.QuerySelector("meta[http-equiv=refresh]") is not null;

    /// <summary>A card for other people's frames: a fragment that points at the page it stands for.</summary>
    public bool IsCard => Address.StartsWith("/embed/", StringComparison.Ordinal);

    public bool IsIndexed => Html.QuerySelector("meta[name=robots][content*=noindex]") is null;

    public string? Meta(string selector) => Html.QuerySelector(selector)?.GetAttribute("content");
}
