using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Media;

/// <summary>Pictures of every awkward size as objects of a collection, written without any library, and the site built of them.</summary>
internal static class OddPictures
{
    public static readonly (int Width, int Height)[] Sizes =
    [
        (1, 1), (1, 2), (2, 1), (511, 512), (512, 512), (513, 512), (513, 513), (777, 1), (819, 1638), (1023, 777), (1024, 1024), (1025, 1),
        (1, 1025), (2047, 1333), (2401, 1601),
        (3000, 2000), (4097, 4095), (5000, 5003), (9001, 1000), (16385, 129), (30000, 1), (1, 30000), (30000, 700), (2, 30000),
    ];

    public static string IdOf(int width, int height) => string.Create(CultureInfo.InvariantCulture, $"odd-{width}-{height}");

    public static Project Extend(Project project)
    {
        CompleteContent.Small(project);
        project.Edit("input/stories/shui-xiheng/index.md", "objects: [shui-xiheng-thing]",
            $"objects: [shui-xiheng-thing, {string.Join(", ", Sizes.Select(s => IdOf(s.Width, s.Height)))}]");
        foreach (var (width, height) in Sizes)
        {
            project.Write($"input/objects/{IdOf(width, height)}/plan.png", Png(width, height));
            Object(project, IdOf(width, height), "plan.png");
        }

        OddOriginals.Extend(project);
        return project;
    }

    public static void Object(Project project, string id, string file, string more = "", string person = "shui-xiheng") => project.Write($"input/objects/{id}/index.md", $$"""
        ---
        id: {{id}}
        status: ready
        title: 测试图 {{id}}
        kind: drawing
        people: [{ id: {{person}}, role: user }]
        made: 1932
        picture: { src: "{{file}}", alt: 测试用的坡和格, credit: 测试图片来源, rights: 测试权利说明{{more}} }
        summary: 这一段文字只为测试而写，说的不是任何真实的物件，字数凑够摘要的下限，好让校验不再提醒，也好看出版面在有字的时候是什么样子。
        sources:
          - { id: s1, title: 测试用的官方来源, publisher: 测试出版者, date: 2020-05, url: "https://example.org/a", grade: A, read: full }
        verification: { checker: 编辑部, method: 测试, date: 2026-01-02 }
        ---

        见[主人](/people/{{person}}/)。[@s1]
        """);

    /// <summary>A slope with a grid, in eight bits of grey.</summary>
    public static byte[] Png(int width, int height)
    {
        using var rows = new MemoryStream();
        using (var packed = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[width + 1];
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    row[x + 1] = (byte)(x % 256 == 0 || y % 256 == 0 ? 0 : 64 + (((x * 150L / width) + (y * 40L / height)) & 127));
                }

                packed.Write(row);
            }
        }

        return Png(width, height, 8, 0, rows.ToArray());
    }

    /// <param name="depth">Bits.</param>
    /// <param name="colour">0 grey, 2 RGB, 3 palette, 4 grey with opacity, 6 RGB with opacity.</param>
    /// <param name="packed">Rows, each behind its filter byte, deflated.</param>
    /// <param name="palette">Three bytes a colour.</param>
    public static byte[] Png(int width, int height, byte depth, byte colour, byte[] packed, byte[]? palette = null)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (depth, colour);
        return [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. Chunk("IHDR", head),
            .. palette is null ? [] : Chunk("PLTE", palette), .. Chunk("IDAT", packed), .. Chunk("IEND", [])];
    }

    public static byte[] Deflated(byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        return packed.ToArray();
    }

    public static byte[] Chunk(string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        byte[] body = [.. System.Text.Encoding.ASCII.GetBytes(type), .. data];
        var crc = 0xFFFFFFFFu;
        foreach (var b in body)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        var sum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(sum, ~crc);
        return [.. length, .. body, .. sum];
    }
}
