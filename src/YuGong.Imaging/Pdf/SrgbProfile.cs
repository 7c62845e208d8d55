using System.Buffers.Binary;
using System.Text;

namespace YuGong.Imaging.Pdf;

/// <summary>
/// The colours of our PDFs as an ICC profile of version 2 (ICC.1:2001-04), the newest that PDF/A-1 allows: IEC 61966-2-1 primaries,
/// adapted to D50, and its tone curve in 1024 steps.
/// </summary>
internal static class SrgbProfile
{
    private const int Steps = 1024;

    public const string Name = "sRGB IEC61966-2.1";

    public static byte[] Bytes { get; } = Make();

    private static byte[] Make()
    {
        var curve = Curve();
        (string Sign, byte[] Data)[] tags =
        [
            ("desc", Description()), ("cprt", [.. "text"u8, 0, 0, 0, 0, .. "No copyright\0"u8]), ("wtpt", Xyz(0.9642, 1, 0.8249)),
            ("rXYZ", Xyz(0.4360747, 0.2225045, 0.0139322)), ("gXYZ", Xyz(0.3850649, 0.7168786, 0.0971045)),
            ("bXYZ", Xyz(0.1430804, 0.0606169, 0.7141733)),
            ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ];
        var table = 132 + (tags.Length * 12);
        var body = new List<byte>();
        var places = new Dictionary<byte[], int>(ReferenceEqualityComparer.Instance);
        foreach (var (_, data) in tags.Where(t => places.TryAdd(t.Data, 0)))
        {
            places[data] = table + body.Count;
            body.AddRange(data);
            body.AddRange(new byte[-data.Length & 3]);
        }

        var file = new byte[table + body.Count];
        body.CopyTo(file, table);
        Number(file, 0, file.Length);
        Number(file, 8, 0x02100000);
        Encoding.ASCII.GetBytes("mntrRGB XYZ ").CopyTo(file, 12);
        byte[] day = [0x07, 0xEA, 0, 1, 0, 1]; // 2026-01-01
        day.CopyTo(file, 24);
        Encoding.ASCII.GetBytes("acsp").CopyTo(file, 36);
        Xyz(0.9642, 1, 0.8249)[8..].CopyTo(file, 68);
        Number(file, 128, tags.Length);
        for (var i = 0; i < tags.Length; i++)
        {
            Encoding.ASCII.GetBytes(tags[i].Sign).CopyTo(file, 132 + (i * 12));
            Number(file, 136 + (i * 12), places[tags[i].Data]);
            Number(file, 140 + (i * 12), tags[i].Data.Length);
        }

        return file;
    }

    private static byte[] Description()
    {
        var words = Encoding.ASCII.GetBytes(Name + "\0");
        var data = new byte[12 + words.Length + 78];
        Encoding.ASCII.GetBytes("desc").CopyTo(data, 0);
        Number(data, 8, words.Length);
        words.CopyTo(data, 12);
        return data;
    }

    private static byte[] Curve()
    {
        var data = new byte[12 + (Steps * 2)];
        Encoding.ASCII.GetBytes("curv").CopyTo(data, 0);
        Number(data, 8, Steps);
        for (var i = 0; i < Steps; i++)
        {
            var x = i / (Steps - 1.0);
            var y = x <= 0.04045 ? x / 12.92 : Math.Pow((x + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(12 + (i * 2)), (ushort)Math.Round(y * 65535));
        }

        return data;
    }

    private static byte[] Xyz(double x, double y, double z)
    {
        var data = new byte[20];
        Encoding.ASCII.GetBytes("XYZ ").CopyTo(data, 0);
        Number(data, 8, (int)Math.Round(x * 65536));
        Number(data, 12, (int)Math.Round(y * 65536));
        Number(data, 16, (int)Math.Round(z * 65536));
        return data;
    }

    private static void Number(byte[] file, int at, int value) => BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(at), value);
}
