using YuGong.Documents;

namespace YuGong.Api;

/// <summary>
/// The bytes of each document, which two files hold: its own, and the one of its whole type. Made once, forgotten when both
/// have them; where only one asks, as after a small edit, they go with the build.
/// </summary>
internal sealed class OnceBytes(PublicSite open)
{
    private readonly byte[]?[] made = new byte[open.Entries.Count][];

    public byte[] Take(int number)
    {
        if (Interlocked.Exchange(ref made[number], null) is { } bytes)
        {
            return bytes;
        }

        bytes = DocumentJson.Bytes(open.Whole(open.Entries[number]));
        made[number] = bytes;
        return bytes;
    }
}
