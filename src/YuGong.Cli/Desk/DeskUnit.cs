using System.CommandLine.Parsing;
using System.Text;
using System.Text.RegularExpressions;

namespace YuGong.Cli;

/// <summary>
/// The systemd unit of the desk: <c>deploy/systemd/yugong-desk.service</c>, the one source, for this folder, account and program. Options
/// that were given with <c>--service</c> stand in it instead of the example's.
/// </summary>
internal static partial class DeskUnit
{
    private const string Example = "/srv/yugong/site";

    /// <param name="program">Full path of what runs now: the program, or dotnet with it.</param>
    /// <param name="tokens">Of the command line, without the program.</param>
    public static string For(string root, string user, string program, IReadOnlyList<Token> tokens)
    {
        using var stream = typeof(DeskUnit).Assembly.GetManifestResourceStream("systemd/yugong-desk.service")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var given = tokens.Select(t => t.Value).Where(t => t is not ("desk" or "--service" or "--no-open")).ToList();
        string[] own = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [program, typeof(DeskUnit).Assembly.Location] : [program];
        var line = given.Count == 0 ? null
            : $"ExecStart={string.Join(' ', own.Concat(["desk", "--no-open"]).Concat(given).Select(Quoted))}";
        return string.Join('\n', reader.ReadToEnd().Split('\n').Select(l => l switch
        {
            _ when l.StartsWith("User=", StringComparison.Ordinal) => $"User={user}",
            _ when l.StartsWith("Group=", StringComparison.Ordinal) => $"Group={user}",
            _ when l.StartsWith("ExecStart=", StringComparison.Ordinal) => line
                ?? l.Replace($"{Example}/.dist/yugong", string.Join(' ', own.Select(Quoted)), StringComparison.Ordinal),
            _ => l.Replace(Example, root, StringComparison.Ordinal),
        }));
    }

    /// <summary>As systemd.service(5) reads words.</summary>
    private static string Quoted(string word) =>
        Plain().IsMatch(word) ? word : $"\"{word.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("%", "%%").Replace("$", "$$")}\"";

    [GeneratedRegex("^[\\p{L}\\p{N}/._:=,@+~-]+$", RegexOptions.None, 1000)]
    private static partial Regex Plain();
}
