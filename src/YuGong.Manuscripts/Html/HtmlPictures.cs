namespace YuGong.Manuscripts;

/// <summary>Pictures that an address carries itself (RFC 2397).</summary>
internal static class HtmlPictures
{
    private const string Base64 = ";base64,";

    /// <summary>Null for every other address: nothing is fetched.</summary>
    public static byte[]? Unpack(string address)
    {
        var at = address.IndexOf(Base64, StringComparison.OrdinalIgnoreCase);
        if (!address.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) || at < 0)
        {
            return null;
        }

        try
        {
            return Convert.FromBase64String(address[(at + Base64.Length)..]);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
