using Xunit;
using YuGong.Imaging.Pdf;

namespace YuGong.Tests.Imaging;

/// <summary>Chinese OpenType fonts number their characters by CID; tables of a handful of glyphs, made here byte by byte.</summary>
public sealed class CffCharsetTests
{
    /// <summary>Registry, ordering, supplement: 391, 392, 0 ROS.</summary>
    private static readonly byte[] Ros = [248, 27, 248, 28, 139, 12, 30];

    [Theory]
    [InlineData(new byte[] { 0, 0, 1, 0, 7, 3, 233 }, new[] { 0, 1, 7, 1001 })]
    [InlineData(new byte[] { 1, 0, 5, 2 }, new[] { 0, 5, 6, 7 })]
    [InlineData(new byte[] { 2, 0, 9, 0, 0, 78, 32, 0, 1 }, new[] { 0, 9, 20000, 20001 })]
    public void Each_form_of_a_charset_is_read(byte[] charset, int[] cids) =>
        Assert.Equal(cids, CffCharset.Of(Font(Ros, charset), glyphs: 4));

    [Fact]
    public void A_font_without_cids_has_none() => Assert.Null(CffCharset.Of(Font([], [0, 0, 1]), glyphs: 2));

    /// <summary>A real number among the operands is passed over.</summary>
    [Fact]
    public void A_real_number_is_no_operator() =>
        Assert.Equal((int[])[0, 1], CffCharset.Of(Font([.. Ros, 30, 0xE2, 0xA2, 0x5F, 12, 3], [0, 0, 1]), glyphs: 2));

    /// <summary>Header, INDEX of one name, INDEX of one dictionary, and the charset that it points to.</summary>
    private static byte[] Font(byte[] operators, byte[] charset)
    {
        byte[] head = [1, 0, 4, 1, 0, 1, 1, 1, 2, (byte)'A'];
        var dictionary = operators.Length + 6;
        var at = head.Length + 5 + dictionary;
        return [.. head, 0, 1, 1, 1, (byte)(1 + dictionary), .. operators, 29, 0, 0, 0, (byte)at, 15, .. charset];
    }
}
