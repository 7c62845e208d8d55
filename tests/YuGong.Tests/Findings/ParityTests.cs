using System.Text.RegularExpressions;
using Xunit;

namespace YuGong.Tests.Findings;

/// <summary>README says that <c>check</c> lists everything: what a build refuses, a check has said, in the same words at the same place.</summary>
public sealed partial class ParityTests
{
    [Theory]
    [InlineData("YG135-looks-private")]
    [InlineData("YG152-says-nothing")]
    [InlineData("YG177-reserved-address")]
    [InlineData("YG190-claim-not-established-published")]
    [InlineData("YG208-a-published-address-has-vanished")]
    [InlineData("YG210-a-line-of-the-ledger-is-no-address")]
    [InlineData("YG213-private-data-would-be-published")]
    [InlineData("YG214-the-withdrawn-came-back")]
    [InlineData("YG215-a-claim-changed-without-a-correction")]
    [InlineData("YG533-a-printed-code-leads-nowhere")]
    public void What_a_build_refuses_a_check_has_said(string name)
    {
        using var trial = new Trial();
        foreach (var section in Catalogue.Read(name).Input)
        {
            trial.Lay(section);
        }

        var check = trial.Command("check");
        var build = trial.Command("build");
        Assert.Equal((1, 1), (check.Code, build.Code));
        Assert.NotEmpty(Errors(build.Words));
        Assert.Equal(Errors(build.Words), Errors(check.Words));
    }

    private static IEnumerable<string> Errors(string words) => ErrorLine().Matches(words).Select(m => m.Value);

    [GeneratedRegex(@"^\S+:\d+:\d+: error YG\d{3}: .*$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ErrorLine();
}
