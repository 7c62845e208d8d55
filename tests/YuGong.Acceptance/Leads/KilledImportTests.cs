using System.Globalization;
using Xunit;
using YuGong.Leads;

namespace YuGong.Tests.Leads;

/// <summary>SIGKILL in the middle of imports, erasures and rotations: the register is whole, and the next import completes it.</summary>
public sealed class KilledImportTests : IDisposable
{
    private const int Forms = 400;

    private readonly Registry registry = new();

    public void Dispose() => registry.Dispose();

    [Fact]
    public async Task Killed_at_any_moment_the_register_stays_whole_and_loses_nobody()
    {
        var forms = Directory.CreateDirectory(Path.Combine(registry.Root, "forms")).FullName;
        for (var i = 0; i < Forms; i++)
        {
            File.WriteAllBytes(Path.Combine(forms, $"{i:D4}.docx"),
                FormWriter.Write(null, Sample.Form((Field.Person, $"测试{i}"), (Field.PersonPhone, $"138{i:D8}"))));
        }

        var kills = int.Parse(Environment.GetEnvironmentVariable("YUGONG_KILLS") ?? "12", CultureInfo.InvariantCulture);
        var random = new Random(7);
        var counts = new HashSet<int>();
        for (var kill = 0; kill < kills; kill++)
        {
            registry.Book.Dispose();
            using var import = KilledImport.Start(registry.Leads, forms);
            await import.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            await Task.Delay(random.Next(2500), TestContext.Current.CancellationToken);
            import.Kill();
            await import.WaitForExitAsync(TestContext.Current.CancellationToken);

            registry.Reopen();
            Assert.True(import.ExitCode == 137 || OperatingSystem.IsWindows());
            Assert.Null(registry.Book.WhyBroken());
            counts.Add(registry.Book.Rows().Count);
            Assert.All(registry.Book.OpenAll(), lead => Assert.Equal(Sample.Person[Field.Deeds], lead.Form[Field.Deeds]));
            if (registry.Book.Rows().Count is > 350 and < Forms)
            {
                registry.Empty();
            }
        }

        KilledImport.Run(registry.Book, forms);
        var people = registry.Book.List(new()).Select(l => l.Person).ToList();
        Assert.Equal(Enumerable.Range(0, Forms).Select(i => $"测试{i}").Order(StringComparer.Ordinal), people.Order(StringComparer.Ordinal));
        Assert.Equal(people.Count, registry.Book.Rows().DistinctBy(r => r.Number).Count());
        Assert.True(counts.Count > 2, "the kills all came at the same moment");
    }
}
