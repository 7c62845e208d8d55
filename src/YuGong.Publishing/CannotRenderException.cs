using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>
/// Bytes that cannot be made because of what an author or a theme wrote: the finding says what, and nothing is published.
/// </summary>
public sealed class CannotRenderException(Diagnostic finding, Exception? inner = null) : Exception(finding.Message(Language.Chinese), inner)
{
    public Diagnostic Finding { get; } = finding;

    public Phrase Words => Finding.Words;
}
