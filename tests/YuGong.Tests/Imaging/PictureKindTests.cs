using System.Buffers.Binary;
using System.Text;
using Xunit;
using YuGong.Imaging.Vips;

namespace YuGong.Tests.Imaging;

/// <summary>What a file is, by its bytes: phones name HEIC in many ways, and AVIF stands in the same box.</summary>
public sealed class PictureKindTests
{
    [Theory]
    [InlineData("avif", "mif1 miaf", PictureKind.Avif)]
    [InlineData("mif1", "avif miaf", PictureKind.Avif)]
    [InlineData("avis", "avif msf1", PictureKind.Avif)]
    [InlineData("heic", "mif1 heic", PictureKind.Heic)]
    [InlineData("mif1", "mif1 heic", PictureKind.Heic)]
    [InlineData("heix", "mif1", PictureKind.Heic)]
    [InlineData("isom", "mp42", PictureKind.Unknown)]
    public void A_file_type_box_is_read_to_its_end(string major, string compatible, PictureKind kind) =>
        Assert.Equal(kind, ImageHeader.KindOf(Box(major, compatible)));

    [Fact]
    public void A_box_that_lies_about_its_length_is_read_as_far_as_the_file_goes()
    {
        var box = Box("mif1", "heic");
        BinaryPrimitives.WriteUInt32BigEndian(box, uint.MaxValue);
        Assert.Equal(PictureKind.Heic, ImageHeader.KindOf(box));
        Assert.Equal(PictureKind.Unknown, ImageHeader.KindOf(box.AsSpan(0, 12)));
    }

    [Fact]
    public void The_head_of_a_heic_file_is_told_without_reading_its_picture()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, Box("heic", "mif1"));
            Assert.Equal(new ImageHeader(PictureKind.Heic, 0, 0, AtOnce: false, CutOff: false), ImageHeader.Read(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static byte[] Box(string major, string compatible)
    {
        var brands = Encoding.ASCII.GetBytes(compatible.Replace(" ", "", StringComparison.Ordinal));
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, 16 + brands.Length);
        return [.. length, .. "ftyp"u8, .. Encoding.ASCII.GetBytes(major), 0, 0, 0, 0, .. brands];
    }
}
