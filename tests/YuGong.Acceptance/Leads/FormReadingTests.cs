using Xunit;
using YuGong.Leads;

namespace YuGong.Tests.Leads;

/// <summary>What people send is read field by field, or said not to be understood; nothing is lost.</summary>
public sealed class FormReadingTests(OfficeForms office)
{
    public static TheoryData<string> Names => [.. Layouts.All.Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_form_that_LibreOffice_saved_is_read_right(string name)
    {
        var layout = Layouts.All.Single(l => l.Name == name);
        Judge(layout, FormReader.ReadDocx(office.Docx(name)));
    }

    [Fact]
    public void There_are_more_than_thirty_layouts() => Assert.True(Layouts.All.Count > 30);

    [Fact]
    public void Our_own_form_is_read_before_any_program_touched_it()
    {
        foreach (var layout in Layouts.All.Where(l => l.Kind == ".docx"))
        {
            Judge(layout, FormReader.ReadDocx(layout.Bytes));
        }
    }

    private static void Judge(Layout layout, ReadDocument read)
    {
        Assert.Equal(layout.People.Select(Show), read.Forms.Select(f => Show(f.Form.Written.ToDictionary())));
        Assert.Equal(layout.Leftovers, read.Forms.Sum(f => f.Leftovers.Count));
        Assert.Equal(layout.Twice, read.Forms.SelectMany(f => f.Twice));
        Assert.Equal(layout.Pictures, read.Pictures);
    }

    private static string Show(IReadOnlyDictionary<Field, string> said) =>
        string.Join('\n', said.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}"));
}
