using YuGong.Text;
using YuGong.Text.Privacy;

namespace YuGong.Publishing.Privacy;

/// <summary>A text that a file holds: all of it, a part of its metadata, a page, a document within an archive.</summary>
/// <param name="Inside">Where in the file, for people: <c>word/document.xml</c>, 第 3 页; empty when the text is the file.</param>
internal sealed record FileText(string Inside, string Text, TextForm Form)
{
    /// <summary>Why what lies there cannot be searched, in Chinese; null for a text.</summary>
    public Phrase? Unreadable { get; private init; }

    public static FileText NotRead(string inside, Phrase why) => new(inside, "", TextForm.Plain) { Unreadable = why };
}
