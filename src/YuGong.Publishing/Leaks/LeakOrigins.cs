using YuGong.Content;
using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>Where something private came from: the place in the input that says it, or the file of the output that holds it.</summary>
internal sealed class LeakOrigins(Site? site, string outputName)
{
    /// <summary>The place, in a copy of the text in which the value is masked: findings are printed and sent around.</summary>
    public SourceSpan Of(Leak leak)
    {
        foreach (var entry in site?.Entries ?? [])
        {
            var file = entry.Frame.Body.File;
            if (file.Text.IndexOf(leak.Value, StringComparison.OrdinalIgnoreCase) is var at and >= 0)
            {
                return Masked(file.Path, file.Text, leak.Value).Span(at, leak.Value.Length);
            }

            var beside = entry.Frame.Folder.Files.FirstOrDefault(f => leak.Path == EntryAddresses.Of(entry)[1..] + f);
            if (beside is not null)
            {
                return new SourceFile($"{entry.Frame.Folder.Path}/{Hide(beside, leak.Value)}", "").Whole;
            }
        }

        var path = $"{outputName}/{Hide(leak.Path, leak.Value)}";
        return leak.Text is { } text && leak.Offset >= 0
            ? Masked(path, text.Text, leak.Value).Span(leak.Offset, leak.Value.Length)
            : new SourceFile(path, "").Whole;
    }

    private static SourceFile Masked(string path, string text, string value) => new(path, Hide(text, value));

    private static string Hide(string text, string value) => text.Replace(value, Leak.Mask(value), StringComparison.OrdinalIgnoreCase);
}
