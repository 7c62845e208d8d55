using System.Text;
using MimeKit.Tnef;

namespace YuGong.Leads;

/// <summary>The files in a winmail.dat, Outlook's own envelope (MS-OXTNEF). Its words stand in the mail beside it as well.</summary>
internal static class Winmail
{
    /// <summary>Of what MimeKit remarks on; odd dates and code pages lose no file.</summary>
    private const TnefComplianceStatus Damages = TnefComplianceStatus.InvalidTnefSignature | TnefComplianceStatus.StreamTruncated
        | TnefComplianceStatus.InvalidAttributeLevel | TnefComplianceStatus.InvalidAttributeLength;

    /// <param name="most">So many files are taken.</param>
    /// <returns>Whether that was all.</returns>
    public static bool Read(byte[] bytes, int most, Action<string, byte[]> take)
    {
        using var reader = new TnefReader(new MemoryStream(bytes, writable: false), 0, TnefComplianceMode.Loose);
        var files = new List<(string Name, byte[] Bytes)>();
        var isWhole = true;
        try
        {
            while (reader.ReadNextAttribute() && files.Count <= most)
            {
                ReadAttribute(reader, files);
            }
        }
        catch (Exception e) when (e is TnefException or IOException or ArgumentException or InvalidOperationException or OverflowException)
        {
            isWhole = false;
        }

        files.Take(most).ToList().ForEach(file => take(file.Name, file.Bytes));
        return isWhole && files.Count <= most && (reader.ComplianceStatus & Damages) == TnefComplianceStatus.Compliant;
    }

    private static void ReadAttribute(TnefReader reader, List<(string Name, byte[] Bytes)> files)
    {
        var properties = reader.TnefPropertyReader;
        switch (reader.AttributeTag)
        {
            case TnefAttributeTag.AttachRenderData: // what follows belongs to one more file
                files.Add(("", []));
                break;
            case TnefAttributeTag.AttachTitle when files.Count > 0:
                files[^1] = files[^1] with { Name = MailText.Guess(Raw(properties)).TrimEnd('\0') };
                break;
            case TnefAttributeTag.AttachData when files.Count > 0:
                files[^1] = files[^1] with { Bytes = Raw(properties) };
                break;
            case TnefAttributeTag.Attachment when files.Count > 0:
                while (properties.ReadNextProperty())
                {
                    // The title may be cut (8.3); this is the whole name.
                    if (properties.PropertyTag.Id == TnefPropertyId.AttachLongFilename)
                    {
                        var isWide = properties.PropertyTag.ValueTnefType == TnefPropertyType.Unicode;
                        var name = isWide ? Encoding.Unicode.GetString(Raw(properties)) : MailText.Guess(Raw(properties));
                        files[^1] = files[^1] with { Name = name.TrimEnd('\0') };
                    }
                }

                break;
        }
    }

    /// <summary>Read to its end, not by the length that the envelope claims: a small mail could claim gigabytes.</summary>
    private static byte[] Raw(TnefPropertyReader properties)
    {
        using var whole = new MemoryStream();
        properties.GetRawValueReadStream().CopyTo(whole);
        return whole.ToArray();
    }
}
