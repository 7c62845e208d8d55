namespace YuGong.Leads;

/// <summary>A piece of a document that belongs to no field, with its place in words.</summary>
public sealed record Leftover(string Place, string Text);

/// <summary>One person's form as it was read: values put in order, what was not understood beside them.</summary>
/// <param name="Twice">Fields that were written twice and differently.</param>
public sealed record ReadForm(LeadForm Form, IReadOnlyList<Leftover> Leftovers, IReadOnlyList<Field> Twice);

/// <param name="Forms">One for each person in it; none when no label was recognized.</param>
public sealed record ReadDocument(IReadOnlyList<ReadForm> Forms, int Pictures);

/// <summary>
/// From a document to the forms in it. Fields are known by our content controls, or by the labels beside, above or in
/// front of what was written; where nothing is known nothing is guessed.
/// </summary>
public static class FormReader
{
    /// <exception cref="ReadingException">The bytes are no document that can be read.</exception>
    internal static ReadDocument ReadDocx(byte[] bytes)
    {
        var document = WordText.Read(bytes);
        var gathering = new Gathering();
        foreach (var table in document.Tables)
        {
            new TableReader(gathering).Read(table);
        }

        // The words around a form are its title and remarks; without a table they may be the form.
        if (gathering.IsEmpty)
        {
            LineReader.Read(document.Prose, gathering);
        }
        else
        {
            foreach (var line in document.Prose.Split('\n'))
            {
                gathering.Leave("表外", line);
            }
        }

        return new(gathering.Finish(), document.Pictures);
    }

    /// <summary>A form written as lines, such as in a mail: <c>被推荐人姓名:…</c>.</summary>
    internal static IReadOnlyList<ReadForm> ReadLines(string text)
    {
        var gathering = new Gathering();
        LineReader.Read(text, gathering);
        return gathering.Finish();
    }
}

/// <summary>Collects what is read into people: a second name begins a second person.</summary>
internal sealed class Gathering
{
    private readonly List<ReadForm> done = [];
    private readonly List<Leftover> loose = [];
    private Dictionary<Field, string> values = [];
    private List<Leftover> leftovers = [];
    private HashSet<Field> twice = [];
    private bool named;

    public bool Has(Field field) => values.ContainsKey(field);

    public bool IsEmpty => done.Count == 0 && values.Count == 0 && !named;

    /// <summary>Which of the two numbers a bare “联系电话” means: the person's until the recommender was named.</summary>
    public Field BarePhone => values.ContainsKey(Field.PersonPhone) || values.ContainsKey(Field.Recommender) ? Field.RecommenderPhone : Field.PersonPhone;

    /// <summary>A label was met. The name's label, met again after other answers, begins another form.</summary>
    public void Meet(Field field)
    {
        if (field == Field.Person)
        {
            if (named && values.Keys.Any(k => k != Field.Person))
            {
                Close();
            }

            named = true;
        }
    }

    public void Say(Field field, string raw, string place, bool goesOn = false)
    {
        var text = Labels.WithoutHints(raw);
        if (text.Length == 0)
        {
            return;
        }

        if (!values.TryGetValue(field, out var before))
        {
            values[field] = text;
        }
        else if (goesOn)
        {
            values[field] = before + "\n" + text;
        }
        else if (Words.Bare(before) != Words.Bare(text))
        {
            twice.Add(field);
            leftovers.Add(new($"{place}，又一个“{FormFields.LabelOf(field)}”", text));
        }
    }

    public void Leave(string place, string raw)
    {
        var text = Words.Tidy(raw);
        if (!Boilerplate.Is(text))
        {
            (values.Count == 0 && !named ? loose : leftovers).Add(new(place, text));
        }
    }

    public IReadOnlyList<ReadForm> Finish()
    {
        Close();
        return done;
    }

    private void Close()
    {
        if (values.Count > 0)
        {
            var form = new LeadForm(values.Select(v => KeyValuePair.Create(v.Key, Answers.Put(v.Key, v.Value))));
            done.Add(new(form, [.. loose, .. leftovers], [.. twice.Order()]));
            loose.Clear();
        }
        else
        {
            loose.AddRange(leftovers);
        }

        (values, leftovers, twice, named) = ([], [], [], false);
    }
}

/// <summary>What is printed on forms and says nothing: titles, the notice on privacy, page numbers.</summary>
internal static class Boilerplate
{
    private static readonly string Printed = Words.Bare(
        "附件：“重庆工程师故事”线索征集表渝工移山·匠心实干系列主题宣传活动" + FormWriter.Notice("ceacq@163.com") + "序号备注填表人签字盖章年月日此处粘贴照片填表说明");

    public static bool Is(string text)
    {
        var bare = Words.Bare(text);
        return bare.Length == 0 || bare.All(char.IsAsciiDigit) && bare.Length < 4 || Printed.Contains(bare, StringComparison.Ordinal) || Labels.IsHint(text);
    }
}
