namespace YuGong.Imaging.Drawing;

/// <summary>
/// How what is drawn mixes with what lies under it: the modes that both PDF (ISO 32000-1 11.3.5) and browsers know.
/// </summary>
public enum Blend
{
    Normal,
    Multiply,
    Screen,
    Overlay,
    Darken,
    Lighten,
    ColorDodge,
    ColorBurn,
    HardLight,
    SoftLight,
    Difference,
    Exclusion,
    Hue,
    Saturation,
    Color,
    Luminosity,
}
