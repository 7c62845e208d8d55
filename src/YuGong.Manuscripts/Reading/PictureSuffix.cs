namespace YuGong.Manuscripts;

/// <summary>Pictures that a site can show, known by their first bytes; programs name them as they like.</summary>
internal static class PictureSuffix
{
    /// <summary>Null for every other kind: metafiles of Windows, animations, bitmaps.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => ".jpg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => ".png",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => ".webp",
        [(byte)'I', (byte)'I', 0x2A, 0, ..] or [(byte)'M', (byte)'M', 0, 0x2A, ..] => ".tif",
        _ => null,
    };
}
