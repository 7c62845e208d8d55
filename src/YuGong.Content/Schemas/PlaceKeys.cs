using System.Globalization;
using YuGong.Content.Yaml;
using static YuGong.Content.Schemas.Shapes;

namespace YuGong.Content.Schemas;

/// <summary>A place in <c>taxonomies/places.yaml</c>.</summary>
internal static class PlaceKeys
{
    private static readonly Key<Spot> At = new("at", "坐标", "[纬度, 经度],十进制度,约略即可", new CoordinatesShape(), Required: true);
    private static readonly Key<IReadOnlyList<string>> Named = new("named", "叫法", "条目里怎样写它;不写就是 name", ListOf(Words));

    public static readonly Schema<MapPlace> Schema = new("place", [FrameKeys.Id, SharedKeys.Name, At, Named], m =>
        (m.Get(FrameKeys.Id), m.Get(SharedKeys.Name), m.Get(At)) is ({ } id, { } name, { } at)
            ? new(id.Id, name, at.Latitude, at.Longitude, m.All(Named) is { Count: > 0 } named ? named : [name], m.SpanOf(SharedKeys.Name))
            : null);

    private sealed record Spot(double Latitude, double Longitude);

    private sealed class CoordinatesShape : Shape<Spot>
    {
        public override string Form => "[纬度, 经度]";

        public override bool TryRead(Node node, ReadContext context, out Spot? value)
        {
            value = node is Sequence { Items: [Scalar a, Scalar b] } && Degrees(a) is { } latitude and >= 28 and <= 33
                && Degrees(b) is { } longitude and >= 105 and <= 111
                ? new(latitude, longitude)
                : null;
            if (value is null)
            {
                context.Report(CollectionRules.BadCoordinates, node.Span, node.Span.File.Text.Substring(node.Span.Start, node.Span.Length));
            }

            return value is not null;
        }

        private static double? Degrees(Scalar scalar) =>
            double.TryParse(scalar.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? n : null;
    }
}
