using System.Text;
using Xunit;

namespace YuGong.Tests.Support;

/// <summary>
/// A file that says what is right. <c>YUGONG_ACCEPT=1</c> writes what came out; then look at the difference before committing it.
/// </summary>
internal static class Golden
{
    public static bool Accepting { get; } = Environment.GetEnvironmentVariable("YUGONG_ACCEPT") == "1";

    public static void Matches(string path, string actual)
    {
        if (Accepting)
        {
            Write(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"{path} is missing; YUGONG_ACCEPT=1 writes it.");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    public static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path) || File.ReadAllText(path) != text)
        {
            File.WriteAllText(path, text, new UTF8Encoding(false));
        }
    }
}
