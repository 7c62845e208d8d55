using System.Text.RegularExpressions;
using Xunit;
using YuGong.Tests.Support;

namespace YuGong.Tests.Structure;

/// <summary>A test whose judge cannot be had is skipped by name: every judge is asked through one door, which knows how.</summary>
public sealed partial class JudgesTests
{
    [Fact]
    public void Judges_are_asked_through_their_door()
    {
        var sources = Directory.GetFiles(Repository.At("tests"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && Path.GetFileName(f) is not ("Judge.cs" or "JudgesTests.cs"));
        Assert.Equal([], sources.SelectMany(f => Unasked().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetFileName(f)}: {m.Value}")));
    }

    /// <summary>A program that is started, or a place where one lies.</summary>
    [GeneratedRegex("(Tool\\.Start|ProcessStartInfo|Process\\.Start)\\(\\s*"
        + "\"(?!git\"|dotnet\"|mount\"|umount\"|kill\"|sh\"|rm\"|mkfifo\")[^\"]*\""
        + "|\"/usr/(s?bin|share/java)/[^\"]*\"|\"node_modules\", \"", RegexOptions.None, 1000)]
    private static partial Regex Unasked();
}
