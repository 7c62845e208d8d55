using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>
/// A file that will be: where it goes, the fingerprint of everything its bytes depend on, and how to make the bytes.
/// Equal <paramref name="Key"/> means equal bytes, so a publication renders only what it does not already hold.
/// <paramref name="Render"/> is called at most once per publication, from any thread.
/// </summary>
public sealed record OutputFile(OutputPath Path, Fingerprint Key, Func<ReadOnlyMemory<byte>> Render)
{
    /// <summary>A file whose bytes are already known.</summary>
    public static OutputFile Of(string path, ReadOnlyMemory<byte> bytes) =>
        new(OutputPath.Of(path), Fingerprint.Of(bytes.Span), () => bytes);
}
