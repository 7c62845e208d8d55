using static YuGong.Content.Schemas.Shapes;

namespace YuGong.Content.Schemas;

/// <summary>A place in <c>taxonomies/places.yaml</c>.</summary>
internal static class PlaceKeys
{
    private static readonly Key<GeoPoint> At = new("at", "坐标", "[纬度, 经度],十进制度,约略即可", MapKeys.Point, Required: true);
    private static readonly Key<IReadOnlyList<string>> Named = new("named", "叫法", "条目里怎样写它;不写就是 name", ListOf(Words));

    public static readonly Schema<MapPlace> Schema = new("place", [HeaderKeys.Id, SharedKeys.Name, At, Named], m =>
        (m.Get(HeaderKeys.Id), m.Get(SharedKeys.Name), m.Get(At)) is ({ } id, { } name, { } at)
            ? new(id.Id, name, at.Latitude, at.Longitude, m.All(Named) is { Count: > 0 } named ? named : [name], m.SpanOf(SharedKeys.Name))
            : null);
}
