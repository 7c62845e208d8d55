using Xunit;

namespace YuGong.Tests.Designs;

/// <summary>Who says what colour a shape has: attributes, styles, sheets, and what is inherited.</summary>
public sealed class StyleTests
{
    [Theory]
    [InlineData("<style>.cls-1{fill:#a03020;}</style><rect class=\"cls-1\" width=\"9\" height=\"9\"/>", "#A03020")]
    [InlineData("<style><![CDATA[ /* Illustrator */ .a, .b { fill : rgb(160, 48, 32) } ]]></style><rect class=\"x b\" "
        + "width=\"9\" height=\"9\"/>",
        "#A03020")]
    [InlineData("<style>rect{fill:red}.a{fill:green}#i{fill:blue}</style><rect id=\"i\" class=\"a\" width=\"9\" height=\"9\"/>", "#0000FF")]
    [InlineData("<style>.a{fill:green}.b{fill:blue}</style><rect class=\"b a\" width=\"9\" height=\"9\"/>", "#0000FF")]
    [InlineData("<style>.a{fill:green!important}</style><rect class=\"a\" style=\"fill:blue\" width=\"9\" height=\"9\"/>", "#008000")]
    [InlineData("<style>.a{fill:green}</style><rect class=\"a\" style=\"fill:blue\" width=\"9\" height=\"9\"/>", "#0000FF")]
    [InlineData("<style>*{fill:green}</style><rect fill=\"blue\" width=\"9\" height=\"9\"/>", "#008000")]
    [InlineData("<style>g > .a + .a{fill:green}</style><g fill=\"blue\"><rect class=\"a\" width=\"9\" height=\"9\"/>"
        + "<rect class=\"a\" width=\"9\" height=\"9\"/></g>", "#0000FF #008000")]
    [InlineData("<style>[data-name=\"q\"]{fill:green}</style><rect data-name=\"q\" width=\"9\" height=\"9\"/>", "#008000")]
    [InlineData("<g fill=\"red\"><rect width=\"9\" height=\"9\" fill=\"inherit\"/></g>", "#FF0000")]
    [InlineData("<g color=\"teal\"><rect width=\"9\" height=\"9\" fill=\"currentColor\"/></g>", "#008080")]
    [InlineData("<g style=\"--k:#123456\"><rect width=\"9\" height=\"9\" style=\"fill:var(--k)\"/>"
        + "<rect width=\"9\" height=\"9\" style=\"fill:var(--l, #654321)\"/></g>", "#123456 #654321")]
    [InlineData("<style>@media print{.a{fill:red}}</style>", "")]
    [InlineData("<style>@media screen{.a{fill:green}} @font-face{font-family:x;src:url(x.woff)}</style><rect "
        + "class=\"a\" width=\"9\" height=\"9\"/>",
        "#008000")]
    [InlineData("<rect width=\"9\" height=\"9\" fill=\"#fee\"/><rect width=\"9\" height=\"9\" fill=\"#f00c\"/>"
        + "<rect width=\"9\" height=\"9\" fill=\"hsl(120 100% 25%)\"/><rect width=\"9\" height=\"9\" fill=\"rgba(0,0,255,25%)\"/>",
        "#FFEEEE #FF0000/0.8 #008000 #0000FF/0.25")]
    [InlineData("<rect width=\"9\" height=\"9\" fill=\"Tomato\"/><rect width=\"9\" height=\"9\" fill=\"DarkSeaGreen\"/>"
        + "<rect width=\"9\" height=\"9\" fill=\"rebeccapurple\"/><rect width=\"9\" height=\"9\" fill=\"lightslategrey\"/>",
        "#FF6347 #8FBC8F #663399 #778899")]
    public void A_shape_has_the_colour_that_a_browser_gives_it(string inside, string fills)
    {
        if (inside.Contains("print", StringComparison.Ordinal))
        {
            Assert.Single(Drawn.Read(Drawn.Svg(inside)).Findings);
            return;
        }

        Assert.Equal(fills, string.Join(' ', Drawn.Fills(inside)));
    }

    [Fact]
    public void What_the_outermost_element_says_is_inherited() =>
        Assert.Equal(["–", "#008000"], Drawn.Fills(
            "<rect width=\"9\" height=\"9\" stroke=\"red\"/><rect width=\"9\" height=\"9\" fill=\"green\"/>", "fill=\"none\""));

    [Fact]
    public void Hidden_layers_are_never_printed_and_nothing_is_said_of_them() =>
        Assert.Equal(["#008000"], Drawn.Fills(
            """
            <style>.off{display:none}</style>
            <g id="guides" style="display:none"><rect width="9" height="9" fill="red" filter="url(#x)"/><text>参考线</text></g>
            <g class="off"><rect width="9" height="9"/></g>
            <rect display="none" width="9" height="9"/>
            <g visibility="hidden"><rect width="9" height="9"/><rect width="9" height="9" fill="green" visibility="visible"/></g>
            <g opacity="0"><rect width="9" height="9"/></g>
            <rect style="display:none" width="9" height="9" data-text="{name}"/>
            <switch><foreignObject requiredExtensions="http://ns.adobe.com/AdobeIllustrator/10.0/"/><g/></switch>
            """));

    [Fact]
    public void A_file_of_Illustrator_names_its_namespaces_by_entities()
    {
        const string Svg =
            """
            <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
              <!ENTITY ns_svg "http://www.w3.org/2000/svg"> <!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/"> ]>
            <svg xmlns="&ns_svg;" xmlns:i="&ns_ai;" width="400" height="400" viewBox="0 0 400 400">
              <metadata/><i:pgfRef/><g id="图层_1" data-name="图层 1" i:layer="yes"><rect width="9" height="9" fill="red"/></g>
            </svg>
            """;
        var (design, findings) = Drawn.Read(Svg);
        Assert.Equal([], findings);
        Assert.Equal("图层 1", Assert.Single(design!.Layers).Name);
    }

    [Fact]
    public void Entities_that_blow_up_are_a_finding()
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(i =>
            $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 20))}\">"));
        var bomb = $"<!DOCTYPE svg [<!ENTITY a0 \"渝\">{entities}]>{Drawn.Svg("<title>&a9;</title>")}";
        Assert.Equal("YG503", Assert.Single(Drawn.Read(bomb).Findings).Rule.Code);
    }
}
