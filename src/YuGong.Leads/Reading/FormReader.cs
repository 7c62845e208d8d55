using YuGong.Manuscripts;

namespace YuGong.Leads;

/// <summary>A piece of a document that belongs to no field, with its place in words.</summary>
public sealed record Leftover(string Place, string Text);

/// <summary>One person's form as it was read: values put in order, what was not understood beside them.</summary>
/// <param name="Twice">Fields that were written twice and differently.</param>
public sealed record ReadForm(LeadForm Form, IReadOnlyList<Leftover> Leftovers, IReadOnlyList<Field> Twice);

/// <param name="Forms">One for each person in it; none when no label was recognized.</param>
/// <param name="IsEmptyForm">The labels of a form are there, and nothing was written beside them.</param>
public sealed record ReadDocument(IReadOnlyList<ReadForm> Forms, int Pictures, bool IsEmptyForm);

/// <summary>
/// From a document to the forms in it. Fields are known by our content controls, or by the labels beside, above or in
/// front of what was written; where nothing is known nothing is guessed.
/// </summary>
public static class FormReader
{
    /// <exception cref="ReadingException">The bytes are no document that can be read.</exception>
    internal static ReadDocument ReadDocx(byte[] bytes) => ReadDocx(bytes, ReadingBudget.Ample());

    /// <inheritdoc cref="ReadDocx(byte[])"/>
    internal static ReadDocument ReadDocx(byte[] bytes, ReadingBudget budget)
    {
        var document = WordText.Read(bytes, budget);
        var gathering = new FormBuilder();
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

        var forms = gathering.Finish();
        return new(forms, document.Pictures, forms.Count == 0 && gathering.SawForm);
    }

    /// <summary>A form written as lines, such as in a mail: <c>被推荐人姓名:…</c>.</summary>
    internal static IReadOnlyList<ReadForm> ReadLines(string text)
    {
        var gathering = new FormBuilder();
        LineReader.Read(text, gathering);
        return gathering.Finish();
    }
}

/// <summary>What is printed on forms and says nothing: titles, the notice on privacy, page numbers.</summary>
internal static class Boilerplate
{
    private static readonly string Printed = Words.Bare(
        "附件：线索征集表系列主题宣传活动序号备注填表人签字盖章年月日此处粘贴照片填表说明");

    /// <summary>How titles of forms and of campaigns end.</summary>
    private static readonly string[] TitleEnds = ["征集表", "推荐表", "申报表", "登记表", "宣传活动"];

    /// <summary>Characters; a longer line that ends like a title is a sentence.</summary>
    private const int LongestTitle = 40;

    /// <summary>Up to the address, which each organiser has of its own.</summary>
    private static readonly string Notice = Words.Bare(FormWriter.Notice(""));

    public static bool Is(string text)
    {
        var bare = Words.Bare(text);
        return bare.Length == 0 || IsPageNumber(bare) || IsTitle(bare) || Printed.Contains(bare, StringComparison.Ordinal)
            || bare.StartsWith(Notice, StringComparison.Ordinal) || Labels.IsHint(text);
    }

    private static bool IsTitle(string bare) =>
        bare.Length <= LongestTitle && TitleEnds.Any(end => bare.EndsWith(end, StringComparison.Ordinal));

    private static bool IsPageNumber(string bare) => bare.Length < 4 && bare.All(char.IsAsciiDigit);
}
