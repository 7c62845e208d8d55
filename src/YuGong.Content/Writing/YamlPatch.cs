using YuGong.Content.Yaml;

namespace YuGong.Content.Writing;

/// <summary>
/// Changes YAML where its meaning changes and nowhere else: comments, order, quotes and line breaks of all the rest stay.
/// Works on block mappings and lists line by line; what stands in brackets is written anew as a whole.
/// </summary>
internal sealed class YamlPatch(string text)
{
    private readonly List<(int Start, int End, string New)> edits = [];

    /// <param name="end">Where the YAML ends: the closing fence.</param>
    public static string Apply(string text, Mapping standing, Mapping wanted, int end)
    {
        var edit = new YamlPatch(text);
        edit.Change(standing, wanted, end);
        foreach (var (from, to, words) in edit.edits.Select((e, i) => (e, i)).OrderByDescending(x => x.e.Start)
            .ThenByDescending(x => x.e.End).ThenByDescending(x => x.i).Select(x => x.e))
        {
            text = text[..from] + words + text[to..];
        }

        return text;
    }

    private void Change(Mapping standing, Mapping wanted, int end)
    {
        var entries = standing.Entries;
        var column = Column(entries[0].Key.Span.Start);
        for (var i = 0; i < entries.Count; i++)
        {
            var limit = i + 1 < entries.Count ? LineStart(entries[i + 1].Key.Span.Start) : end;
            var (was, now) = (YamlEquality.Of(entries[i].Value), wanted.Find(entries[i].Key.Text)?.Value);
            if (now is null && was is not null)
            {
                Remove(entries, i, limit);
            }
            else if (now is not null && !YamlEquality.Same(was, now))
            {
                Change(entries[i], now, column, limit);
            }
        }

        Insert(entries, wanted, column, end);
    }

    /// <summary>New keys come behind the key they follow in the form.</summary>
    private void Insert(IReadOnlyList<MappingEntry> entries, Mapping wanted, int column, int end)
    {
        int? after = null;
        foreach (var entry in wanted.Entries)
        {
            var at = IndexOf(entries, entry.Key.Text);
            if (at >= 0)
            {
                after = at;
                continue;
            }

            var lines = YamlPrinter.Entry(entry.Key.Text, entry.Value, column);
            if (after is { } i)
            {
                var place = EndOf(entries[i], column, i + 1 < entries.Count ? LineStart(entries[i + 1].Key.Span.Start) : end);
                edits.Add((place, place, (place > 0 && text[place - 1] != '\n' ? "\n" : "") + lines));
            }
            else
            {
                var first = entries[0].Key.Span.Start;
                edits.Add((first, first, lines.TrimStart(' ') + YamlPrinter.Blank(column)));
            }
        }
    }

    private void Remove(IReadOnlyList<MappingEntry> entries, int i, int limit)
    {
        var key = entries[i].Key.Span.Start;
        var line = LineStart(key);
        var own = text.AsSpan(line, key - line).IsWhiteSpace();
        if (own)
        {
            edits.Add((line, EndOf(entries[i], key - line, limit), ""));
        }
        else if (i + 1 < entries.Count)
        {
            edits.Add((key, entries[i + 1].Key.Span.Start, "")); // the next key moves up behind the dash
        }
    }

    private void Change(MappingEntry entry, Node now, int column, int limit)
    {
        var colon = text.IndexOf(':', entry.Key.Span.Start + entry.Key.Span.Length) + 1;
        if (!ChangeInside(entry.Value, now, column, limit, colon))
        {
            edits.Add((colon, EndOf(entry, column, limit), YamlPrinter.After(now, column, afterDash: false)));
        }
    }

    /// <summary>Whether the change could be made within the value.</summary>
    /// <param name="mark">Behind the colon or the dash.</param>
    private bool ChangeInside(Node was, Node now, int column, int limit, int mark)
    {
        switch (was, now)
        {
            case (Mapping { Entries.Count: > 0 } old, Mapping map) when !IsFlow(was):
                Change(old, map, limit);
                return true;
            case (Sequence { Items.Count: > 0 } old, Sequence list) when !IsFlow(was):
                return Change(old, list, limit);
            case (Scalar { Plain: false } old, Scalar words) when text[old.Span.Start] is '"' or '\''
                && !words.Text.Contains('\n', StringComparison.Ordinal):
                edits.Add((old.Span.Start, old.Span.Start + old.Span.Length,
                    YamlPrinter.One(words, inBrackets: false, text[old.Span.Start])!));
                return true;
        }

        // A value on the line of its key keeps the comment that follows it there.
        var (from, to) = (was.Span.Start, was.Span.Start + was.Span.Length);
        var onLine = was.Span.Length > 0 && text[from] is not ('|' or '>') && !text.AsSpan(mark, to - mark).Contains('\n');
        if (!onLine || YamlPrinter.Inline(now, always: now is not Scalar && IsFlow(was)) is not { } line)
        {
            return false;
        }

        edits.Add((from, to, line));
        return true;
    }

    private bool Change(Sequence standing, Sequence wanted, int end)
    {
        var items = standing.Items;
        var dashes = items.Select(i => Dash(i.Span.Start)).ToList();
        if (dashes.Any(d => d < 0) || dashes.Any(d => !text.AsSpan(LineStart(d), d - LineStart(d)).IsWhiteSpace()))
        {
            return false; // lists within lists on one line are not taken apart
        }

        var column = Column(dashes[0]);
        var place = LineStart(dashes[0]);
        foreach (var (old, now) in ListDiff.Of([.. items.Select(YamlEquality.Of)], wanted.Items))
        {
            if (old < 0)
            {
                edits.Add((place, place, (text[place - 1] != '\n' ? "\n" : "") + (Moved(items, wanted.Items[now], dashes, end)
                    ?? YamlPrinter.Item(wanted.Items[now], column))));
                continue;
            }

            var limit = old + 1 < items.Count ? LineStart(dashes[old + 1]) : end;
            place = EndOf(items[old], dashes[old] + 1, column, limit);
            if (now < 0)
            {
                edits.Add((LineStart(dashes[old]), place, ""));
            }
            else if (!YamlEquality.Same(YamlEquality.Of(items[old]), wanted.Items[now])
                && !ChangeInside(items[old], wanted.Items[now], column, limit, dashes[old] + 1))
            {
                edits.Add((dashes[old] + 1, place, YamlPrinter.After(wanted.Items[now], column, afterDash: true)));
            }
        }

        return true;
    }

    /// <summary>An item that only changed its place keeps its words.</summary>
    private string? Moved(IReadOnlyList<Node> items, Node wanted, List<int> dashes, int end)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (YamlEquality.Same(YamlEquality.Of(items[i]), wanted))
            {
                var words =
                    text[LineStart(dashes[i])..EndOf(items[i], dashes[i] + 1, Column(dashes[i]),
                    i + 1 < items.Count ? LineStart(dashes[i + 1]) : end)];
                return words.EndsWith('\n') ? words : words + "\n";
            }
        }

        return null;
    }

    private int EndOf(MappingEntry entry, int column, int limit) =>
        EndOf(entry.Value, entry.Key.Span.Start + entry.Key.Span.Length + 1, column, limit);

    /// <summary>Behind the line on which a value ends; comments below it belong to what follows.</summary>
    private int EndOf(Node value, int atLeast, int column, int limit)
    {
        if (Last(value) is Scalar { Span: { Length: > 0 } block } && text[block.Start] is '|' or '>')
        {
            // A block may look like comments: only lines that stand no deeper than the key are none of it.
            var end = limit;
            while (end > atLeast && LineStart(end - 1) is var line && line > block.Start
                && text.AsSpan(line, end - line).Trim() is var words && (words.IsEmpty || (words[0] == '#' && Indent(line) <= column)))
            {
                end = line;
            }

            return end;
        }

        var last = Math.Min(limit, Math.Max(atLeast, value.Span.Start + value.Span.Length));
        if (last > atLeast && text[last - 1] == '\n')
        {
            return last;
        }

        var stop = text.IndexOf('\n', last);
        return stop < 0 || stop >= limit ? limit : stop + 1;
    }

    private static Node Last(Node node) => node switch
    {
        Mapping { Entries: [.., var last] } => Last(last.Value),
        Sequence { Items: [.., var last] } => Last(last),
        _ => node,
    };

    private bool IsFlow(Node node) => node.Span.Length > 0 && text[node.Span.Start] is '[' or '{';

    private int Dash(int start)
    {
        var at = start - 1;
        while (at >= 0 && text[at] == ' ')
        {
            at--;
        }

        return at >= 0 && text[at] == '-' ? at : -1;
    }

    private int LineStart(int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    private int Column(int at) => at - LineStart(at);

    private int Indent(int line)
    {
        var at = line;
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at - line;
    }

    private static int IndexOf(IReadOnlyList<MappingEntry> entries, string key)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Key.Text == key)
            {
                return i;
            }
        }

        return -1;
    }
}
