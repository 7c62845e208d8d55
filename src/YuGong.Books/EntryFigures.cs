using YuGong.Content;
using YuGong.Posters.Designs;
using YuGong.Posters.Scenes;
using YuGong.Text;

namespace YuGong.Books;

/// <summary>A picture of an entry, ready to be drawn at any size.</summary>
/// <param name="Ratio">Height against width.</param>
/// <param name="Content">Of its file.</param>
internal sealed record EntryFigure(double Ratio, Fingerprint Content, Func<Rect, IReadOnlyList<Mark>> Draw);

/// <summary>Pictures of entries: a drawing stays a drawing, everything else is a picture.</summary>
internal static class EntryFigures
{
    /// <summary>Null when the file is not there or cannot be read.</summary>
    /// <param name="file">Beside the entry.</param>
    public static EntryFigure? Of(Entry entry, string file, string alt)
    {
        if (entry.Header.Folder.At(file) is not { } path || !File.Exists(path))
        {
            return null;
        }

        if (SvgSize.Of(path) is { Width: > 0 } size && VectorPicture.Read(path, null, new(0, 0, 4, 3), Fit.Contain) is not null)
        {
            return new((double)size.Height / size.Width, Fingerprint.Of(PlainFile.Bytes(path)),
                place => [VectorPicture.Read(path, null, place, Fit.Contain)!]);
        }

        return PlacedPicture.Source(entry, file) is not { } source ? null
            : new((double)source.Height / source.Width, source.Content,
                place => [new PictureMark("figure", source, place, new(0, 0, source.Width, source.Height), alt)]);
    }

    /// <summary>The thing alone, without words and dimensions; null for what is no drawing.</summary>
    /// <param name="region">Of the drawing; null for all of it.</param>
    public static Mark? Bare(Entry entry, string file, Region? region, Rect place) =>
        entry.Header.Folder.At(file) is { } path && File.Exists(path) ? VectorPicture.ReadBare(path, region, place, Fit.Contain) : null;
}
