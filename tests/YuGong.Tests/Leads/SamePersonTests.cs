using Xunit;
using YuGong.Leads;
using YuGong.Text;

namespace YuGong.Tests.Leads;

/// <summary>Two leads of perhaps one person become one or stay two, and the register is whole either way; who sees to a lead.</summary>
public sealed class SamePersonTests : IDisposable
{
    private static readonly HashSet<Field> None = [];

    private readonly Registry registry = new();

    public void Dispose() => registry.Dispose();

    [Fact]
    public void A_merge_fills_what_is_empty_keeps_what_differs_and_loses_nothing()
    {
        var (one, two) = Two();
        Assert.True(registry.Book.TryMerge(one, two, new HashSet<Field> { Field.Title }, Registry.Today, Place, registry.Findings));
        var form = registry.Book.Open(one.Number)!.Form;
        Assert.Equal("群众", form[Field.Party]); // was empty
        Assert.Equal("教授", form[Field.Title]); // the other's was wanted
        Assert.Equal("重庆虚构桥梁有限公司（测试）", form[Field.Unit]); // its own
        Assert.Contains("虚构设计院", form[Field.Rest]);
        Assert.Contains("正高级工程师", form[Field.Rest]);
        Assert.Contains(two.Number.ToString(), form[Field.Rest]);

        // Both originals are its own now; the other is declined, says into which it went, and is nobody's likeness any more.
        Assert.Equal(2, registry.Book.OriginalsOf(one).Count);
        var left = registry.Book.Open(two.Number)!;
        Assert.Equal(LeadState.Declined, left.Row.State);
        Assert.Equal("教授", left.Form[Field.Title]);
        Assert.Empty(left.Links);
        Assert.Empty(registry.Book.Open(one.Number)!.Links);
        Assert.Empty(registry.Book.OriginalsOf(left.Row));
        Assert.Equal($"并入 {one.Number}", registry.Book.ReadJournal(left.Row)[^1].Detail);
        Assert.Equal(two.Number.ToString(), registry.Book.ReadJournal(one)[^1].Detail);
        Assert.Null(registry.Book.WhyBroken());

        // Who asks to be erased is erased whole: what went into the lead is the same person's.
        Assert.Equal([two.Number], registry.Book.Erase(registry.Book.Find(one.Number)!, Registry.Today));
        Assert.Null(registry.Book.Find(two.Number));
        Assert.Empty(registry.Book.Rows());
        Assert.Null(registry.Book.WhyBroken());
    }

    /// <summary>Somebody who was declined by a merge and taken up again is somebody of their own.</summary>
    [Fact]
    public void What_was_taken_up_again_after_a_merge_stays()
    {
        var (one, two) = Two();
        Assert.True(registry.Book.TryMerge(one, two, None, Registry.Today, Place, registry.Findings));
        registry.Book.Move(registry.Book.Find(two.Number)!, LeadState.Received, "不是同一个人", Registry.Today);
        Assert.Empty(registry.Book.MergedInto(one));
        Assert.Empty(registry.Book.Erase(registry.Book.Find(one.Number)!, Registry.Today));
        Assert.NotNull(registry.Book.Find(two.Number));
    }

    /// <summary>Three sheets of one person, merged one after the other, go together.</summary>
    [Fact]
    public void What_went_into_what_went_into_it_goes_too()
    {
        var (one, two) = Two();
        var three = registry.Take((Field.Post, "队长"), (Field.Years, "30年"), (Field.Unit, "虚构勘察院"));
        Assert.True(registry.Book.TryMerge(two, three, None, Registry.Today, Place, registry.Findings));
        Assert.True(registry.Book.TryMerge(one, registry.Book.Find(two.Number)!, None, Registry.Today, Place, registry.Findings));
        Assert.Equal([two.Number, three.Number], registry.Book.MergedInto(one).Select(r => r.Number));
    }

    [Fact]
    public void What_may_not_be_declined_is_not_merged()
    {
        var (one, two) = Two();
        registry.Book.Move(two, LeadState.Published, "", Registry.Today);
        var findings = new Diagnostics();
        Assert.False(registry.Book.TryMerge(one, registry.Book.Find(two.Number)!, None, Registry.Today, Place, findings));
        Assert.Equal(["YG630"], findings.Sorted().Select(f => f.Rule.Code));
        Assert.False(registry.Book.TryMerge(one, one, None, Registry.Today, Place, findings));
        Assert.Equal([two.Number], registry.Book.Open(one.Number)!.Links);
        Assert.Single(registry.Book.OriginalsOf(one));
    }

    [Fact]
    public void Two_that_stay_two_are_told_apart_from_then_on()
    {
        var (one, two) = Two();
        registry.Book.KeepBoth(two, one, Registry.Today);
        Assert.Empty(registry.Book.Open(one.Number)!.Links);
        Assert.Empty(registry.Book.Open(two.Number)!.Links);
        Assert.Equal("keep both", registry.Book.ReadJournal(one)[^1].Act);
        Assert.Null(registry.Book.WhyBroken());
    }

    [Fact]
    public void A_list_asks_who_sees_to_it()
    {
        var (one, two) = Two();
        registry.Book.Assign(one, "王编", Registry.Today);
        Assert.Equal([one.Number], registry.Book.List(new(Assigned: "王编")).Select(l => l.Row.Number));
        Assert.Equal([two.Number], registry.Book.List(new(Assigned: "")).Select(l => l.Row.Number));
        Assert.Equal(["王编", ""], registry.Book.List(new()).Select(l => l.Assigned));
        Assert.Empty(registry.Book.List(new(Assigned: "王编", Text: "没有这些字")));
        registry.Book.Assign(one, "", Registry.Today);
        Assert.Empty(registry.Book.List(new(Assigned: "王编")));
        Assert.Equal(["王编", ""], registry.Book.ReadJournal(one).Where(e => e.Act == "assign").Select(e => e.Detail!));
        Assert.Null(registry.Book.WhyBroken());
    }

    [Theory]
    [InlineData("direction", "builder", "")]
    [InlineData("direction", "", "")]
    [InlineData("channel", "self", "")]
    [InlineData("district", "nowhere", "YG634")]
    [InlineData("colour", "red", "YG634")]
    public void Where_a_lead_belongs_is_a_word_of_the_vocabulary(string key, string value, string expected)
    {
        var (row, findings) = (registry.Take(), new Diagnostics());
        var sorted = LeadSorting.Sort(row, key, value, Registry.Taxonomies, Place, findings);
        Assert.Equal(expected, string.Concat(findings.Sorted().Select(f => f.Rule.Code)));
        Assert.Equal(key == "direction" ? (value.Length == 0 ? null : value) : row.Direction, sorted.Direction);
    }

    [Fact]
    public void The_words_of_an_original_are_shown_whatever_it_holds()
    {
        var form = FormWriter.Write(null, Sample.Form());
        Assert.Contains("泥浆比重", OriginalText.Read("docx", form));
        Assert.Contains("被推荐人姓名", OriginalText.Read("docx", form));
        var mail = Mails.Mail(Mails.Subject("主题（测试）", "gbk"), "From: <ceshi@example.org>", Mails.Multipart("mixed", "b",
            Mails.Words("text/plain", "utf-8", "信里的话"), Mails.File("filename=\"a.docx\"", form)));
        var read = OriginalText.Read("eml", mail);
        Assert.All((string[])["主题（测试）", "ceshi@example.org", "信里的话", "附件 1", "泥浆比重"], said => Assert.Contains(said, read));
        Assert.StartsWith("（", OriginalText.Read("docx", "PK没有"u8.ToArray()));
        Assert.StartsWith("（", OriginalText.Read("eml", [0, 1, 2]));
        Assert.StartsWith("（", OriginalText.Read("pdf", "%PDF"u8.ToArray()));
        var many = "From: a@example.org\r\nContent-Type: text/plain\r\n\r\n" + new string('a', OriginalText.Longest * 2);
        Assert.InRange(OriginalText.Read("eml", System.Text.Encoding.ASCII.GetBytes(many)).Length, OriginalText.Longest,
            OriginalText.Longest + 40);
    }

    private static SourceSpan Place => new SourceFile("test", "").Whole;

    /// <summary>One person by two hands: the first without a party, the second from another employer with another title.</summary>
    private (LeadRow One, LeadRow Two) Two() =>
        (registry.Take((Field.Party, "")), registry.Take((Field.Unit, "虚构设计院"), (Field.Title, "教授")));
}
