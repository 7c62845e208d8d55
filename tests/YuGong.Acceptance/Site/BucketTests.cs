using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;
using YuGong.Cli;
using YuGong.Deploy;

namespace YuGong.Tests.Sites;

/// <summary>Several machines and one bucket: a server of our own on loopback speaks as much S3 as the press asks for.</summary>
public sealed class BucketTests : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, byte[]> objects = new(StringComparer.Ordinal);
    private readonly List<Project> machines = [];
    private WebApplication server = null!;

    private string Bucket => $"s3://posters/2026?endpoint={Uri.EscapeDataString(server.Urls.Single())}";

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.MapGet("/posters",
            () => Results.Text(
            "<ListBucketResult xmlns=\"http:"
            + "//s3.amazonaws.com/doc/2006-03-01/\"><Name>posters</Name><KeyCount>0</KeyCount><IsTruncated>false</IsTruncated>"
                + "</ListBucketResult>", "application/xml"));
        server.MapGet("/posters/{**key}",
            (string key) => objects.TryGetValue(key, out var bytes) ? Results.Bytes(bytes) : Error(404, "NoSuchKey"));
        server.MapPut("/posters/{**key}", async (string key, HttpRequest asked) =>
        {
            using var body = new MemoryStream();
            await asked.Body.CopyToAsync(body);
            objects[key] = body.ToArray();
            return Results.Ok();
        });
        server.MapGet("/{**other}", () => Error(404, "NoSuchBucket"));
        await server.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        machines.ForEach(m => m.Dispose());
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Four_machines_with_a_bucket_press_what_one_presses_and_whoever_gathers_presses_nothing()
    {
        var alone = Machine();
        Assert.Equal(0, (await Press(alone)).Code);
        for (var part = 1; part <= 4; part++)
        {
            var told = await Press(Machine(), "--cache", Bucket, "--shard", $"{part}/4");
            Assert.True(told.Code == 0, told.Err);
        }

        Assert.NotEmpty(objects);
        Assert.All(objects.Keys, k => Assert.StartsWith("2026/", k, StringComparison.Ordinal));
        var gathering = Machine();
        var gathered = await Press(gathering, "--cache", Bucket);
        Assert.Contains("(新做 0)", gathered.Out);
        Assert.Equal(Files(alone), Files(gathering));

        // What was fetched is here to stay: the next one asks nobody.
        await server.StopAsync(TestContext.Current.CancellationToken);
        Assert.Contains("(新做 0)", (await Press(gathering)).Out);
    }

    [Theory]
    [InlineData("s3://nothing/here", "NoSuchBucket")]
    [InlineData("s3://posters/2026?endpoint=http://127.0.0.1:9", "refused")]
    public async Task A_bucket_that_cannot_be_used_is_told_in_a_sentence_before_anything_is_done(string bucket, string why)
    {
        var machine = Machine();
        var told = await Press(machine, "--cache",
            bucket.Contains('?') ? bucket : bucket + "?endpoint=" + Uri.EscapeDataString(server.Urls.Single()));
        Assert.Equal(1, told.Code);
        Assert.Contains("用不了(", told.Err);
        Assert.Contains(why, told.Err);
        Assert.DoesNotContain("   at ", told.Err);
        Assert.False(Directory.Exists(machine.At("posters")));
    }

    [Fact]
    public void An_address_says_where_a_bucket_is()
    {
        Assert.Equal(new("b", "", "http://h", "cn", true), BucketAddress.Parse("s3://b?endpoint=http%3A%2F%2Fh&region=cn"));
        Assert.Equal(new("b", "x/y/", "https://h", "cn", false),
            BucketAddress.Parse("s3://b/x/y/?endpoint=https://h&region=cn&path-style=false"));
        Assert.Null(BucketAddress.Parse("/srv/posters"));
        Assert.Null(BucketAddress.Parse(null));
    }

    private static IResult Error(int status, string code) =>
        Results.Text($"<Error><Code>{code}</Code><Message>{code}</Message></Error>", "application/xml", statusCode: status);

    /// <summary>A project of its own, with one design and an empty cache.</summary>
    private Project Machine()
    {
        var project = Project.OfRealSite().WithCards();
        machines.Add(project);
        return project;
    }

    private static Task<Answer> Press(Project project, params string[] arguments)
    {
        var start =
            Tool.Yugong(["posters", "--root", project.Root, "--date", $"{Project.Today:yyyy-MM-dd}", "--format", "png,svg", .. arguments]);
        (start.Environment["AWS_ACCESS_KEY_ID"], start.Environment["AWS_SECRET_ACCESS_KEY"]) = ("key", "secret");
        return Tool.RunAsync(start);
    }

    private static IEnumerable<(string Path, Text.Fingerprint Bytes)> Files(Project project) =>
        from file in Directory.GetFiles(project.At("posters"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        where Path.GetFileName(file) != ".posters.json"
        select (Path.GetRelativePath(project.At("posters"), file), Text.Fingerprint.Of(File.ReadAllBytes(file)));
}
