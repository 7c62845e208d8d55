using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using YuGong.Documents;
using YuGong.Manuscripts;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Build.Articles;

/// <summary>Where an article lies: a folder for each entry and channel, in which nothing stays that this article does not have.</summary>
internal static class ArticleFolder
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n",
    };

    /// <summary>Files that are there already, byte for byte, are left alone.</summary>
    public static WrittenArticle Write(ArticleOptions options, PublicDocument document, IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        FolderKind.Articles.Open(options.Folder);
        var place = $"{document.Type}-{document.Id}/{options.Target}";
        var folder = Path.Combine(options.Folder, place);
        Directory.CreateDirectory(folder);
        var written = 0;
        foreach (var (name, bytes) in files)
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
            {
                AtomicFile.Write(path, bytes);
                written++;
            }
        }

        var names = files.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var old in Directory.EnumerateFiles(folder).Where(f => !names.Contains(Path.GetFileName(f))).ToList())
        {
            File.Delete(old); // a picture of an earlier version must not go out with this one
        }

        return new(place, files.Count, written);
    }

    /// <summary>UTF-8 without a mark.</summary>
    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>What an editor fills into the other fields of a channel, and the revision that tells whether it is still true.</summary>
    public static byte[] Facts(Article article, IReadOnlyList<string> covers)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteString("title", article.Title);
            json.WriteString("summary", article.Summary);
            json.WriteString("byline", article.Byline);
            json.WriteString("rights", article.Rights);
            json.WriteString("page", article.Page.AbsoluteUri);
            json.WriteString("revision", article.Revision);
            json.WriteStartArray("covers");
            foreach (var cover in covers)
            {
                json.WriteStringValue(cover);
            }

            json.WriteEndArray();
            json.WriteStartArray("pictures");
            foreach (var picture in article.Pictures)
            {
                json.WriteStartObject();
                json.WriteString("file", picture.Name);
                json.WriteString("caption", picture.Line);
                json.WriteString("alt", picture.Alt);
                json.WriteString("credit", picture.Credit);
                json.WriteString("rights", picture.Rights);
                json.WriteNumber("width", picture.Size.Width);
                json.WriteNumber("height", picture.Size.Height);
                json.WriteNumber("bytes", picture.Bytes.Length);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }
}
