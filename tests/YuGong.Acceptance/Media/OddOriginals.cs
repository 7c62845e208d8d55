using System.Globalization;
using NetVips;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Media;

/// <summary>
/// The same small picture saved in every odd way a file comes in: four fields, red, green, blue and yellow. Each file says who took it,
/// where and with what, as cameras do.
/// </summary>
internal static class OddOriginals
{
    public const int Width = 320, Height = 240;

    /// <summary>What must not be published, told to each original.</summary>
    public const string Camera = "VerySecretCamera", Photographer = "VerySecretPhotographer", Place = "VerySecretPlace";

    /// <summary>In this order: left above, right above, left below, right below.</summary>
    public static readonly (byte Red, byte Green, byte Blue)[] Fields = [(200, 40, 40), (50, 150, 60), (40, 60, 170), (220, 200, 60)];

    /// <summary>Names of objects, and of the file in each.</summary>
    public static readonly IReadOnlyDictionary<string, string> Files = new Dictionary<string, string>
    {
        ["cmyk"] = "a.jpg", ["cmyk-bare"] = "a.jpg", ["cmyk-tiff"] = "a.tif", ["deep-png"] = "a.png", ["deep-tiff"] = "a.tif",
        ["palette"] = "a.png", ["clear"] = "a.png", ["wide-gamut"] = "a.jpg",
        ["progressive"] = "a.jpg", ["webp"] = "a.webp", ["avif"] = "a.avif", ["name"] = "图 纸（一）.png",
        ["liar"] = "a.png",
        ["turned-2"] = "a.jpg", ["turned-3"] = "a.jpg", ["turned-4"] = "a.jpg", ["turned-5"] = "a.jpg", ["turned-6"] = "a.jpg",
        ["turned-7"] = "a.jpg", ["turned-8"] = "a.jpg",
    };

    /// <summary>Of the portrait with a red spot: where the spot is, from the left and from above.</summary>
    public static readonly (double X, double Y) Spot = (0.2, 0.7);

    public static string IdOf(string kind) => "saved-" + kind;

    public static string PathOf(string kind) => $"input/objects/{IdOf(kind)}/{Files[kind]}";

    public static void Extend(Project project)
    {
        var ids = Files.Keys.Select(IdOf);
        project.Edit("input/stories/plain-one/index.md", "objects: [plain-one-thing]",
            $"objects: [plain-one-thing, {string.Join(", ", ids)}]");
        foreach (var (kind, file) in Files)
        {
            project.Write(PathOf(kind), Write(kind));
            OddPictures.Object(project, IdOf(kind), file, person: "plain-one", more: ", ai: generated, caption: 测试图说");
        }

        project.Write("input/stories/test-person/portrait.png", Spotted());
        project.Edit("input/stories/test-person/index.md", "focal: [0.5, 0.3]",
            string.Create(CultureInfo.InvariantCulture, $"focal: [{Spot.X}, {Spot.Y}]"));
        Sign(project);
    }

    private static byte[] Write(string kind)
    {
        using var picture = Picture();
        switch (kind)
        {
            case "cmyk" or "cmyk-bare" or "cmyk-tiff":
                using (var inks = picture.IccTransform("cmyk", inputProfile: "srgb"))
                {
                    return kind == "cmyk-tiff"
                        ? inks.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Lzw)
                        : inks.JpegsaveBuffer(q: 95, keep: kind == "cmyk-bare" ? Enums.ForeignKeep.None : Enums.ForeignKeep.All);
                }

            case "wide-gamut":
                using (var wide = picture.IccTransform("p3", inputProfile: "srgb"))
                {
                    return wide.JpegsaveBuffer(q: 95);
                }

            case "deep-tiff":
                using (var deep = picture.Colourspace(Enums.Interpretation.Rgb16))
                {
                    return deep.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Lzw);
                }

            case "deep-png":
                return OddPictures.Png(Width, Height, 16, 2,
                    OddPictures.Deflated([.. Rows(f => [Fields[f].Red, 0, Fields[f].Green, 0, Fields[f].Blue, 0])]));
            case "palette":
                return OddPictures.Png(Width, Height, 8, 3, OddPictures.Deflated([.. Rows(f => [(byte)f])]),
                    [.. Fields.SelectMany(f => (byte[])[f.Red, f.Green, f.Blue])]);
            case "clear":
                return OddPictures.Png(Width, Height, 8, 6,
                    OddPictures.Deflated([.. Rows(f => [Fields[f].Red, Fields[f].Green, Fields[f].Blue, 255])]));
            case "webp":
                return picture.WebpsaveBuffer(q: 90);
            case "avif":
                return picture.HeifsaveBuffer(q: 80, compression: Enums.ForeignHeifCompression.Av1, effort: 0);
            case "name":
                return picture.PngsaveBuffer();
            case "progressive":
                return picture.JpegsaveBuffer(q: 95, interlace: true);
            case "liar":
                return picture.JpegsaveBuffer(q: 95);
            default:
                using (var stored = Stored(picture, kind[^1] - '0'))
                {
                    return stored.JpegsaveBuffer(q: 95);
                }
        }
    }

    /// <summary>As a camera held another way stores it (EXIF 2.32, tag Orientation).</summary>
    private static Image Stored(Image upright, int orientation)
    {
        using var turned = upright.Rot(orientation switch
        {
            3 => Enums.Angle.D180,
            5 or 8 => Enums.Angle.D90,
            6 or 7 => Enums.Angle.D270,
            _ => Enums.Angle.D0,
        });
        return orientation switch
        {
            2 or 5 or 7 => turned.Flip(Enums.Direction.Horizontal),
            4 => turned.Flip(Enums.Direction.Vertical),
            _ => turned.Copy(),
        };
    }

    private static Image Picture() => Image.PngloadBuffer(
        OddPictures.Png(Width, Height, 8, 2, OddPictures.Deflated([.. Rows(f => [Fields[f].Red, Fields[f].Green, Fields[f].Blue])])));

    private static byte[] Spotted()
    {
        const int Wide = 1200, High = 900, Radius = 60;
        var rows = new byte[High * ((Wide * 3) + 1)];
        for (var y = 0; y < High; y++)
        {
            for (var x = 0; x < Wide; x++)
            {
                var isSpot = Math.Abs(x - (Spot.X * Wide)) < Radius && Math.Abs(y - (Spot.Y * High)) < Radius;
                var i = (y * ((Wide * 3) + 1)) + 1 + (x * 3);
                (rows[i], rows[i + 1], rows[i + 2]) = isSpot ? ((byte)220, (byte)20, (byte)20) : ((byte)90, (byte)110, (byte)130);
            }
        }

        return OddPictures.Png(Wide, High, 8, 2, OddPictures.Deflated(rows));
    }

    private static IEnumerable<byte> Rows(Func<int, byte[]> pixel) =>
        Enumerable.Range(0, Height)
            .SelectMany(y => Enumerable.Range(0, Width).SelectMany(x => pixel((x < Width / 2 ? 0 : 1) + (y < Height / 2 ? 0 : 2)))
            .Prepend<byte>(0));

    /// <summary>Writes what cameras and their owners write, with exiftool, one process for all.</summary>
    private static void Sign(Project project)
    {
        string[] secrets =
        [
            "-EXIF:GPSLatitude=29.56", "-EXIF:GPSLatitudeRef=N", "-EXIF:GPSLongitude=106.55", "-EXIF:GPSLongitudeRef=E",
            $"-EXIF:Make={Camera}", $"-EXIF:Model={Camera}", $"-EXIF:SerialNumber={Camera}",
            $"-EXIF:Artist={Photographer}", "-EXIF:DateTimeOriginal=2020:01:02 03:04:05", $"-XMP-dc:Creator={Photographer}",
            $"-XMP-photoshop:City={Place}", $"-XMP-exif:GPSLatitude=29.56", $"-XMP-exif:GPSLongitude=106.55",
            $"-IPTC:By-line={Photographer}", $"-IPTC:City={Place}", $"-Comment={Photographer}",
        ];
        var words = new List<string>();
        foreach (var path in Files.Keys.Select(PathOf).Append("input/stories/test-person/portrait.png")
            .Where(p => !p.Contains("liar", StringComparison.Ordinal)))
        {
            words.AddRange(["-q", "-q", "-m", "-n", "-overwrite_original", .. secrets]);
            if (path.Contains("turned-", StringComparison.Ordinal))
            {
                words.Add("-EXIF:Orientation=" + path[path.IndexOf("turned-", StringComparison.Ordinal) + 7]);
            }

            words.AddRange([project.At(path), "-execute"]);
        }

        project.Write("signing.txt", string.Join('\n', words));
        var said = Task.Run(() => Tool.RunAsync(Judge.Start("exiftool", "-charset", "filename=utf8", "-@", project.At("signing.txt"))))
            .GetAwaiter().GetResult();
        Xunit.Assert.True(said.Code == 0, said.Out + said.Err);
    }
}
