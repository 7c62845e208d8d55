using Xunit;
using YuGong.Pages;

namespace YuGong.Tests.Fonts;

/// <summary>What a style sheet asks of its fonts, by OpenType tag.</summary>
public sealed class CssFontFeaturesTests
{
    [Theory]
    [InlineData("p { font-variant-numeric: lining-nums tabular-nums; }", "lnum tnum")]
    [InlineData("p { font-variant-numeric:oldstyle-nums slashed-zero }", "onum zero")]
    [InlineData("p { font-variant: all-small-caps common-ligatures }", "c2sc smcp liga clig")]
    [InlineData("p { font-variant-ligatures: no-common-ligatures discretionary-ligatures }", "dlig")]
    [InlineData("p { font-variant-east-asian: ruby traditional }", "ruby trad")]
    [InlineData("p { font-variant-alternates: swash(fancy) historical-forms }", "swsh cswh hist")]
    [InlineData("p { font-variant-position: super }", "sups")]
    [InlineData("p { FONT-VARIANT-CAPS: Titling-Caps !important }", "titl")]
    [InlineData("p { font-feature-settings: \"palt\" 1, 'ss01' on, \"cv02\" 3, \"zero\" }", "palt ss01 cv02 zero")]
    [InlineData("p { font-feature-settings: \"liga\" 0, 'kern' off, \"tnum\" 1 }", "tnum")]
    [InlineData("p { -webkit-font-feature-settings: 'vpal' }", "vpal")]
    [InlineData("a { --digits: tabular-nums; --wide: \"palt\" 1 } p { font-variant-numeric: var(--digits) }", "tnum palt")]
    [InlineData("p { font: small-caps 700 1rem/1.2 \"Some\", serif }", "smcp")]
    [InlineData("p { font: 700 1rem \"Kaiu\", ruby } q { font-family: \"Song\", super; font-weight: 700 }", "")]
    [InlineData("/* font-variant-numeric: tabular-nums */ p { color: red }", "")]
    [InlineData("<b style=\"font-variant-numeric: tabular-nums\">1</b>", "tnum")]
    public void A_declaration_asks_for_features(string css, string features) =>
        Assert.Equal(features.Split(' ', StringSplitOptions.RemoveEmptyEntries), CssFontFeatures.In(css));

    [Fact]
    public void Styles_by_number_are_all_kept()
    {
        Assert.Equal(20, CssFontFeatures.In("p { font-variant-alternates: styleset(round) }").Count());
        Assert.Equal("cv99", CssFontFeatures.In("p { font-variant-alternates: character-variant(a) }").Last());
    }
}
