using System.Text;
using Xunit;
using YuGong.Media.Originals;

namespace YuGong.Tests.Media;

/// <summary>Drawings are published as they are, so they must do nothing and ask for nothing, however it is written.</summary>
public sealed class DrawingFileTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<SCRIPT href='data:,alert(1)'/>")]
    [InlineData("<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>")]
    [InlineData("<rect width='9' height='9' onload='alert(1)'/>")]
    [InlineData("<rect width='9' height='9' OnClick='alert(1)'/>")]
    [InlineData("<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>")]
    [InlineData("<img xmlns='http://www.w3.org/1999/xhtml' src='https://example.org/a.png'/>")]
    [InlineData("<a href='javascript:alert(1)'><rect width='9' height='9'/></a>")]
    [InlineData("<a href='#a'><set attributeName='href' to='https://example.org/'/></a>")]
    [InlineData("<image href='#a'><animate attributeName='xlink:href' values='https://example.org/a.png'/></image>")]
    [InlineData("<image href='https://example.org/a.png'/>")]
    [InlineData("<image href='//example.org/a.png'/>")]
    [InlineData("<image xmlns:l='http://www.w3.org/1999/xlink' l:href='file:///etc/passwd'/>")]
    [InlineData("<image href='data:image/svg+xml,%3Csvg/%3E'/>")]
    [InlineData("<use href='other.svg#a'/>")]
    [InlineData("<feImage href='../a.png'/>")]
    [InlineData("<style>@import 'https://example.org/a.css';</style>")]
    [InlineData("<style>rect { fill: URL( 'https://example.org/a.svg#b' ) }</style>")]
    [InlineData("<style>rect { fill: u\\72l(https://example.org/a.svg#b) }</style>")]
    [InlineData("<style>@\\69mport 'https://example.org/a.css';</style>")]
    [InlineData("<style>rect { background: image-set('https://example.org/a.png' 1x) }</style>")]
    [InlineData("<rect style='fill:url(https://example.org/a.svg#b)'/>")]
    [InlineData("<rect filter='url(https://example.org/a.svg#b)'/>")]
    public void A_drawing_that_does_or_asks_for_something_is_refused(string part)
    {
        var (file, isUnsafe, bad) = Read(part);
        Assert.Null(file);
        Assert.Null(bad);
        Assert.NotNull(isUnsafe);
    }

    [Theory]
    [InlineData("<?xml-stylesheet href='https://example.org/a.css'?>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]>")]
    public void What_stands_before_the_drawing_brings_nothing_in(string before)
    {
        var text = before.Contains("ENTITY", StringComparison.Ordinal)
            ? before.Contains(" b ", StringComparison.Ordinal) ? "&b;" : "&a;" : "";
        var (file, _, _) =
            DrawingFile.Read(Encoding.UTF8.GetBytes(
            $"{before}<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><text>{text}</text></svg>"), []);
        Assert.True(file is null || !Encoding.UTF8.GetString(file.Svg).Contains("aaa", StringComparison.Ordinal));
    }

    [Fact]
    public void Gradients_embedded_pictures_and_an_editors_notes_do_not_make_it_unsafe_and_the_notes_go()
    {
        var (file, isUnsafe, bad) = Read(
            """
            <!-- drawn by somebody --><metadata><a/></metadata>
            <i:namedview xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:export-filename="C:\Users\somebody\drawing (1).png"/>
            <defs><linearGradient id="g"/><style>rect { fill: url(#g) }</style></defs>
            <rect style="fill:url( '#g' )" width="9" height="9"/><use href="#g"/><image href="data:image/png;base64,AA=="/><text>C:\a</text>
            """);
        Assert.Equal((null, null), (isUnsafe, bad));
        var svg = Encoding.UTF8.GetString(file!.Svg);
        Assert.Contains("url(#g)", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("somebody", svg, StringComparison.Ordinal);
    }

    private static (DrawingFile? File, string? Unsafe, string? Bad) Read(string part) =>
        DrawingFile.Read(Encoding.UTF8.GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">{part}</svg>"), []);
}
