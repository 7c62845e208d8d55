namespace YuGong.Publishing.Motifs.Night;

/// <summary>A colour in linear light, each part from 0 to 1 (IEC 61966-2-1 undone).</summary>
internal readonly record struct Tone(double Red, double Green, double Blue)
{
    private static readonly float[] Steps = MakeSteps();

    public static Tone Of(int rgb) => new(Linear((rgb >> 16) & 255), Linear((rgb >> 8) & 255), Linear(rgb & 255));

    public Tone Towards(Tone other, double part) => new(
        Red + ((other.Red - Red) * part), Green + ((other.Green - Green) * part), Blue + ((other.Blue - Blue) * part));

    /// <summary>With light of a colour laid over it: bright places turn white as on film, and none burns out.</summary>
    public Tone Lit(Tone glow, double light) => light <= 0 ? this : new(
        Over(Red, glow.Red * light), Over(Green, glow.Green * light), Over(Blue, glow.Blue * light));

    public void Write(Span<byte> pixel, double grain) =>
        (pixel[0], pixel[1], pixel[2]) = (Byte(Red, grain), Byte(Green, grain), Byte(Blue, grain));

    private static double Over(double ground, double light) => ground + ((1 - ground) * (1 - Math.Exp(-light)));

    private static double Linear(int value) =>
        value <= 10 ? value / 255.0 / 12.92 : Math.Pow(((value / 255.0) + 0.055) / 1.055, 2.4);

    private static byte Byte(double part, double grain) =>
        (byte)Math.Clamp((int)Math.Round(Steps[(int)(Math.Sqrt(Math.Clamp(part, 0, 1)) * (Steps.Length - 1))] + grain), 0, 255);

    /// <summary>The value in sRGB, 0 to 255, of the square of each step: dark tones lie closer.</summary>
    private static float[] MakeSteps()
    {
        var steps = new float[8192];
        for (var i = 0; i < steps.Length; i++)
        {
            var part = Math.Pow(i / (steps.Length - 1.0), 2);
            steps[i] = (float)(255 * (part <= 0.0031308 ? part * 12.92 : (1.055 * Math.Pow(part, 1 / 2.4)) - 0.055));
        }

        return steps;
    }
}
