using static YuGong.Content.Schemas.Shapes;

namespace YuGong.Content.Schemas;

/// <summary>The keys of <c>lights.yaml</c>.</summary>
internal static class LightsKeys
{
    private static readonly Key<int?> Number = new("number", "盏数", "整数,画多少盏灯:来源里的那个数", Shapes.Number, Required: true);

    private static readonly Key<string> Text = new("text", "说明", "这个数说的是谁,一句话", Statement, Required: true),
        Lit = new("lit", "已点亮", "一句话,{count} 是已经发布的人数", Statement, Required: true),
        Source = new("source", "出处", "这个数出自哪里、哪一天", Statement, Required: true),
        Invitation = new("invitation", "邀请", "按钮上的字,通往征集页", Statement, Required: true);

    public static readonly Schema<Lights> Schema = new("lights", [Number, Text, Lit, Source, Invitation], m =>
    {
        var (number, text, lit, source, invitation) = (m.Get(Number), m.Get(Text), m.Get(Lit), m.Get(Source), m.Get(Invitation));
        if (number is < 1 or > Lights.Most)
        {
            m.Context.Report(ContentRules.WrongShape, m.SpanOf(Number), Number.Name, $"1–{Lights.Most}");
            number = null;
        }

        return (number, text, lit, source, invitation) is ({ } count, { } said, { } shown, { } from, { } asks)
            ? new() { Number = count, Text = said, Lit = shown, Source = from, Invitation = asks } : null;
    });
}
