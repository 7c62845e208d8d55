using System.Text;
using YuGong.Posters.Designs;

namespace YuGong.Posters.Kit;

/// <summary>The words of a story for those who set them by hand.</summary>
internal static class KitText
{
    /// <summary>UTF-8, one field a line.</summary>
    public static byte[] Plain(Fields fields) => Encoding.UTF8.GetBytes(string.Concat(Filled(fields).Select(f => $"{f}:{fields[f]}\n")));

    /// <summary>
    /// For InDesign's data merge: one row of names, one of values, comma separated, UTF-16 big-endian with a byte order mark.
    /// </summary>
    public static byte[] DataMerge(Fields fields)
    {
        var names = Filled(fields).ToList();
        var table = string.Join(',', names.Select(Quoted)) + "\r\n" + string.Join(',', names.Select(n => Quoted(fields[n]))) + "\r\n";
        return [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(table)];
    }

    private static IEnumerable<string> Filled(Fields fields) => Fields.Names.Where(n => fields[n].Length > 0);

    private static string Quoted(string value) => $"\"{value.Replace("\"", "\"\"").Replace('\n', ' ')}\"";
}
