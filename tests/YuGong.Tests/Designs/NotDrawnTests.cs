using System.Globalization;
using Xunit;

namespace YuGong.Tests.Designs;

/// <summary>What the press does not draw as a browser does is one finding, where it is written.</summary>
public sealed class NotDrawnTests
{
    [Theory]
    [InlineData("YG514", "<rect width=\"9\" height=\"9\" ▸filter=\"url(#blur)\"/>")]
    [InlineData("YG514", "<rect width=\"9\" height=\"9\" style=\"fill:red; ▸filter:drop-shadow(0 0 2px #000)\"/>")]
    [InlineData("YG514", "<style>\n.a{fill:red;\n▸filter:url(#b)}</style><rect class=\"a\" width=\"9\" "
        + "height=\"9\"/><rect class=\"a\" width=\"9\" height=\"9\"/>")]
    [InlineData("YG509", "<▸text x=\"9\" y=\"9\">你好<tspan>!</tspan></text>")]
    [InlineData("YG509", "<▸foreignObject width=\"9\" height=\"9\"><p xmlns=\"http://www.w3.org/1999/xhtml\">x</p></foreignObject>")]
    [InlineData("YG509", "<▸script>alert(1)</script>")]
    [InlineData("YG509", "<rect width=\"9\" height=\"9\"><▸animate attributeName=\"x\" to=\"9\"/></rect>")]
    [InlineData("YG509", "<rect width=\"9\" height=\"9\" ▸onclick=\"x()\"/>")]
    [InlineData("YG509", "<style>▸@import url(x.css);</style>")]
    [InlineData("YG509", "<style>.b{}▸.a:nth-child(2){fill:red}</style><rect class=\"a\" width=\"9\" height=\"9\"/>")]
    [InlineData("YG509", "<rect width=\"9\" height=\"9\" style=\"▸clip-path:circle(4px)\"/>")]
    [InlineData("YG509", "<rect width=\"9\" height=\"9\" style=\"▸animation:spin 2s\"/>")]
    [InlineData("YG509", "<clipPath id=\"c\"><▸text>渝</text></clipPath><rect clip-path=\"url(#c)\" width=\"9\" height=\"9\"/>")]
    [InlineData("YG509", "<mask id=\"m\"><rect ▸data-text=\"{name}\" width=\"9\" height=\"9\"/></mask><rect "
        + "mask=\"url(#m)\" width=\"9\" height=\"9\"/>")]
    [InlineData("YG509", "<g id=\"g\"><rect width=\"9\" height=\"9\"/><▸use href=\"#g\"/></g>")]
    [InlineData("YG506", "<rect width=\"9\" height=\"9\" ▸fill=\"lab(50% 40 59)\"/>")]
    [InlineData("YG506", "<rect ▸width=\"calc(1px + 2px)\" height=\"9\"/>")]
    [InlineData("YG506", "<rect width=\"9\" height=\"9\" ▸transform=\"turn(3)\"/>")]
    [InlineData("YG506", "<path ▸d=\"M0 0 10\"/>")]
    [InlineData("YG506", "<rect width=\"9\" height=\"9\" style=\"▸mix-blend-mode:plus-lighter\"/>")]
    [InlineData("YG515", "<rect width=\"9\" height=\"9\" ▸mask=\"url(#m)\"/>")]
    [InlineData("YG515", "<rect width=\"9\" height=\"9\" ▸fill=\"url(#g)\"/>")]
    [InlineData("YG515", "<use ▸xlink:href=\"#ground\"/>")]
    [InlineData("YG515", "<use ▸href=\"symbols.svg#logo\"/>")]
    [InlineData("YG516", "<rect id=\"a\" width=\"9\" height=\"9\"/><rect ▸id=\"a\" width=\"9\" height=\"9\"/>")]
    [InlineData("YG516", "<rect id=\"a\" width=\"9\" height=\"9\" data-code=\"address\"/><rect ▸id=\"a\" width=\"9\" "
        + "height=\"9\" data-code=\"address\"/>")]
    [InlineData("YG517", "<image ▸href=\"logo.png\" width=\"9\" height=\"9\"/>")]
    [InlineData("YG517", "<image ▸xlink:href=\"https://example.org/logo.png\" width=\"9\" height=\"9\"/>")]
    [InlineData("YG517", "<image ▸href=\"../../../secret.png\" width=\"9\" height=\"9\"/>")]
    [InlineData("YG512", "<image ▸href=\"data:image/png;base64,AAAA\" width=\"9\" height=\"9\"/>")]
    public void It_is_one_finding_where_it_stands(string code, string marked)
    {
        var svg = Drawn.Svg(marked);
        var place = svg.IndexOf('▸', StringComparison.Ordinal);
        var (_, findings) = Drawn.Read(svg.Replace("▸", "", StringComparison.Ordinal));
        var finding = Assert.Single(findings);
        var name = finding.Span.Start - place;
        Assert.Equal(code, finding.Rule.Code);

        // A name with a prefix stands where the prefix does.
        Assert.True(name is 0, string.Create(CultureInfo.InvariantCulture, $"{finding.Message(YuGong.Text.Language.Chinese)} {name}"));
    }

    [Fact]
    public void Boxes_that_stand_for_each_other_may_share_a_name() =>
        Assert.Equal([], Drawn.Read(Drawn.Svg(
            """
            <g id="code"><rect id="code" width="90" height="90" data-code="address" data-when="portrait"/>
            <g data-when="!portrait"><rect id="code" width="90" height="90" data-code="address"/></g></g>
            """)).Findings);

    [Fact]
    public void Uses_of_uses_come_to_an_end()
    {
        var levels = string.Concat(Enumerable.Range(1, 12).Select(i =>
            $"<g id=\"g{i}\">{string.Concat(Enumerable.Repeat($"<use href=\"#g{i - 1}\"/>", 10))}</g>"));
        var (_, findings) = Drawn.Read(Drawn.Svg($"<defs><rect id=\"g0\" width=\"9\" height=\"9\"/>{levels}</defs><use href=\"#g12\"/>"));
        Assert.Equal("YG509", Assert.Single(findings).Rule.Code);
    }

    [Fact]
    public void Nesting_that_never_ends_is_a_finding_and_no_crash()
    {
        var deep = string.Concat(Enumerable.Repeat("<g>", 20_000)) + string.Concat(Enumerable.Repeat("</g>", 20_000));
        Assert.Equal("YG509", Assert.Single(Drawn.Read(Drawn.Svg(deep)).Findings).Rule.Code);
    }

    [Theory]
    [InlineData("<g opacity=\"0.5\"><rect width=\"9\" height=\"9\"/></g>")]
    [InlineData("<rect width=\"9\" height=\"9\" fill=\"#0008\"/>")]
    [InlineData("<rect width=\"9\" height=\"9\" style=\"mix-blend-mode:multiply\"/>")]
    public void A_certificate_says_what_of_it_cannot_be_archived(string inside) =>
        Assert.Equal("YG518", Assert.Single(Drawn.Read(Drawn.Svg(inside, "data-about=\"certificate\"")).Findings).Rule.Code);
}
