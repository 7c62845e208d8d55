using System.Globalization;
using YuGong.Content.Yaml;
using static YuGong.Content.Schemas.Shapes;

namespace YuGong.Content.Schemas;

/// <summary>The keys of <c>map.yaml</c>.</summary>
internal static class MapKeys
{
    public static readonly Shape<GeoPoint> Point = new PointShape();

    private static readonly NumberShape Decimal = new();

    private static readonly Key<string> Id = new("id", "编号", "模板按它要这张图", Words, Required: true),
        Title = new("title", "说明", "给看不见图的人", Statement, Required: true),
        Name = new("name", "名字", "江河或图的名字", Statement, Required: true),
        Remark = new("remark", "注", "图名旁边的一句话", Statement),
        Text = new("text", "字", "图上的字", Statement, Required: true),
        Part = new("part", "局部", "放大其中一块的那张图的编号", Words),
        North = new("north", "北", "指北针上的字", Statement, Required: true),
        Kind = new("kind", "排法", "river 或 town", Choice(("river", "江河", "river"), ("town", "城镇", "town")), Required: true);

    private static readonly Key<double?> Turn = new("turn", "转角", "度,逆时针", Decimal),
        Width = new("width", "粗细", "和图上江河的线比,1 是一样", Decimal),
        River = new("river", "江河的线", "像素,图宽 1000", Decimal, Required: true),
        Parallel = new("standard_parallel", "标准纬线", "这条纬线上东西和南北一样长,度", Decimal, Required: true);

    private static readonly Key<GeoPoint> At = new("at", "坐标", "[纬度, 经度]", Point, Required: true);

    private static readonly Key<IReadOnlyList<GeoPoint>> Line = new("line", "走向", "一串 [纬度, 经度]", ListOf(Point), Required: true);

    private static readonly Key<IReadOnlyList<double?>> Bounds =
        new("bounds", "范围", "[西, 南, 东, 北],度", ListOf<double?>(Decimal), Required: true);

    private static readonly Schema<MapWord> Word = new("word", [Text, At, Turn, Kind], m =>
        (m.Get(Text), m.Get(At), m.Get(Kind)) is ({ } text, { } at, { } kind) ? new(text, at, m.Get(Turn) ?? 0, kind) : null);

    private static readonly Key<IReadOnlyList<MapWord>> MapWords = new("words", "图上的字", "一列 { text, at, turn, kind }", ListOf(Word));

    private static readonly Key<IReadOnlyList<MapRiver>> Rivers = new("rivers", "江河", "一列 { name, width, line }", ListOf(
        new Schema<MapRiver>("river", [Name, Width, Line], m =>
            (m.Get(Name), m.Get(Line)) is ({ } name, { } line) ? new(name, m.Get(Width) ?? 1, line) : null)));

    private static readonly Key<IReadOnlyList<MapSheet>> Sheets = new("sheets", "图", "一列,大范围的在前", ListOf(
        new Schema<MapSheet>("sheet", [Id, Title, Name, Remark, Bounds, River, Part, MapWords], Sheet)), Required: true);

    public static readonly Schema<SketchMap> Schema = new("map", [North, Parallel, Rivers, Sheets], m =>
        (m.Get(North), m.Get(Parallel), m.Get(Sheets)) is ({ } north, { } parallel, { } sheets)
            ? new(north, parallel, m.All(Rivers), sheets) : null);

    private static MapSheet? Sheet(MapReader m)
    {
        if ((m.Get(Id), m.Get(Title), m.Get(Name), m.Get(Bounds), m.Get(River))
            is not ({ } id, { } title, { } name, { } bounds, { } river))
        {
            return null;
        }

        if (bounds is [{ } west, { } south, { } east, { } north] && west < east && south < north)
        {
            return new()
            {
                Id = id, Title = title, Name = name, Remark = m.Get(Remark),
                West = west, South = south, East = east, North = north, River = river, Part = m.Get(Part),
                Words = m.All(MapWords),
            };
        }

        m.Context.Report(ContentRules.WrongShape, m.SpanOf(Bounds), Bounds.Name, Bounds.Hint);
        return null;
    }

    /// <summary>A number of degrees or a ratio; null, not reported, for what is none.</summary>
    private static double? NumberIn(Node node) =>
        node is Scalar scalar && double.TryParse(
            scalar.Text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n)
                ? n : null;

    private sealed class NumberShape : Shape<double?>
    {
        public override string Form => "数";

        public override bool TryRead(Node node, ReadContext context, out double? value)
        {
            value = NumberIn(node);
            if (value is null)
            {
                context.Report(ContentRules.WrongShape, node.Span, context.Field, Form);
            }

            return value is not null;
        }
    }

    private sealed class PointShape : Shape<GeoPoint>
    {
        public override string Form => "[纬度, 经度]";

        public override bool TryRead(Node node, ReadContext context, out GeoPoint? value)
        {
            value = node is Sequence { Items: [var a, var b] } && NumberIn(a) is { } latitude and >= -90 and <= 90
                && NumberIn(b) is { } longitude and >= -180 and <= 180
                ? new(latitude, longitude)
                : null;
            if (value is null)
            {
                context.Report(CollectionRules.BadCoordinates, node.Span, node.Span.File.Text.Substring(node.Span.Start, node.Span.Length));
            }

            return value is not null;
        }
    }
}
