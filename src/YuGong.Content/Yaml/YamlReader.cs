using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YuGong.Text;
using YuGong.Text.Intake;

namespace YuGong.Content.Yaml;

/// <summary>
/// Reads a stretch of a file as YAML into nodes with exact places, by YamlDotNet's events.
/// Anchors, aliases and tags are refused, so a text cannot grow beyond what is written in it.
/// </summary>
internal static class YamlReader
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
            diagnostics.Report(ContentRules.WrongShape, node.Span, "YAML", new Phrase("键: 值", "key: value"));
        }

        return null;
    }

    public static Node? Read(SourceFile file, int start, int length, Diagnostics diagnostics) =>
        file.Path.EndsWith(".json", StringComparison.Ordinal)
            ? JsonText.TryRead(file) ?? ReadFully(file, start, length, diagnostics)
            : Watched(FastYamlReader.TryRead(file, start, length) ?? ReadFully(file, start, length, diagnostics),
                file, start, length, diagnostics);

    /// <summary>What a parser takes in silence, whichever has read it.</summary>
    private static Node? Watched(Node? node, SourceFile file, int start, int length, Diagnostics diagnostics)
    {
        if (node is null)
        {
            return null;
        }

        var twins = SyntaxTwins.In(file, start, length);
        if (twins.Count == 0 && !file.Text.AsSpan(start, length).Contains(" #", StringComparison.Ordinal))
        {
            return node;
        }

        var misread = Misread.In(node, twins, start + length);
        misread.Report(diagnostics);
        return misread.IsBroken ? null : node;
    }

    /// <summary>The full parser, which also says what is wrong.</summary>
    public static Node? ReadFully(SourceFile file, int start, int length, Diagnostics diagnostics)
    {
        var events = new Events(file, start, length);
        try
        {
            var node = events.ReadDocument(diagnostics);
            return events.Refused ? null : node;
        }
        catch (YamlException e)
        {
            if (SyntaxTwins.In(file, start, length) is { Count: > 0 } twins)
            {
                foreach (var twin in twins)
                {
                    twin.Report(diagnostics);
                }

                return null;
            }

            var place = e.Message.Contains(" tab ", StringComparison.Ordinal) ? TabIn(file, start, length) : null;
            diagnostics.Report(ContentRules.YamlSyntax, place ?? file.Span(start + (int)e.Start.Index, 1), YamlErrorText.Of(e.Message));
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // YamlDotNet 16 loses its own way, without a place, in some brackets that are never closed and in \\u of half a character.
            diagnostics.Report(ContentRules.YamlSyntax, events.LastPlace, e is ArgumentOutOfRangeException
                ? new("引号里的 \\u 不是一个字", "\\u in quotes is no character") : new Phrase("括号没有合上", "a bracket is not closed"));
            return null;
        }
    }

    /// <summary>The parser blames the block above; people look for the tab.</summary>
    private static SourceSpan? TabIn(SourceFile file, int start, int length)
    {
        for (var at = file.Text.IndexOf('\t', start, length); at >= 0; at = file.Text.IndexOf('\t', at + 1, start + length - at - 1))
        {
            var line = file.Text.LastIndexOf('\n', at) + 1;
            if (file.Text.AsSpan(line, at - line).IsWhiteSpace())
            {
                return file.Span(at, 1);
            }
        }

        return null;
    }

    private sealed class Events(SourceFile file, int start, int length)
    {
        private readonly Parser parser = new(new Scanner(new StringReader(file.Text.Substring(start, length)), skipComments: true));

        public bool Refused { get; private set; }

        /// <summary>What was read last before the parser gave up.</summary>
        public SourceSpan LastPlace => parser.Current is { } last ? Place(last) : file.Span(start, 0);

        public Node? ReadDocument(Diagnostics diagnostics)
        {
            parser.Consume<StreamStart>();
            if (parser.TryConsume<StreamEnd>(out _))
            {
                return new Mapping(file.Span(start, 0), []);
            }

            parser.Consume<DocumentStart>();
            if (ReadNode(diagnostics, 0) is not { } node)
            {
                return null; // refused, and said
            }

            parser.Consume<DocumentEnd>();
            if (parser.Current is DocumentStart second)
            {
                diagnostics.Report(ContentRules.YamlSyntax, Place(second), new Phrase("只能有一个文档,多出一行 ---",
                    "there can be one document only: a line --- too many"));
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
                    return new Scalar(Place(scalar), FoldedLines.Join(Clean(scalar, diagnostics), Place(scalar), scalar.Style),
                        scalar.Style == ScalarStyle.Plain);
                case SequenceStart sequence:
                    return ReadSequence(sequence, diagnostics, depth);
                case MappingStart mapping:
                    return ReadMapping(mapping, diagnostics, depth);
                default:
                    throw new YamlException(parser.Current!.Start, parser.Current.End, "unexpected here");
            }
        }

        /// <summary>
        /// In double quotes any character can be written by its number; one written as it is was seen to when the file came in.
        /// </summary>
        private string Clean(YamlDotNet.Core.Events.Scalar scalar, Diagnostics diagnostics)
        {
            var written = file.Text.AsSpan(start + (int)scalar.Start.Index, (int)(scalar.End.Index - scalar.Start.Index));
            if (scalar.Style != ScalarStyle.DoubleQuoted || !written.Contains('\\')
                || !scalar.Value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            {
                return scalar.Value;
            }

            var bad = BadCharacters.In(scalar.Value);
            if (bad >= 0)
            {
                diagnostics.Report(ContentRules.BadCharacter, Place(scalar), CharacterName.Of(scalar.Value[bad]), Phrase.Empty);
            }

            var value = BadCharacters.Replace(scalar.Value);
            return TextIntake.IsClean(written) ? TextIntake.Clean(value) : value;
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
            return new Sequence(Around(first.Start, end.Start, first.Style == SequenceStyle.Flow, items.Count > 0 ? items[^1] : null),
                items);
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
                    diagnostics.Report(ContentRules.YamlSyntax, key.Span, new Phrase("键必须是一个词", "a key must be a word"));
                    Refused = true;
                    return null;
                }

                if (ReadNode(diagnostics, depth + 1) is not { } value)
                {
                    return null;
                }

                if (Mapping.Holds(entries, name.Text))
                {
                    diagnostics.Report(ContentRules.DuplicateKey, name.Span, name.Text);
                }
                else
                {
                    entries.Add(new(name, value));
                }
            }

            var end = parser.Consume<MappingEnd>();
            return new Mapping(Around(first.Start, end.Start, first.Style == MappingStyle.Flow,
                entries.Count > 0 ? entries[^1].Value : null), entries);
        }

        private Node? Refuse(Diagnostics diagnostics, Rule rule, ParsingEvent at)
        {
            diagnostics.Report(rule, Place(at), "");
            Refused = true;
            return null;
        }

        /// <summary>
        /// A block ends where its last child does: the parser only notices at the next word. Brackets end behind the closing one.
        /// </summary>
        private SourceSpan Around(Mark from, Mark to, bool flow, Node? last)
        {
            var begin = start + (int)from.Index;
            return flow ? file.Span(begin, (int)(to.Index - from.Index) + 1)
                : last is null ? Place(from, to)
                : file.Span(begin, last.Span.Start + last.Span.Length - begin);
        }

        private SourceSpan Place(ParsingEvent e) => Place(e.Start, e.End);

        private SourceSpan Place(Mark from, Mark to) =>
            file.Span(start + (int)from.Index, Math.Max(0, (int)(to.Index - from.Index)));
    }
}
