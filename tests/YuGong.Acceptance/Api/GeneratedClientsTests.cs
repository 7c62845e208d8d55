using System.Diagnostics;
using Xunit;
using YuGong.Tests.Sites;

namespace YuGong.Tests.Api;

/// <summary>What others' generators make of the OpenAPI description compiles, and so does what people would write with it.</summary>
public sealed class GeneratedClientsTests(BuiltSites sites) : IDisposable
{
    private static readonly string Judges = GitRepository.At("tests", "judges");

    /// <summary>Behind the name of a project that is none of this repository's.</summary>
    private const string Template = ".template";

    private readonly string folder = Directory.CreateTempSubdirectory("yugong-clients-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task TypeScript_of_two_generators_compiles_strictly()
    {
        var (types, sdk) = (Judge.Module("openapi-typescript", "bin", "cli.js"), Judge.Module("@hey-api", "openapi-ts", "bin", "run.js"));
        var compiler = Judge.Module("typescript", "bin", "tsc");
        var description = await DescriptionAsync();
        File.Copy(Path.Combine(Judges, "clients", "use.ts"), Path.Combine(folder, "use.ts"));
        await Task.WhenAll(
            NodeAsync(types, description, "-o", "types/api.d.ts"),
            NodeAsync(sdk, "-i", description, "-o", "sdk",
                "-c", "@hey-api/client-fetch"));
        await NodeAsync(compiler, "--noEmit", "--strict", "--target", "es2022",
            "--module", "esnext", "--moduleResolution", "bundler", "--lib", "es2022,dom,dom.iterable", "use.ts");
    }

    [Fact]
    public async Task CSharp_of_Kiota_compiles()
    {
        var asked = Dotnet("tool", "run", "kiota", "--version");
        asked.WorkingDirectory = Judges;
        Assert.SkipUnless((await Tool.RunAsync(asked)).Code == 0, "kiota is not installed (dotnet tool restore in tests/judges)");
        var client = Path.Combine(folder, "client");
        var generate = Dotnet("tool", "run", "kiota", "generate", "-l", "CSharp", "-d", await DescriptionAsync(), "-o", client,
            "-n", "Yugong.Client", "-c", "ApiClient", "--log-level", "Error");
        generate.WorkingDirectory = Judges;
        await SucceedsAsync(generate);
        foreach (var file in Directory.GetFiles(Path.Combine(Judges, "clients", "kiota")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file).Replace(Template, "", StringComparison.Ordinal)));
        }

        var build = Dotnet("build", "Client.csproj", "--nologo", "-v", "quiet");
        build.WorkingDirectory = folder;
        var built = await Tool.RunAsync(build);
        Assert.SkipWhen(built.Out.Contains("error NU1", StringComparison.Ordinal), "Microsoft.Kiota's packages cannot be had");
        Assert.True(built.Code == 0, built.Out + built.Err);
    }

    private async Task<string> DescriptionAsync() =>
        Path.Combine((await sites.ReleaseAsync()).Folder, "api", "v1", "openapi.json");

    private async Task NodeAsync(params IEnumerable<string> arguments)
    {
        var start = Judge.Start("node", arguments);
        start.WorkingDirectory = folder;
        await SucceedsAsync(start);
    }

    private static async Task SucceedsAsync(ProcessStartInfo start)
    {
        var said = await Tool.RunAsync(start);
        Assert.True(said.Code == 0, said.Out + said.Err);
    }

    private static ProcessStartInfo Dotnet(params IEnumerable<string> arguments)
    {
        var start = Tool.Start("dotnet", arguments);
        (start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"], start.Environment["KIOTA_TELEMETRY_OPTOUT"]) = ("1", "1");
        return start;
    }
}
