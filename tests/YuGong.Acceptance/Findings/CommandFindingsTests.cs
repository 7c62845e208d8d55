using Xunit;

namespace YuGong.Tests.Findings;

/// <summary>Mistakes that only a build, the register, the press or a look at pictures meets, exactly as people are told of them.</summary>
public sealed class CommandFindingsTests
{
    private static readonly Lazy<ExampleRuns> Ran = new(() => new(Names));

    public static TheoryData<string> Examples => [.. Names];

    private static IEnumerable<string> Names => Catalogue.ExampleNames.Where(name => Catalogue.Read(name).NeedsMoreThanTheSdk);

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_mistake_is_told_like_this(string name) => Ran.Value.Judge(name);
}
