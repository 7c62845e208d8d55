using YuGong.Content;
using YuGong.Content.Schemas;

namespace YuGong.Documents;

/// <summary>Pictures of entries as documents tell them: what the front matter says, and every file that was made.</summary>
internal sealed class PictureDocuments(DocumentAddresses addresses, Func<Entry, string, MadePicture?> made)
{
    /// <summary>Where a picture that names no point keeps its middle: a little above the half, where faces are.</summary>
    private static readonly FocalPointDocument Middle = new(0.5, 0.4);

    /// <summary>What cards are drawn with, the best first.</summary>
    private static readonly string[] CardCuts = ["card", "sheet", "still", "whole"];

    public PictureDocument Of(Entry entry, Picture picture)
    {
        var files = made(entry, picture.File.Id);
        return new()
        {
            Url = AddressOf(entry, picture.File.Id), Alt = picture.Alt, Credit = picture.Credit, Rights = picture.Rights,
            Caption = picture.Caption, Ai = SharedKeys.MachineMadeWords.WordOf(picture.Ai), Width = files?.Width, Height = files?.Height,
            FocalPoint = picture.Focal is { } focal ? new(focal.X, focal.Y) : Middle, Placeholder = files?.Placeholder,
            Iiif = files?.Iiif is { } iiif ? addresses.Page(iiif) : null,
            Renditions = files is null ? [] : [.. files.Renditions.Select(Rendition)],
            Origin = new(entry, picture),
        };
    }

    /// <summary>For a card: the files of one cut, the one that cards show where there is it.</summary>
    public static PictureDocument? ForCard(PictureDocument? picture)
    {
        if (picture is null or { Renditions.Count: 0 })
        {
            return picture;
        }

        var cuts = picture.Renditions.Select(r => r.Cut).ToHashSet(StringComparer.Ordinal);
        var cut = CardCuts.FirstOrDefault(cuts.Contains);
        return picture with { Renditions = [.. picture.Renditions.Where(r => r.Cut == cut)] };
    }

    private RenditionDocument Rendition(MadeRendition made) =>
        new(made.Cut, made.MediaType, made.Width, made.Height, addresses.Page(made.Path));

    private Uri AddressOf(Entry entry, string name) =>
        addresses.Page(EntryAddresses.Of(entry)
            + Uri.EscapeDataString(EntryAddresses.PictureOf(entry, name)[EntryAddresses.Of(entry).Length..]));
}
