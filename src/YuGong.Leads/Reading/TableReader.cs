using System.Globalization;

namespace YuGong.Leads;

/// <summary>Reads one table: answers stand to the right of their label, below it, or behind it in the same cell.</summary>
internal sealed class TableReader(FormBuilder gathering)
{
    /// <summary>A row of so many labels and nothing else is the head of a list, one person a row.</summary>
    private const int HeadOfList = 3;

    /// <summary>Labels of the row above, and of this one, that found no answer beside them.</summary>
    private List<Asked> above = [], waiting = [];

    private Asked? asked;

    /// <summary>The label that a vertically merged cell goes on with, by its grid column.</summary>
    private readonly Dictionary<int, Field> merged = [];

    private IReadOnlyList<(WordCell Cell, Field Field)>? list;

    public void Read(WordTable table)
    {
        foreach (var row in table.Rows)
        {
            var labels = row.Select(cell => cell.Tag is null ? LabelOf(cell) : null).ToList();
            if (IsHead(row, labels))
            {
                labels.OfType<(Field Field, string Behind)>().ToList().ForEach(label => gathering.See(label.Field));
                list = [.. row.Zip(labels).Where(x => x.Second is not null).Select(x => (x.First, x.Second!.Value.Field))];
            }
            else if (list is not null && labels.All(l => l is null))
            {
                ReadPerson(table, row);
            }
            else
            {
                list = null;
                ReadRow(table, row, labels);
            }
        }
    }

    private void ReadPerson(WordTable table, IReadOnlyList<WordCell> row)
    {
        if (row.All(cell => cell.Text.Length == 0))
        {
            return;
        }

        foreach (var (head, field) in list!.OrderBy(l => l.Field))
        {
            gathering.Meet(field);
            if (row.FirstOrDefault(cell => Overlap(cell, head)) is { } cell)
            {
                gathering.Say(field, cell.Text, Place(table, cell));
            }
        }

        foreach (var cell in row.Where(cell => !list!.Any(l => Overlap(cell, l.Cell))))
        {
            gathering.Leave(Place(table, cell), cell.Text);
        }
    }

    private void ReadRow(WordTable table, IReadOnlyList<WordCell> row, List<(Field Field, string Behind)?> labels)
    {
        (waiting, asked) = ([], null);
        for (var i = 0; i < row.Count; i++)
        {
            var cell = row[i];
            if (cell.Tag is { } tag && LeadFormFields.Find(tag) is { } ours)
            {
                asked = null;
                gathering.Meet(ours.Field);
                gathering.Say(ours.Field, Behind(cell.Text, ours.Field), Place(table, cell));
            }
            else if (cell.Continues && cell.Text.Length == 0 && merged.TryGetValue(cell.Column, out var goingOn))
            {
                Ask(new(cell, goingOn) { Answered = true, GoesOn = true });
            }
            else if (labels[i] is var (field, behind)
                && !(asked is { Field: Field.Deeds or Field.Highlights, Answered: false } && cell.Text.Length > 60))
            {
                gathering.Meet(field);
                gathering.Say(field, behind, Place(table, cell));
                merged[cell.Column] = field;
                var said = Words.Bare(behind).Length > 0;
                Ask(new(cell, field) { Answered = said, GoesOn = said });
            }
            else
            {
                Answer(table, cell);
            }
        }

        Ask(null);
        above = waiting;
    }

    /// <summary>The label whose answer is read next; the one before it, if nothing stood beside it, may have its answer below.</summary>
    private void Ask(Asked? next)
    {
        if (asked is { Answered: false } open)
        {
            waiting.Add(open);
        }

        asked = next;
    }

    private void Answer(WordTable table, WordCell cell)
    {
        if (asked is { } open)
        {
            if (cell.Text.Length > 0)
            {
                gathering.Say(open.Field, cell.Text, Place(table, cell), open.GoesOn);
                open.GoesOn = true;
            }

            open.Answered = true;
        }
        else if (cell.Text.Length > 0)
        {
            if (above.Find(label => Overlap(cell, label.Cell)) is { } label)
            {
                gathering.Say(label.Field, cell.Text, Place(table, cell), goesOn: label.Field is Field.Deeds or Field.Highlights);
            }
            else
            {
                gathering.Leave(Place(table, cell), cell.Text);
            }
        }
    }

    private (Field Field, string Behind)? LabelOf(WordCell cell) =>
        Words.Bare(cell.Text) is "联系电话" or "电话" or "手机" or "联系方式" or "手机号码" or "手机号" ? (gathering.BarePhone, "") : Labels.Of(cell.Text);

    private static bool IsHead(IReadOnlyList<WordCell> row, List<(Field Field, string Behind)?> labels) =>
        labels.Count(l => l is not null) >= HeadOfList
        && labels.Any(l => l is { Field: Field.Person })
        && row.Zip(labels).All(x => x.Second is { Behind: "" } || Boilerplate.Is(x.First.Text) && x.First.Text.Length > 0);

    private static string Behind(string text, Field field) => Labels.Of(text) is var (label, behind) && label == field ? behind : text;

    private static bool Overlap(WordCell a, WordCell b) => a.Column < b.Column + b.Span && b.Column < a.Column + a.Span;

    private static string Place(WordTable table, WordCell cell) =>
        string.Create(CultureInfo.InvariantCulture, $"第 {table.Number} 表第 {cell.Row + 1} 行第 {cell.Column + 1} 列");

    /// <summary>A label on the way through a row.</summary>
    private sealed class Asked(WordCell cell, Field label)
    {
        public WordCell Cell => cell;

        public Field Field => label;

        /// <summary>A cell for the answer stood beside it, be it empty.</summary>
        public bool Answered { get; set; }

        /// <summary>Further cells go on with the answer.</summary>
        public bool GoesOn { get; set; }
    }
}
