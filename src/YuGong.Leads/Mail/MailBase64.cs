namespace YuGong.Leads;

/// <summary>Base64 as mails have it (RFC 2045, 6.8): line breaks and blanks within do not count, and damaged ends are common.</summary>
internal static class MailBase64
{
    /// <summary>As much as can be decoded, and whether that was all of it.</summary>
    public static (byte[] Bytes, bool Whole) Decode(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        var (length, strange, padding) = (0, false, 0);
        var (bits, digits) = (0, 0);
        foreach (var c in text)
        {
            if (ValueOf(c) is >= 0 and var value)
            {
                strange |= padding > 0;
                bits = (bits << 6) | value;
                if (++digits % 4 == 0)
                {
                    (bytes[length], bytes[length + 1], bytes[length + 2]) = ((byte)(bits >> 16), (byte)(bits >> 8), (byte)bits);
                    (length, bits) = (length + 3, 0);
                }
            }
            else if (c == '=')
            {
                padding++;
            }
            else
            {
                strange |= !(c is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'\v' or (byte)'\f');
            }
        }

        var rest = digits % 4;
        strange |= rest == 1 || (rest != 0 && padding != 4 - rest);
        for (var i = 0; i < rest - 1; i++)
        {
            bytes[length++] = (byte)(bits >> ((rest * 6) - 8 - (i * 8)));
        }

        return (bytes[..length], !strange);
    }

    private static int ValueOf(byte c) => c switch
    {
        >= (byte)'A' and <= (byte)'Z' => c - 'A',
        >= (byte)'a' and <= (byte)'z' => c - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => c - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => -1,
    };
}
