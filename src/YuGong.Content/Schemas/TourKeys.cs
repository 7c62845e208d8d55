using YuGong.Content.Yaml;
using YuGong.Text;
using static YuGong.Content.Schemas.Shapes;

namespace YuGong.Content.Schemas;

/// <summary>导览 over an object's picture.</summary>
public static class TourKeys
{
    private static readonly Key<Region> RegionKey =
        new("region", "区域", "pct:左,上,宽,高(百分数),或 左,上,宽,高(像素)", new RegionShape(), Required: true);
    private static readonly Key<string> Title = new("title", "标题", "这一步看什么,几个字", TextOf(1, 20), Required: true);
    private static readonly Key<string> Text = new("text", "解说", "一两句话,只写有依据的", TextOf(6, 160), Required: true);

    public static readonly Schema<TourStep> Schema = new("tour", [RegionKey, Title, Text], m =>
        (m.Get(RegionKey), m.Get(Title), m.Get(Text)) is ({ } region, { } title, { } text) ? new(region, title, text, m.Span) : null);

    public static readonly Key<IReadOnlyList<TourStep>> Tour = new("tour", "导览", "一列 { region, title, text }:带着读者在图上一处一处看", ListOf(Schema));

    private sealed class RegionShape : Shape<Region>, IRegionShape
    {
        public override Phrase Form => new("pct:左,上,宽,高", "pct:left,top,width,height");

        public override bool TryRead(Node node, ReadContext context, out Region? value)
        {
            value = node is Scalar scalar ? Region.Parse(scalar.Text) : null;
            if (value is null)
            {
                context.Report(CollectionRules.BadRegion, node.Span, node is Scalar { Text: var text } ? text : "?");
            }

            return value is not null;
        }
    }
}
