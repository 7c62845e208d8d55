namespace YuGong.Imaging.Cairo;

/// <content>Structure of a tagged PDF (ISO 32000-1 14.8), in the order in which it is drawn.</content>
public sealed unsafe partial class PdfCanvas
{
    /// <summary>What follows belongs to an element – Document, H1, P, Figure – until <see cref="EndTag"/>.</summary>
    public void BeginTag(string name) => CairoLibrary.TagBegin(Context, name, "");

    public void EndTag(string name) => CairoLibrary.TagEnd(Context, name);
}
