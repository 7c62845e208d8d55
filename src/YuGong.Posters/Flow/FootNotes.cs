using YuGong.Posters.Scenes;

namespace YuGong.Posters.Flow;

/// <summary>Notes that stand at the foot of the page on which their mark is (页下注).</summary>
/// <param name="ByNumber">As marks say them: <see cref="Typesetting.TextSpan.Notes"/>.</param>
/// <param name="Rule">The short line above them.</param>
public sealed record FlowNotes(IReadOnlyDictionary<int, TextBlock> ByNumber, Stroke Rule)
{
    /// <summary>What stands on later pages that cite the same: its short form. Where there is none, it is printed whole again.</summary>
    public IReadOnlyDictionary<int, TextBlock> Again { get; init; } = new Dictionary<int, TextBlock>();
}

/// <summary>A note, cut into lines.</summary>
/// <param name="first">Where it was told whole; null for that itself.</param>
internal sealed class FootNote(IReadOnlyList<FlowItem> lines, FootNote? first = null)
{
    /// <summary>The height of a line, and of the rule with the blank around it, in quarters of lines.</summary>
    public const int Line = 3, Rule = 2;

    public IReadOnlyList<FlowItem> Lines => lines;

    /// <summary>The same for what is told whole and for its short form: a page has one of them, once.</summary>
    public FootNote First => first ?? this;

    public static int HeightOf(int lines) => lines == 0 ? 0 : Rule + (lines * Line);
}

/// <summary>What of the notes of a page's last line goes to the next page.</summary>
/// <param name="Note">The first of them that does, counted from 1 in the line; 0 for none.</param>
/// <param name="Line">Lines of it that are on the page.</param>
internal readonly record struct NoteRest(int Note, int Line)
{
    public bool IsOpen => Note > 0;
}

/// <summary>The notes of a page, as lines of text are added to it: what the page before left, then each where its mark first is.</summary>
internal sealed class PageNotes
{
    private readonly List<(FootNote Note, int From)> all = [];
    private readonly HashSet<FootNote> seen = [];

    /// <summary>Notes of the last line that came, by their number in it.</summary>
    private readonly List<int> own = [];

    private int before;

    /// <param name="last">The last line of the page before; null at the beginning.</param>
    /// <param name="rest">What that page left.</param>
    public PageNotes(FlowItem? last, NoteRest rest)
    {
        if (rest.IsOpen)
        {
            Add(last!, rest);
        }
    }

    public int Lines { get; private set; }

    /// <summary>What is on the page of each note: from which line, and how many.</summary>
    /// <param name="rest">What the page leaves.</param>
    public IEnumerable<(FootNote Note, int From, int Count)> Shown(NoteRest rest)
    {
        var first = all.Count - own.Count;
        return all.Select((shown, i) =>
        {
            var (note, from) = shown;
            var number = i < first ? 0 : own[i - first];
            var end = !rest.IsOpen || number < rest.Note ? note.Lines.Count : number == rest.Note ? rest.Line : from;
            return (note, from, end - from);
        });
    }

    public void Add(FlowItem line) => Add(line, new(1, 0));

    /// <summary>
    /// What goes to the next page where so many lines have room; null where the notes of earlier lines do not, or nothing of the last one's
    /// does.
    /// </summary>
    public NoteRest? Cut(int room, bool mustBegin)
    {
        if (room >= Lines)
        {
            return default(NoteRest);
        }

        room -= before;
        if (own.Count == 0 || room < (mustBegin ? 1 : 0))
        {
            return null;
        }

        var first = all.Count - own.Count;
        for (var i = 0; i < own.Count; i++)
        {
            var (note, from) = all[first + i];
            if (room < note.Lines.Count - from)
            {
                return new(own[i], from + room);
            }

            room -= note.Lines.Count - from;
        }

        return null;
    }

    private void Add(FlowItem line, NoteRest from)
    {
        own.Clear();
        before = Lines;
        for (var i = from.Note - 1; i < line.Notes.Count; i++)
        {
            var begins = i == from.Note - 1 ? from.Line : 0;
            if (seen.Add(line.Notes[i].First))
            {
                all.Add((line.Notes[i], begins));
                own.Add(i + 1);
                Lines += line.Notes[i].Lines.Count - begins;
            }
        }
    }
}
