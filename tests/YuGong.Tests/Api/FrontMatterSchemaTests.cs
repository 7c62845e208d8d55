using Xunit;
using YuGong.Build;
using YuGong.Cli;
using YuGong.Tests.Support;

namespace YuGong.Tests.Api;

/// <summary><c>input/.schemas</c> says what the content model says.</summary>
public sealed class FrontMatterSchemaTests
{
    [Fact]
    public void The_schemas_beside_the_content_are_those_of_the_model()
    {
        foreach (var (name, json) in SchemasCommand.Of(ProjectFolder.At(Repository.Root)))
        {
            Golden.Matches(Repository.At("input", ".schemas", name + ".json"), json);
        }
    }
}
