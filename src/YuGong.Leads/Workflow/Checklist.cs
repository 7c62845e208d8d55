using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using YuGong.Text;

namespace YuGong.Leads;

/// <summary>What is verified: the notice's three demands (三), and the two things that go wrong most.</summary>
public enum CheckItem
{
    Authentic,
    Typical,
    Detailed,
    Figures,
    Honours,
}

/// <summary>A verifier's signature under one item, with the evidence it rests on.</summary>
public sealed record Signature(CheckItem Item, string By, DateOnly Day, string Evidence);

/// <summary>The signatures of one lead, and what they still lack.</summary>
public sealed partial class Checklist(IReadOnlyList<Signature> signatures)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Names = ["真实性", "典型性", "细节性", "数字", "荣誉"];

    public IReadOnlyList<Signature> Signatures => signatures;

    public static string NameOf(CheckItem item) => Names[(int)item];

    public static Phrase Label(CheckItem item) => new(NameOf(item), item.ToString().ToLowerInvariant());

    public static Checklist Parse(string json) => new(json.Length == 0 ? [] : JsonSerializer.Deserialize<List<Signature>>(json, Json)!);

    public string Write() => JsonSerializer.Serialize(signatures, Json);

    /// <summary>One person signs an item once; signing again replaces the evidence.</summary>
    public Checklist With(Signature signature) =>
        new([.. signatures.Where(s => s.Item != signature.Item || s.By != signature.By), signature]);

    public int SignersOf(CheckItem item) =>
        signatures.Where(s => s.Item == item).Select(s => s.By.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    /// <summary>Items without any signature that this lead needs.</summary>
    public IReadOnlyList<CheckItem> Missing(LeadForm form) => [.. Needed(form).Where(i => SignersOf(i) == 0)];

    /// <summary>Figures and honours that only one person has signed.</summary>
    public IReadOnlyList<CheckItem> Alone(LeadForm form) => [.. Needed(form).Where(i => i >= CheckItem.Figures && SignersOf(i) == 1)];

    /// <summary>Figures and honours are checked where the form claims any.</summary>
    public static IReadOnlyList<CheckItem> Needed(LeadForm form)
    {
        var claims = form[Field.Deeds] + "\n" + form[Field.Highlights];
        List<CheckItem> items = [CheckItem.Authentic, CheckItem.Typical, CheckItem.Detailed];
        if (Number().IsMatch(Dates().Replace(Words.Narrow(claims), "")))
        {
            items.Add(CheckItem.Figures);
        }

        if (Honour().IsMatch(claims))
        {
            items.Add(CheckItem.Honours);
        }

        return items;
    }

    /// <summary>A year or a day is no figure that needs two people.</summary>
    [GeneratedRegex("(18|19|20)\\d\\d年?(\\d{1,2}月)?(\\d{1,2}日)?|(18|19|20)\\d\\d[-.]\\d{1,2}([-.]\\d{1,2})?", RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Dates();

    [GeneratedRegex("\\d", RegexOptions.None, 1000)]
    private static partial Regex Number();

    [GeneratedRegex("奖|荣誉|称号|劳动模范|劳模|院士|勋章|奖章|先进个人|优秀工程师|突出贡献|津贴|专利", RegexOptions.None, 1000)]
    private static partial Regex Honour();
}
