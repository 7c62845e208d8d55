using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YuGong.Content;
using YuGong.Posters.Scenes;

namespace YuGong.Posters.Kit;

/// <param name="Name">As in the style sheet: <c>cinnabar</c>.</param>
/// <param name="Title">What people call it: the comment behind it.</param>
internal sealed record Swatch(string Name, string Title, Colour Colour);

/// <summary>The theme's colours, from the one place that has them: the custom properties at the top of its style sheet.</summary>
internal sealed partial class Palette(IReadOnlyList<Swatch> swatches)
{
    /// <summary>Those of the first <c>:root</c> rule that are written as <c>#RRGGBB</c>; empty without a style sheet.</summary>
    public static Palette Of(string themeFolder)
    {
        var file = Path.Combine(themeFolder, "assets", "site.css");
        var root = File.Exists(file) ? Root().Match(PlainFile.Text(file)).Value : "";
        return new([.. Property().Matches(root)
            .Select(m => new Swatch(
                m.Groups["name"].Value, m.Groups["title"] is { Success: true } title ? title.Value : m.Groups["name"].Value,
                Colour.Parse(m.Groups["value"].Value)!.Value))]);
    }

    public byte[] Json() => KitJson.Bytes(new JsonArray([.. swatches.Select(s => new JsonObject
    {
        ["name"] = s.Name,
        ["chinese"] = s.Title,
        ["hex"] = s.Colour.ToString(),
        ["rgb"] = new JsonArray(s.Colour.Red, s.Colour.Green, s.Colour.Blue),
    })]));

    /// <summary>GIMP, Inkscape and Krita.</summary>
    /// <param name="name">Of the palette.</param>
    public byte[] Gpl(string name) => Encoding.UTF8.GetBytes(
        $"GIMP Palette\nName: {name}\nColumns: 1\n#\n"
            + string.Concat(swatches.Select(s => $"{s.Colour.Red,3} {s.Colour.Green,3} {s.Colour.Blue,3}\t{s.Title}\n")));

    /// <summary>
    /// Adobe Swatch Exchange: a header, then a block for each colour (name in UTF-16BE with a closing zero, RGB as floats, kind 2: normal).
    /// </summary>
    public byte[] Ase()
    {
        using var ase = new MemoryStream();
        ase.Write("ASEF"u8);
        Write(ase, (ushort)1, (ushort)0);
        Write(ase, (uint)swatches.Count);
        foreach (var swatch in swatches)
        {
            var name = Encoding.BigEndianUnicode.GetBytes(swatch.Title + "\0");
            Write(ase, (ushort)1);
            Write(ase, (uint)(2 + name.Length + 4 + 12 + 2));
            Write(ase, (ushort)(name.Length / 2));
            ase.Write(name);
            ase.Write("RGB "u8);
            foreach (var channel in (byte[])[swatch.Colour.Red, swatch.Colour.Green, swatch.Colour.Blue])
            {
                var number = new byte[4];
                BinaryPrimitives.WriteSingleBigEndian(number, channel / 255f);
                ase.Write(number);
            }

            Write(ase, (ushort)2);
        }

        return ase.ToArray();
    }

    private static void Write(MemoryStream to, params ReadOnlySpan<ushort> numbers)
    {
        foreach (var number in numbers)
        {
            to.Write([(byte)(number >> 8), (byte)number]);
        }
    }

    private static void Write(MemoryStream to, uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        to.Write(bytes);
    }

    [GeneratedRegex(@":root \{.*?\}", RegexOptions.Singleline, 1000)]
    private static partial Regex Root();

    [GeneratedRegex(@"--(?<name>[a-z-]+):\s*(?<value>#[0-9A-Fa-f]{6});([ \t]*/\*\s*(?<title>[^*\n]*[^*\s])\s*\*/)?", RegexOptions.None,
        1000)]
    private static partial Regex Property();
}
