#pragma warning disable CA2225 // Nobody calls this from a language without operators.
namespace YuGong.Text;

/// <summary>
/// A sentence for people, in Chinese and in English. Whatever is said on a console or in a finding is one of these, made where it is said
/// and with both languages at once: the compiler asks for the second, a test counts them all.
/// </summary>
public sealed record Phrase(string Zh, string En)
{
    public static Phrase Empty { get; } = new("", "");

    public string In(Language language) => language == Language.English ? En : Zh;

    /// <summary>For a place in the middle of another sentence.</summary>
    public Phrase WithoutFullStop() => new(Zh.TrimEnd('。'), En.TrimEnd('.'));

    public static Phrase operator +(Phrase first, Phrase second) => new(first.Zh + second.Zh, first.En + second.En);

    /// <summary>Names one after another: <c>a、b</c>, <c>a, b</c>.</summary>
    public static Phrase List(IEnumerable<string> names) => List([.. names.Select(n => new Phrase(n, n))]);

    public static Phrase List(IReadOnlyList<Phrase> names) =>
        new(string.Join("、", names.Select(n => n.Zh)), string.Join(", ", names.Select(n => n.En)));

    /// <summary>A number of things in English: <c>1 warning</c>, <c>2 warnings</c>.</summary>
    public static string Count(long number, string one, string? many = null) => $"{number} {(number == 1 ? one : many ?? one + "s")}";
}

/// <summary>What a finding's sentence leaves open: a name, a number or a quotation, the same in every language, or words of ours.</summary>
public readonly record struct Detail(string Zh, string En)
{
    public static implicit operator Detail(string data) => new(data, data);

    public static implicit operator Detail(Phrase words) => new(words.Zh, words.En);

    public string In(Language language) => language == Language.English ? En : Zh;

    public override string ToString() => Zh;
}
