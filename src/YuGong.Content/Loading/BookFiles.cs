using YuGong.Content.Schemas;
using YuGong.Content.Yaml;
using YuGong.Text;
using YuGong.Text.Privacy;

namespace YuGong.Content;

/// <summary>Reads <c>books/ID.md</c>: what a book is called, who is in it, and its preface.</summary>
internal sealed class BookFiles(LoadRequest request, Settings settings, Diagnostics diagnostics)
{
    private const string Folder = "books/";

    private static readonly Phrase Kind = new("书", "book");

    /// <summary>The id of a book by its path in <c>input/</c>; null for other files.</summary>
    public static string? IdOf(string path) =>
        path.StartsWith(Folder, StringComparison.Ordinal) && path.EndsWith(".md", StringComparison.Ordinal)
            && path[Folder.Length..^".md".Length] is var id && Slug.IsValid(id) ? id : null;

    public IReadOnlyList<Book> Read(IReadOnlyList<InputFile> files, Taxonomies taxonomies, string? publicMail)
    {
        var privacy = new PrivacyMatcher([], publicMail is null ? settings.PublicContacts : [publicMail, .. settings.PublicContacts]);
        return [.. files.Where(f => !f.IsRefused && IdOf(f.Path) is not null).Select(f => Read(f, taxonomies, privacy)).OfType<Book>()];
    }

    /// <summary>Who is named and is nobody: a book without them would be printed.</summary>
    public static void Check(IReadOnlyList<Book> books, ReadEntries read, Diagnostics diagnostics)
    {
        foreach (var book in books)
        {
            References.CheckPeople(book.Id, book.People, read, diagnostics);
        }
    }

    private Book? Read(InputFile found, Taxonomies taxonomies, PrivacyMatcher privacy)
    {
        var path = $"{request.InputName}/{found.Path}";
        var file = request.Unsaved.Of(found.Path) is { } bytes ? TextFile.Decode(bytes, path, Kind, diagnostics)
            : TextFile.Read(Path.Combine(request.InputFolder, found.Path), path, found.Size, Kind, diagnostics);
        if (file is null)
        {
            return null;
        }

        foreach (var match in privacy.Find(file.Text))
        {
            diagnostics.Report(ContentRules.PrivateValue, file.Span(match.Start, match.Length), match.Kind, match.Value);
        }

        if (FrontMatter.Find(file, diagnostics) is not { } matter
            || YamlReader.ReadMapping(file, matter.Start, matter.Length, diagnostics) is not { } mapping)
        {
            return null;
        }

        var reader = new MapReader(mapping, BookKeys.Schema, new(diagnostics, taxonomies, request.Today));
        var body = new Body(file, matter.BodyStart, new([], [], settings.LinkRewriter("/")));
        diagnostics.Add(body.Findings);
        return BookKeys.Read(reader, IdOf(found.Path)!, body);
    }
}
