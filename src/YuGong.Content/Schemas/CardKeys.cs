using System.Globalization;
using YuGong.Content.Yaml;
using YuGong.Text;

namespace YuGong.Content.Schemas;

/// <summary>Which part of an object's picture stands for it, and for its people, on cards.</summary>
public static class CardKeys
{
    public static readonly Key<Region> Card = new("card", "名片取景",
        "[左, 上, 宽, 高]:四个 0 到 1 的数,占整张图的几分之几;不写就取导览的第一处,没有导览就取线条最密的一处", new PartShape());

    /// <summary>Four fractions, kept as hundredths.</summary>
    private sealed class PartShape : Shape<Region>, IPartShape
    {
        public override Phrase Form => new("[左, 上, 宽, 高]", "[left, top, width, height]");

        public override bool TryRead(Node node, ReadContext context, out Region? value)
        {
            value = node is Sequence { Items: [Scalar x, Scalar y, Scalar width, Scalar height] }
                && (Part(x), Part(y), Part(width), Part(height)) is ({ } left, { } top, > 0 and var wide, > 0 and var high)
                && left + wide <= 1.0001 && top + high <= 1.0001
                ? new(true, left * 100, top * 100, wide * 100, high * 100)
                : null;
            if (value is null)
            {
                context.Report(CollectionRules.BadCard, node.Span);
            }

            return value is not null;
        }

        private static double? Part(Scalar scalar) =>
            double.TryParse(scalar.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && n is >= 0 and <= 1
                ? n : null;
    }
}
