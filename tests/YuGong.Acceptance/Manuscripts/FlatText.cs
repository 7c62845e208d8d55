namespace YuGong.Tests.Manuscripts;

/// <summary>A text of LibreOffice's own in one file (Flat ODF), with the styles B and I.</summary>
internal static class FlatText
{
    public static string Of(string body) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
        xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
        xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
        xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3"
        office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>
        <style:style style:name="B" style:family="text">
        <style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>
        <style:style style:name="I" style:family="text">
        <style:text-properties fo:font-style="italic" style:font-style-asian="italic"/></style:style>
        </office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document>
        """;

    /// <param name="anchor">as-char, paragraph …</param>
    public static string Picture(byte[] file, string anchor) => $"""
        <draw:frame text:anchor-type="{anchor}" svg:width="6cm" svg:height="4cm"><draw:image><office:binary-data>
        {Convert.ToBase64String(file)}</office:binary-data></draw:image></draw:frame>
        """;
}
