using YuGong.Content;

namespace YuGong.Desk;

/// <summary>
/// The sketch maps beside the form of the places: a click says where something lies. The field of the coordinates takes the same by
/// keyboard.
/// </summary>
public static class PlacePicker
{
    /// <summary>Of a sheet, px.</summary>
    private const double Width = 1000;

    /// <param name="map">Null for a site without.</param>
    public static Html Of(SketchMap? map, IReadOnlyList<MapPlace> places) => map is null ? Html.None : Html.Of($"""
        <section class="step place-picker" aria-labelledby="h-picker"><h2 id="h-picker">在图上点</h2>
        <p class="about">打开一条再点，坐标就填进那一条；一条也没有打开，就新加一条。也可以在“坐标”里直接写：纬度，经度。</p>
        {Html.Join(map.Sheets, s => Sheet(map, s, places))}
        <p role="status" data-picked></p></section>
        """);

    private static Html Sheet(SketchMap map, MapSheet sheet, IReadOnlyList<MapPlace> places)
    {
        var height = Width * (sheet.North - sheet.South)
            / ((sheet.East - sheet.West) * Math.Cos(map.StandardParallel * Math.PI / 180));
        double X(double longitude) => Width * (longitude - sheet.West) / (sheet.East - sheet.West);
        double Y(double latitude) => height * (sheet.North - latitude) / (sheet.North - sheet.South);
        Html River(MapRiver river) => Html.Of($"<polyline points=\"{Html.Join(river.Line, Point)}\"/>\n");
        Html Point(GeoPoint at) => Html.Of($"{X(at.Longitude):0.#},{Y(at.Latitude):0.#} ");
        Html Dot(MapPlace place) => Html.Of(
            $"<circle cx=\"{X(place.Longitude):0.#}\" cy=\"{Y(place.Latitude):0.#}\" r=\"7\"><title>{place.Name}</title></circle>\n");
        var shown = places.Where(p => sheet.Holds(p.Latitude, p.Longitude));
        return Html.Of($"""
            <figure><svg viewBox="0 0 {Width:0} {height:0}" role="img" aria-label="{sheet.Name}：点一下，填进坐标" data-pick
             data-west="{sheet.West:0.######}" data-east="{sheet.East:0.######}"
             data-south="{sheet.South:0.######}" data-north="{sheet.North:0.######}">
            <rect width="{Width:0}" height="{height:0}"/>{Html.Join(map.Rivers, River)}{Html.Join(shown, Dot)}
            <circle class="picked" r="11" data-pick-mark cx="-50" cy="-50"/></svg>
            <figcaption>{sheet.Name}</figcaption></figure>

            """);
    }
}
