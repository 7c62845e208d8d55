using Xunit;
using YuGong.Build;
using YuGong.Content;
using YuGong.Text;
using YuGong.Tests.Support;

namespace YuGong.Tests.Content;

/// <summary>A false alarm is worse than a miss: of the content of this site, which people have read, the copy desk has nothing to say.</summary>
public sealed class OwnCopyTests
{
    [Fact]
    public void The_stories_of_this_site_raise_no_alarm()
    {
        var findings = new Diagnostics();
        var site = ProjectFolder.At(Repository.Root).Load(Edition.Preview, new(2026, 12, 1), findings)!;
        var codes = CopyRules.All.Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        Assert.InRange(site.Entries.Sum(e => e.Header.Body.Han), 10_000, 1_000_000);
        Assert.Equal([], findings.Sorted().Where(d => codes.Contains(d.Rule.Code))
            .Select(d => $"{d.Span.File.Path}:{d.Span.File.At(d.Span.Start).Line} {d.Rule.Code} {d.Message(Language.Chinese)}"));
    }
}
