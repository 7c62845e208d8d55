using Markdig.Syntax.Inlines;
using YuGong.Text;

namespace YuGong.Content.Markdown;

/// <summary>What looks like something and is nothing: it stays as typed, and a finding says what to write.</summary>
internal sealed class Misread : LiteralInline
{
    public required Rule Rule { get; init; }

    /// <summary>Its place in the body; text that follows may join the node.</summary>
    public required Markdig.Syntax.SourceSpan Place { get; init; }

    public IReadOnlyList<Detail> Details { get; init; } = [];
}
