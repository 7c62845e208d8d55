using NetVips;

namespace YuGong.Imaging.Vips;

/// <summary>Colours and pictures in four inks, through an ICC profile (relative colorimetric, black point compensation).</summary>
public sealed class CmykInks
{
    /// <summary>Channels of text no farther apart are a grey, and greys no lighter are black.</summary>
    private const double Neutral = 0.06, Black = 0.2;

    private readonly string file;
    private readonly Dictionary<(double Red, double Green, double Blue), double[]> known = [];

    /// <param name="file">The profile's file, or the name of one that libvips brings along.</param>
    /// <param name="name">What the profile says it is.</param>
    public CmykInks(string file, string name)
    {
        (this.file, Name) = (file, name);
        Profile = File.Exists(file) ? File.ReadAllBytes(file) : Engine.Run(() => Image.ProfileLoad(file));
    }

    public string Name { get; }

    internal byte[] Profile { get; }

    /// <summary>Cyan, magenta, yellow and black, 0 to 1, of a colour in sRGB.</summary>
    internal double[] Of(double red, double green, double blue)
    {
        if (!known.TryGetValue((red, green, blue), out var inks))
        {
            byte[] pixel = [Byte(red), Byte(green), Byte(blue)];
            inks = [.. Engine.Run(() => Converted(pixel, 1, 1, i => i.WriteToMemory<byte>())).Select(b => b / 255.0)];
            known.Add((red, green, blue), inks);
        }

        return inks;
    }

    /// <summary>As the other; text in black or grey takes black alone: four plates never meet exactly on fine strokes.</summary>
    internal double[] OfText(double red, double green, double blue)
    {
        var (least, most) = (Math.Min(red, Math.Min(green, blue)), Math.Max(red, Math.Max(green, blue)));
        return most - least > Neutral || most > 0.9 ? Of(red, green, blue) : [0, 0, 0, most <= Black ? 1 : Math.Round(1 - most, 3)];
    }

    /// <summary>A JPEG of four components. By Adobe's habit it holds what is left of the paper, not the ink.</summary>
    internal byte[] Jpeg(Photo photo) => Engine.Run(() => Converted(photo.Planes().Colours, photo.Width, photo.Height, inks =>
        inks.JpegsaveBuffer(q: 92, optimizeCoding: true, subsampleMode: Enums.ForeignSubsample.Off, keep: Enums.ForeignKeep.None)));

    /// <summary>Rows from the top, four bytes a pixel.</summary>
    internal byte[] Pixels(Photo photo) =>
        Engine.Run(() => Converted(photo.Planes().Colours, photo.Width, photo.Height, inks => inks.WriteToMemory<byte>()));

    private T Converted<T>(byte[] colours, int width, int height, Func<Image, T> use)
    {
        using var image = Image.NewFromMemory(colours, width, height, 3, Enums.BandFormat.Uchar);
        using var said = image.Copy(interpretation: Enums.Interpretation.Srgb);
        using var inks = said.IccTransform(file, inputProfile: "srgb", embedded: false, intent: Enums.Intent.Relative,
            blackPointCompensation: true, depth: 8);
        return use(inks);
    }

    private static byte Byte(double channel) => (byte)Math.Round(Math.Clamp(channel, 0, 1) * 255);
}
