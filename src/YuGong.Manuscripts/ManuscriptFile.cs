using System.Text;

namespace YuGong.Manuscripts;

/// <summary>What others wrote, from the file that they sent: a .docx, or pasted text saved as .html.</summary>
public static class ManuscriptFile
{
    /// <param name="name">Of the file: its ending tells pasted text from the rest, which is known by its bytes.</param>
    /// <exception cref="ReadingException">It cannot be read, or there is no text in it.</exception>
    public static Manuscript Read(string name, byte[] bytes, ReadingLimits limits)
    {
        var extension = Path.GetExtension(name).ToLowerInvariant();
        var manuscript = extension is ".html" or ".htm" ? HtmlReader.Read(Encoding.UTF8.GetString(bytes))
            : OfficeKind.Of(bytes) is { } kind
                ? throw new ReadingException(kind == "doc" ? OfficeKind.OldWords(bytes) : OfficeKind.Words(kind, extension))
                : WordReader.Read(bytes, new(limits));
        return manuscript.Blocks.Count > 0 ? manuscript : throw new ReadingException(new("里面没有正文", "There is no text in it"));
    }
}
