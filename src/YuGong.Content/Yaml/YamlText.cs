using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YuGong.Text;

namespace YuGong.Content.Yaml;

/// <summary>
/// Reads a stretch of a file as YAML into nodes with exact places, by YamlDotNet's events.
/// Anchors, aliases and tags are refused, so a text cannot grow beyond what is written in it.
/// </summary>
internal static class YamlText
{
    private const int MaxDepth = 24;

    /// <summary>The root mapping, or null after reporting why there is none.</summary>
    public static Mapping? ReadMapping(SourceFile file, int start, int length, Diagnostics diagnostics)
    {
        var node = Read(file, start, length, diagnostics);
        if (node is Mapping mapping)
        {
            return mapping;
        }

        if (node is not null)
        {
            diagnostics.Report(ContentRules.WrongShape, node.Span, "YAML", "键: 值");
        }

        return null;
    }

    public static Node? Read(SourceFile file, int start, int length, Diagnostics diagnostics) =>
        PlainYaml.TryRead(file, start, length) ?? ReadFully(file, start, length, diagnostics);

    /// <summary>The full parser, which also says what is wrong.</summary>
    public static Node? ReadFully(SourceFile file, int start, int length, Diagnostics diagnostics)
    {
        try
        {
            var events = new Events(file, start, length);
            var node = events.ReadDocument(diagnostics);
            return events.Refused ? null : node;
        }
        catch (YamlException e)
        {
            var at = file.Span(start + (int)e.Start.Index, 1);
            diagnostics.Report(ContentRules.YamlSyntax, at, Plainly(e.Message));
            return null;
        }
    }

    /// <summary>The parser's sentence without the position it puts in front.</summary>
    private static string Plainly(string message)
    {
        var end = message.LastIndexOf("): ", StringComparison.Ordinal);
        return (end < 0 ? message : message[(end + 3)..]).TrimEnd('.');
    }

    private sealed class Events(SourceFile file, int start, int length)
    {
        private readonly Parser parser = new(new Scanner(new StringReader(file.Text.Substring(start, length)), skipComments: true));

        public bool Refused { get; private set; }

        public Node? ReadDocument(Diagnostics diagnostics)
        {
            parser.Consume<StreamStart>();
            if (parser.TryConsume<StreamEnd>(out _))
            {
                return new Mapping(file.Span(start, 0), []);
            }

            parser.Consume<DocumentStart>();
            var node = ReadNode(diagnostics, 0);
            parser.Consume<DocumentEnd>();
            if (parser.Current is DocumentStart second)
            {
                diagnostics.Report(ContentRules.YamlSyntax, Place(second), "只能有一个文档,多出一行 ---");
                Refused = true;
            }

            return node;
        }

        private Node? ReadNode(Diagnostics diagnostics, int depth)
        {
            if (depth > MaxDepth)
            {
                return Refuse(diagnostics, ContentRules.TooDeep, parser.Current!);
            }

            switch (parser.Current)
            {
                case AnchorAlias alias:
                    return Refuse(diagnostics, ContentRules.Anchor, alias);
                case NodeEvent { Anchor.IsEmpty: false } anchored:
                    return Refuse(diagnostics, ContentRules.Anchor, anchored);
                case NodeEvent { Tag.IsEmpty: false } tagged:
                    return Refuse(diagnostics, ContentRules.Tag, tagged);
                case YamlDotNet.Core.Events.Scalar scalar:
                    parser.MoveNext();
                    return new Scalar(Place(scalar), scalar.Value, scalar.Style == ScalarStyle.Plain);
                case SequenceStart sequence:
                    return ReadSequence(sequence, diagnostics, depth);
                case MappingStart mapping:
                    return ReadMapping(mapping, diagnostics, depth);
                default:
                    throw new YamlException(parser.Current!.Start, parser.Current.End, "这里不该有这个");
            }
        }

        private Sequence? ReadSequence(SequenceStart first, Diagnostics diagnostics, int depth)
        {
            parser.MoveNext();
            var items = new List<Node>();
            while (parser.Current is not SequenceEnd)
            {
                if (ReadNode(diagnostics, depth + 1) is not { } item)
                {
                    return null;
                }

                items.Add(item);
            }

            var end = parser.Consume<SequenceEnd>();
            return new Sequence(Around(first.Start, end.End, first.Style == SequenceStyle.Flow, items.Count > 0 ? items[^1] : null), items);
        }

        private Mapping? ReadMapping(MappingStart first, Diagnostics diagnostics, int depth)
        {
            parser.MoveNext();
            var entries = new List<MappingEntry>();
            while (parser.Current is not MappingEnd)
            {
                if (ReadNode(diagnostics, depth + 1) is not { } key)
                {
                    return null;
                }

                if (key is not Scalar name)
                {
                    diagnostics.Report(ContentRules.YamlSyntax, key.Span, "键必须是一个词");
                    Refused = true;
                    return null;
                }

                if (ReadNode(diagnostics, depth + 1) is not { } value)
                {
                    return null;
                }

                if (entries.Exists(e => e.Key.Text == name.Text))
                {
                    diagnostics.Report(ContentRules.DuplicateKey, name.Span, name.Text);
                }
                else
                {
                    entries.Add(new(name, value));
                }
            }

            var end = parser.Consume<MappingEnd>();
            return new Mapping(Around(first.Start, end.End, first.Style == MappingStyle.Flow, entries.Count > 0 ? entries[^1].Value : null), entries);
        }

        private Node? Refuse(Diagnostics diagnostics, Rule rule, ParsingEvent at)
        {
            diagnostics.Report(rule, Place(at), "");
            Refused = true;
            return null;
        }

        /// <summary>A block ends where its last child does: the parser only notices at the next word.</summary>
        private SourceSpan Around(Mark from, Mark to, bool flow, Node? last)
        {
            var begin = start + (int)from.Index;
            return flow || last is null ? Place(from, to) : file.Span(begin, last.Span.Start + last.Span.Length - begin);
        }

        private SourceSpan Place(ParsingEvent e) => Place(e.Start, e.End);

        private SourceSpan Place(Mark from, Mark to) =>
            file.Span(start + (int)from.Index, Math.Max(0, (int)(to.Index - from.Index)));
    }
}
