using Xunit;
using YuGong.Cli;
using YuGong.Content;
using YuGong.Desk;

namespace YuGong.Tests.Desk;

/// <summary>Whose turn a draft is at each step, and who therefore gets a mail about it.</summary>
public sealed class TurnTests
{
    private static readonly PasswordHash Password = PasswordHash.OfNobody;

    private static readonly Account[] Office =
    [
        new("王编", Role.Editor, "wang@example.org", Password), new("周初", Role.FirstReview, "zhou@example.org", Password),
        new("吴复", Role.SecondReview, "wu@example.org", Password), new("李终", Role.FinalReview, "li@example.org", Password),
        new("孙校", Role.Proofreader, "sun@example.org", Password), new("陈管", Role.Administrator, "chen@example.org", Password),
        new("郑停", Role.Publisher, "zheng@example.org", Password) { State = AccountState.Off },
        new("何新", Role.Publisher, "he@example.org", Password) { State = AccountState.Once },
        new("钱无", Role.Publisher, "qian@desk.invalid", Password),
    ];

    public static TheoryData<string, DraftTurn, string, string> Steps => new()
    {
        { "sent to review", Review() with { Next = ReviewStep.Read("初审") }, "王编", "zhou sun" },
        { "the second review", Review() with { Next = ReviewStep.Read("复审"), PassedBy = ["周初"] }, "周初", "wu sun" },
        { "the last review, read by the proofreader", Review() with { Next = ReviewStep.Read("终审"), PassedBy = ["周初", "吴复"],
            ProofreadBy = ["孙校"] }, "吴复", "li" },
        { "a review of the house's own, called after one of three", Review() with { Next = ReviewStep.Read("主编审：终审") }, "王编", "li sun" },
        { "a review that is anybody's", Review() with { Next = ReviewStep.Read("会审"), PassedBy = ["吴复"] }, "吴复", "zhou li sun" },
        { "no reviews are named", Review(), "王编", "zhou wu li sun" },
        { "a reviewer wrote it", Review() with { Writers = ["周初"], Next = ReviewStep.Read("初审") }, "周初", "sun" },
        { "ready", new() { Step = "pending_publish", Writers = ["王编"] }, "吴复", "li" },
        { "ready, by whoever publishes", new() { Step = "pending_publish", Writers = ["王编"] }, "李终", "" },
        { "sent back", new() { Step = "draft", Writers = ["王编", "周初"] }, "李终", "wang zhou" },
        { "sent back by a writer", new() { Step = "draft", Writers = ["王编", "周初"] }, "周初", "wang" },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_mail_goes_to_whose_turn_it_is(string step, DraftTurn turn, string doer, string expected)
    {
        Assert.NotEmpty(step);
        Assert.Equal(Addresses(expected), DraftSteps.ReadersOf(Office, doer, a => turn.IsFor(a.Editor)));
    }

    [Fact]
    public void What_was_published_is_told_to_who_wrote_it_and_to_nobody_who_did_it_or_is_off() =>
        Assert.Equal(Addresses("wang"), DraftSteps.ReadersOf(Office, "李终", a => a.Name is "王编" or "李终" or "郑停" or "钱无"));

    /// <summary>Without accounts there is one person, whose turn everything is that waits for a review.</summary>
    [Fact]
    public void Whoever_is_alone_reviews_what_they_wrote() =>
        Assert.True((Review() with { Writers = ["本机"] }).IsFor(new("本机", "", Role.Alone)));

    private static DraftTurn Review() => new() { Step = "pending_review", Writers = ["王编"] };

    private static IEnumerable<string> Addresses(string names) =>
        names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => $"{n}@example.org");
}
