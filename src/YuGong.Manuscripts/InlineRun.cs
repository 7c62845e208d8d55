namespace YuGong.Manuscripts;

/// <summary>Gathers what stands in one paragraph, in order, and tidies it at its end.</summary>
internal sealed class InlineRun
{
    private readonly List<Inline> inlines = [];

    public bool IsEmpty => inlines.Count == 0;

    public void Add(Inline inline)
    {
        // A blank behind the number of a note parts it from Latin words; Chinese ones need none.
        if (inline is TextInline { Text: [' ', >= '\u2E80', ..] } behind && inlines is [.., NoteInline])
        {
            inline = behind with { Text = behind.Text[1..] };
        }

        // Word cuts a sentence into runs wherever somebody corrected a character.
        if (inline is TextInline next && inlines is [.., TextInline last] && last.IsStrong == next.IsStrong
            && last.IsEmphasised == next.IsEmphasised)
        {
            inlines[^1] = last with { Text = last.Text + next.Text };
        }
        else if (inline is not TextInline { Text: "" })
        {
            inlines.Add(inline);
        }
    }

    /// <summary>Without blanks at both ends, which were there to indent; empty where nothing else was.</summary>
    public IReadOnlyList<Inline> Take()
    {
        while (inlines is [TextInline or BreakInline, ..] && Shorten(0, text => text.TrimStart()))
        {
        }

        while (inlines is [.., TextInline or BreakInline] && Shorten(inlines.Count - 1, text => text.TrimEnd()))
        {
        }

        Inline[] taken = [.. inlines];
        inlines.Clear();
        return taken;
    }

    /// <summary>Whether nothing was left of it, so that its neighbour is at the end now.</summary>
    private bool Shorten(int at, Func<string, string> trim)
    {
        if (inlines[at] is TextInline words && trim(words.Text) is { Length: > 0 } rest)
        {
            inlines[at] = words with { Text = rest };
            return false;
        }

        inlines.RemoveAt(at);
        return true;
    }
}
