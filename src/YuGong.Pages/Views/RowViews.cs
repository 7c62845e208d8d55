using YuGong.Documents;

namespace YuGong.Pages.Views;

/// <summary>A line of somebody's chronicle, among those of others.</summary>
public sealed record TimelineRow(PersonDocument Person, ChronicleDocument Event);

/// <param name="Year">Its first: 1930.</param>
public sealed record DecadeView(int Year, IReadOnlyList<TimelineRow> Rows);

/// <summary>A place that stories or objects name.</summary>
/// <param name="Number">As on the map.</param>
public sealed record PlaceView(
    int Number, string Id, string Name, IReadOnlyList<PersonDocument> People, IReadOnlyList<ObjectDocument> Objects);

/// <param name="Src">The object's picture.</param>
/// <param name="Width">Of the picture, in the units of the crop; 0 where its size is not known, and no crop is shown.</param>
/// <param name="Region">As IIIF writes it, for the viewer.</param>
/// <param name="Crop">left top width height: a viewBox; null where the picture's size is not known.</param>
public sealed record TourStepView(
    int Number, string Title, string Text, string Region, string? Crop, string Src, int Width, int Height);
