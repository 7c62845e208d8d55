using System.Xml;
using System.Xml.Linq;

namespace YuGong.Manuscripts;

/// <summary>XML from strangers: no DTD, nothing fetched, and no more of it than the budget allows.</summary>
internal static class BoundedXml
{
    /// <summary>Attributes of one element; they are compared with each other.</summary>
    private const int MostAttributes = 200;

    private static readonly XmlReaderSettings Settings =
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    /// <exception cref="XmlException">This is no XML, or has a DTD.</exception>
    /// <exception cref="ReadingException">It is too much.</exception>
    public static XmlReader Open(Stream stream, ReadingBudget budget) => XmlReader.Create(new CountedStream(stream, budget), Settings);

    /// <summary>The whole tree, without namespace declarations. Built by hand because the framework's loader knows no depth.</summary>
    /// <inheritdoc cref="Open"/>
    public static XElement? Load(Stream stream, ReadingBudget budget)
    {
        using var reader = Open(stream, budget);
        XElement? root = null, at = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var (element, isEmpty) = (Element(reader, budget), reader.IsEmptyElement);
                    at?.Add(element);
                    root ??= element;
                    at = isEmpty ? at : element;
                    break;
                case XmlNodeType.EndElement:
                    at = at!.Parent;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace
                    or XmlNodeType.Whitespace when at is not null && Matters(reader, at):
                    at.Add(new XText(reader.Value));
                    break;
            }
        }

        return root;
    }

    private static XElement Element(XmlReader reader, ReadingBudget budget)
    {
        budget.Take(1 + reader.AttributeCount, reader.Depth);
        if (reader.AttributeCount > MostAttributes)
        {
            throw new ReadingException(new($"有一个元素超过 {MostAttributes} 个属性",
                $"An element has more than {MostAttributes} attributes"), tooMuch: true);
        }

        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
            {
                element.Add(new XAttribute(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value));
            }
        }

        reader.MoveToElement();
        return element;
    }

    /// <summary>Blanks between elements are nobody's words; in a text they are.</summary>
    private static bool Matters(XmlReader reader, XElement at) => reader.NodeType != XmlNodeType.Whitespace || at.Name.LocalName == "t";

    /// <summary>Counts what is read through it: what a package says of its sizes need not be true.</summary>
    private sealed class CountedStream(Stream inner, ReadingBudget budget) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            budget.Unpack(read);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
