using System.Buffers;

namespace YuGong.Content;

/// <summary>
/// Names that Windows cannot hold: the repository of one who makes such a file cannot be checked out there at all.
/// Source: Microsoft, Naming Files, Paths, and Namespaces.
/// </summary>
public static class WindowsName
{
    private static readonly string[] Devices = ["con", "prn", "aux", "nul", "conin$", "conout$"];

    private static readonly SearchValues<char> Never =
        SearchValues.Create([.. @"<>:""/\|?*", .. Enumerable.Range(0, 0x20).Select(c => (char)c)]);

    /// <summary>Of a file or folder without its path.</summary>
    public static bool CanBe(string name) => name.Length > 0 && name[^1] is not ('.' or ' ')
        && !name.AsSpan().ContainsAny(Never) && !IsDevice(name);

    /// <summary>Devices keep their names with any suffix: <c>aux.jpg</c> opens a port.</summary>
    private static bool IsDevice(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var stem = (dot < 0 ? name : name[..dot]).TrimEnd(' ');
        return Devices.Contains(stem, StringComparer.OrdinalIgnoreCase)
            || (stem.Length == 4 && stem[3] is (>= '0' and <= '9') or '\u00B9' or '\u00B2' or '\u00B3'
                && (stem.StartsWith("com", StringComparison.OrdinalIgnoreCase)
                    || stem.StartsWith("lpt", StringComparison.OrdinalIgnoreCase)));
    }
}
