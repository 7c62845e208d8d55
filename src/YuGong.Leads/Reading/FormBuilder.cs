using System.Text;
using YuGong.Manuscripts;

namespace YuGong.Leads;

/// <summary>Collects what is read into people: a second name begins a second person.</summary>
internal sealed class FormBuilder
{
    /// <summary>Characters of one field; the notice asks for 800 at most. What is more is kept as not understood.</summary>
    public const int LongestAnswer = 20_000;

    /// <summary>Characters of one file that belong to no field.</summary>
    private const int MostLeftover = 1_000_000;

    /// <summary>People in one file.</summary>
    private const int MostPeople = 1_000;

    /// <summary>Of the annex's thirteen; fewer may stand in any table.</summary>
    private const int FewestLabels = 6;

    private readonly List<ReadForm> done = [];
    private readonly List<Leftover> loose = [];
    private readonly HashSet<Field> met = [];
    private Dictionary<Field, Answer> values = [];
    private List<Leftover> leftovers = [];
    private HashSet<Field> twice = [];
    private bool named;
    private int left;

    public bool Has(Field field) => values.ContainsKey(field);

    /// <summary>Whether most labels of a form were there, whatever stood beside them.</summary>
    public bool SawForm => met.Count >= FewestLabels;

    public bool IsEmpty => done.Count == 0 && values.Count == 0 && !named;

    /// <summary>Which of the two numbers a bare “联系电话” means: the person's until the recommender was named.</summary>
    public Field BarePhone => values.ContainsKey(Field.PersonPhone) || values.ContainsKey(Field.Recommender)
        ? Field.RecommenderPhone : Field.PersonPhone;

    /// <summary>A label is there; who is meant is not known yet.</summary>
    public void See(Field field) => met.Add(field);

    /// <summary>A label was met. The name's label, met again after other answers, begins another form.</summary>
    public void Meet(Field field)
    {
        met.Add(field);
        if (field == Field.Person)
        {
            if (named && values.Keys.Any(k => k != Field.Person))
            {
                Close();
            }

            named = true;
        }
    }

    /// <exception cref="ReadingException">One file says too much.</exception>
    public void Say(Field field, string raw, string place, bool goesOn = false)
    {
        var text = Labels.WithoutHints(raw);
        if (text.Length == 0)
        {
            return;
        }

        if (!values.TryGetValue(field, out var before))
        {
            values[field] = new();
            Add(values[field], field, text, place);
        }
        else if (goesOn)
        {
            Add(before, field, "\n" + text, place);
        }
        else if (before.Bare != Words.Bare(text))
        {
            twice.Add(field);
            Keep(leftovers, new($"{place}，又一个“{LeadFormFields.LabelOf(field)}”", text));
        }
    }

    /// <inheritdoc cref="Say"/>
    public void Leave(string place, string raw)
    {
        var text = Words.Tidy(raw);
        if (!Boilerplate.Is(text))
        {
            Keep(values.Count == 0 && !named ? loose : leftovers, new(place, text));
        }
    }

    public IReadOnlyList<ReadForm> Finish()
    {
        Close();
        return done;
    }

    private void Add(Answer answer, Field field, string text, string place)
    {
        var fits = answer.Add(text);
        if (fits < text.Length)
        {
            Keep(leftovers, new($"{place}，“{LeadFormFields.LabelOf(field)}”太长的部分", text[fits..]));
        }
    }

    private void Keep(List<Leftover> list, Leftover leftover)
    {
        left += leftover.Text.Length;
        if (left > MostLeftover)
        {
            throw new ReadingException(new($"认不出的内容超过 {MostLeftover / 10_000} 万字",
                $"More than {MostLeftover} characters were not understood"), tooMuch: true);
        }

        list.Add(leftover);
    }

    private void Close()
    {
        if (values.Count > 0)
        {
            if (done.Count == MostPeople)
            {
                throw new ReadingException(new($"一个文件里超过 {MostPeople} 个人", $"More than {MostPeople} people in one file"), tooMuch: true);
            }

            var form = new LeadForm(values.Select(v => KeyValuePair.Create(v.Key, Answers.Put(v.Key, v.Value.Text))));
            done.Add(new(form, [.. loose, .. leftovers], [.. twice.Order()]));
            loose.Clear();
        }
        else
        {
            loose.AddRange(leftovers);
        }

        (values, leftovers, twice, named) = ([], [], [], false);
    }

    /// <summary>What one field says; it may come in a hundred thousand pieces.</summary>
    private sealed class Answer
    {
        private readonly StringBuilder text = new();
        private string? bare;

        public string Text => text.ToString();

        /// <summary>Without blanks and punctuation, to be compared.</summary>
        public string Bare => bare ??= Words.Bare(Text);

        /// <summary>How much of it found room.</summary>
        public int Add(string more)
        {
            var fits = Math.Min(more.Length, LongestAnswer - text.Length);
            fits -= fits > 0 && fits < more.Length && char.IsHighSurrogate(more[fits - 1]) ? 1 : 0;
            text.Append(more, 0, fits);
            bare = null;
            return fits;
        }
    }
}
