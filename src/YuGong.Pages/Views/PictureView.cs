namespace YuGong.Pages.Views;

/// <summary>A picture cut for a kind of place.</summary>
public sealed record PictureView
{
    /// <summary>JPEG of a middling width, or the file itself where no others are made.</summary>
    public required string Src { get; init; }

    public required string Alt { get; init; }

    /// <summary>Of the largest file, px.</summary>
    public required int? Width { get; init; }

    public required int? Height { get; init; }

    public required string Credit { get; init; }

    public required string? Rights { get; init; }

    public required string? Caption { get; init; }

    /// <summary>Whether it is a drawing (SVG), not a photograph.</summary>
    public required bool IsDrawing { get; init; }

    /// <summary>0 to 10, tenths of the width; the style sheet has a class for each.</summary>
    public required int FocalX { get; init; }

    /// <summary>0 to 10, tenths of the height.</summary>
    public required int FocalY { get; init; }

    /// <summary>A visible label when the picture was made or changed by a machine.</summary>
    public required string? AiLabel { get; init; }

    /// <summary>Values for <c>srcset</c>, narrow ones first; absent for drawings.</summary>
    public string? Avif { get; init; }

    public string? Webp { get; init; }

    public string? Jpeg { get; init; }

    /// <summary>The same without motion, for who wants none; null where nothing moves.</summary>
    public string? Still { get; init; }

    /// <summary>The same for telephones, without the words that are too small to be read there; null where there is none.</summary>
    public string? Narrow { get; init; }

    /// <summary>A few blurred pixels as a <c>data:</c> address.</summary>
    public string? Placeholder { get; init; }

    /// <summary>What its tiles are (IIIF Image API); absent when there is nothing more to see.</summary>
    public string? InfoUrl { get; init; }

    /// <summary>The largest single file.</summary>
    public string? LargeUrl { get; init; }

    /// <summary>The viewer's script; absent when it is not installed.</summary>
    public string? ViewerUrl { get; init; }

    /// <summary>Of the original; regions of a tour are told in its pixels.</summary>
    public int? FullWidth { get; init; }

    public int? FullHeight { get; init; }
}
