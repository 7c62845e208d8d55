using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>
/// A value that must never leave the house, as the private register hands it over: a telephone number, an address, a
/// number of a document. Shorter than four characters it would be found everywhere, so such a value is passed over.
/// </summary>
/// <param name="Kind">What it is, in Chinese, for the finding: 电话, 住址.</param>
public sealed record PrivateValue(string Kind, string Value);

/// <summary>Something private in a file that was about to be published.</summary>
/// <param name="Path">Place in the output.</param>
/// <param name="Offset">UTF-16 offset in the file as text; -1 in a file's name or in its metadata.</param>
public sealed record Leak(string Kind, string Value, string Path, int Offset, SourceFile? Text)
{
    /// <summary>Enough to find it, not enough to call it.</summary>
    public string Masked => Mask(Value);

    public static string Mask(string value) => value.Length <= 5
        ? new string('*', value.Length)
        : string.Concat(value.AsSpan(0, 3), new string('*', value.Length - 5), value.AsSpan(value.Length - 2));
}
