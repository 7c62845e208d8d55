using System.IO.Compression;
using System.Text;
using Xunit;
using YuGong.Publishing.Privacy;
using YuGong.Text.Privacy;

namespace YuGong.Tests.Publishing;

/// <summary>What is private is found however it is written and wherever it hides; what only looks so is left alone.</summary>
public sealed class PrivacyScannerTests
{
    private static readonly PrivacyScanner Scanner = new(new PrivacyMatcher(
        [new("住址", "渝中区某某路 7 号 3-2"), new("电话", "023 6361 0000"), new("登记号", "YGX-000123-Z")], ["ceacq@163.com", "023-63600000"]));

    [Theory]
    [InlineData("电话13812345678。")]
    [InlineData("<td>138-1234-5678</td>")]
    [InlineData("{\"a\":\"138 1234 5678\"}")]
    [InlineData("+8613812345678")]
    [InlineData("0086-13812345678")]
    [InlineData("tel13812345678")]
    [InlineData("1980 13812345678 1990")]
    [InlineData("１３８１２３４５６７８")]
    [InlineData("https://example.org/?tel=13812345678")]
    [InlineData("023-63612345")]
    [InlineData("(023) 6361 2345")]
    [InlineData("身份证11010519491231002X")]
    [InlineData("someone@example.org")]
    [InlineData("mailto:someone%40example.org")]
    [InlineData("住在渝中区某某路 7 号 3-2。")]
    [InlineData("02363610000")]
    [InlineData("ygx-000123-z")]
    public void Private_words_are_found(string text) => Assert.Single(Scanner.Scan("a.html", Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("ceacq@163.com 023-63600000")]
    [InlineData("1927 1932 140 1950-1952 2022-03-24")]
    [InlineData("a13812345678b0123456789")]
    [InlineData("content_956319214403510272.htm t20241205_5054889")]
    [InlineData("<path d=\"M138 1234 5678 L13812345678 4\"/>")]
    [InlineData("@font-face{} @media(min-width:1px){} pinyin-pro@3.29.4")]
    [InlineData("978-7-5624-1234-5 ISBN 9787562412345")]
    [InlineData("{\"value\":12345678901234567890}")]
    public void What_only_looks_so_is_left_alone(string text) => Assert.Empty(Scanner.Scan("a.html", Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_file_within_a_text_is_opened_and_its_base64_is_no_words()
    {
        byte[] photo = Pictures.Jpeg(Encoding.ASCII.GetBytes("Exif\0\0 Artist 13812345678 "));
        Assert.Equal("data:image/jpeg", Assert.Single(Scanner.Scan("a.svg", Drawing(Convert.ToBase64String(photo)))).Inside);
        // Of the letters of a picture six are the name of a service and seven would be somebody's account.
        Assert.Single(Scanner.Scan("a.svg", Encoding.UTF8.GetBytes("<text>+wx/UZ7abcij+y0FN</text>")));
        Assert.Empty(Scanner.Scan("a.svg", Drawing("AAA+wx/UZ7abcij+y0FNAAAA")));
        Assert.Single(Scanner.Scan("a.svg", Drawing("%%% 13812345678")));

        static byte[] Drawing(string base64) => Encoding.UTF8.GetBytes($"<svg><image href=\"data:image/jpeg;base64,{base64}\"/></svg>");
    }

    [Fact]
    public void A_file_name_is_looked_at() => Assert.Single(Scanner.Scan("people/x/13812345678.jpg", ReadOnlyMemory<byte>.Empty));

    [Fact]
    public void Picture_metadata_is_looked_at()
    {
        Assert.Single(Scanner.Scan("a.jpg", Pictures.Jpeg(Encoding.ASCII.GetBytes("Exif\0\0 Artist 13812345678 "))));
        Assert.Single(Scanner.Scan("a.jpg", Pictures.Jpeg(Encoding.Unicode.GetBytes("住址:渝中区某某路 7 号 3-2"))));
        Assert.Single(Scanner.Scan("a.png", Pictures.Png("tEXt", Encoding.ASCII.GetBytes("Comment\0call 13812345678"))));
        Assert.Single(Scanner.Scan("a.png", Pictures.Png("zTXt", [.. "Comment\0\0"u8, .. Pictures.Zlib("call 13812345678")])));
        Assert.Single(Scanner.Scan("a.webp", "RIFF    WEBPEXIF owner 13812345678 end"u8.ToArray()));
        Assert.Single(Matches("a.pdf",
            (byte[])[.. "%PDF-1.7\n1 0 obj<</Filter/FlateDecode>>stream\n"u8, .. Pictures.Zlib("(tel 13812345678) Tj"),
            .. "\nendstream"u8]));
    }

    /// <summary>A profile of a press carries its measurements; the one of libvips has three tables of 730 kB.</summary>
    [Fact]
    public void A_colour_profile_is_read_for_its_words_and_not_for_its_numbers()
    {
        const string chart = "CTI3\r\nDESCRIPTOR \"wedge\"\r\nBEGIN_DATA\r\n1 13812345678 86.12345678\r\nEND_DATA\r\n";
        var numbers = Pictures.Profile(("targ", chart), ("A2B0", "13812345678"));
        var words = Pictures.Profile(("desc", "proof of 13812345678"));
        var hidden = Pictures.Profile(("targ", chart.Replace("END_DATA", "call 13812345678\r\nEND_DATA", StringComparison.Ordinal)));
        Assert.Single(Scanner.Scan("a.png", Pictures.Png("iCCP", [.. "x"u8, 0, 0, .. Pictures.Zlib(hidden)])));
        foreach (var profile in (string[])["sRGB", "boxes"])
        {
            byte[] name = [.. Encoding.ASCII.GetBytes(profile), 0, 0];
            Assert.Empty(Scanner.Scan("a.png", Pictures.Png("iCCP", [.. name, .. Pictures.Zlib(numbers)])));
            Assert.Single(Scanner.Scan("a.png", Pictures.Png("iCCP", [.. name, .. Pictures.Zlib(words)])));
        }

        Assert.Empty(Scanner.Scan("a.jpg", Pictures.Jpeg([.. "ICC_PROFILE\0\u0001\u0001"u8, .. numbers], mark: 0xE2)));
        Assert.Single(Scanner.Scan("a.jpg", Pictures.Jpeg([.. "ICC_PROFILE\0\u0001\u0001"u8, .. words], mark: 0xE2)));
        Assert.Empty(Scanner.Scan("a.avif", Pictures.Boxed(numbers)));
        Assert.Single(Scanner.Scan("a.avif", Pictures.Boxed(words)));
    }

    [Fact]
    public void Strings_of_a_PDF_are_words_and_coordinates_are_not()
    {
        static byte[] Pdf(string dictionary, byte[] stream, string tail) =>
            [.. Encoding.Latin1.GetBytes($"%PDF-1.7\n1 0 obj<<{dictionary}>>stream\n"), .. stream,
                .. Encoding.Latin1.GetBytes($"\nendstream\nendobj\n{tail}")];

        Assert.Empty(Matches("a.pdf", Pdf("/Filter/FlateDecode", Pictures.Zlib("138 1234 5678 13812345678 m 191 4321 1234 l"), "")));
        Assert.Empty(Matches("a.pdf", Pdf("/Subtype /Image", "noise Q@noise.Sm noise"u8.ToArray(), "")));
        Assert.Single(Matches("a.pdf",
            Pdf("", "q"u8.ToArray(), "2 0 obj<</Title(tel \\061381\\\n2345678)>>endobj".Replace("\\\n", "", StringComparison.Ordinal))));
        Assert.Single(Matches("a.pdf",
            Pdf("", "q"u8.ToArray(),
            $"2 0 obj<</Author<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes("电话13812345678"))}>>>endobj")));
        Assert.Single(Matches("a.pdf", Pdf("/Type/Metadata /Subtype /XML", "<x>13812345678</x>"u8.ToArray(), "")));
    }

    [Fact]
    public void Samples_of_pictures_are_noise()
    {
        byte[] Box(string type, byte[] inner) =>
            [.. BitConverter.GetBytes(inner.Length + 8).Reverse(), .. Encoding.ASCII.GetBytes(type), .. inner];

        Assert.Empty(Scanner.Scan("a.avif",
            (byte[])[.. Box("ftyp", "avif"u8.ToArray()), .. Box("mdat", "noise Q@noise.Sm 13812345678"u8.ToArray())]));
        Assert.Single(Scanner.Scan("a.avif",
            (byte[])[.. Box("ftyp", "avif"u8.ToArray()), .. Box("mdat", "noise <rdf:RDF>13812345678</rdf:RDF>"u8.ToArray())]));
        Assert.Single(Scanner.Scan("a.mp4", (byte[])[.. Box("ftyp", "isom"u8.ToArray()), .. Box("moov", "by 13812345678 "u8.ToArray())]));
        Assert.Empty(Scanner.Scan("a.webp", "RIFF    WEBPVP8 noise Q@noise.Sm noise noise"u8.ToArray()));
        byte[] tiff = [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x3B, 0x01, 2, 0, 12, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0,
            .. "13812345678\0 Q@noise.Sm"u8];
        Assert.Equal("13812345678", Assert.Single(Scanner.Scan("a.tif", tiff)).Match!.Value);
    }

    [Fact]
    public void Documents_in_archives_and_compressed_twins_are_opened()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(archive.CreateEntry("word/document.xml").Open());
            writer.Write("<w:t>13812345678</w:t>");
        }

        Assert.Single(Scanner.Scan("form.docx", zip.ToArray()));
        using var gzip = new MemoryStream();
        using (var packed = new GZipStream(gzip, CompressionLevel.Fastest, leaveOpen: true))
        {
            packed.Write("{\"a\":\"13812345678\"}"u8);
        }

        Assert.Single(Scanner.Scan("a.json.gz", gzip.ToArray()));
    }

    [Fact]
    public void What_stands_behind_the_end_of_a_picture_or_a_film_is_read()
    {
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xDA, 0, 4, 0, 0, 0x12, 0x34, 0xFF, 0xD9, .. "call 13812345678"u8];
        Assert.Equal("13812345678", Assert.Single(Scanner.Scan("a.jpg", jpeg)).Match!.Value);
        byte[] film = [0, 0, 0, 12, .. "ftypisom"u8, .. "13812345678"u8];
        Assert.Equal("13812345678", Assert.Single(Scanner.Scan("a.mp4", film)).Match!.Value);
    }

    [Fact]
    public void What_nobody_can_read_is_told()
    {
        byte[] locked = [.. "%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<</Root 1 0 R/Encrypt 2 0 R>>\n%%EOF"u8];
        Assert.NotNull(Assert.Single(Scanner.Scan("a.pdf", locked)).Unreadable);
        Assert.NotNull(Assert.Single(Scanner.Scan("a.7z", (byte[])[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4])).Unreadable);
        using var bomb = new MemoryStream();
        using (var packed = new GZipStream(bomb, CompressionLevel.Fastest, leaveOpen: true))
        {
            packed.Write(new byte[66 * 1024 * 1024]);
        }

        Assert.NotNull(Assert.Single(Scanner.Scan("a.gz", bomb.ToArray())).Unreadable);
    }

    /// <summary>Without what says that a file cannot be read: these are no whole files.</summary>
    private static IEnumerable<PrivateFinding> Matches(string path, byte[] bytes) =>
        Scanner.Scan(path, bytes).Where(f => f.Match is not null);

    [Fact]
    public void A_value_is_shown_so_that_nobody_can_call_it() => Assert.Equal("138******78", PrivateMatch.Mask("13812345678"));
}
