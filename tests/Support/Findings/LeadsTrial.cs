using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;
using YuGong.Leads;

namespace YuGong.Tests.Findings;

/// <summary>Examples about leads: forms to send in, and commands on a register whose key is a file.</summary>
internal static partial class LeadsTrial
{
    private static readonly Dictionary<Field, string> Good = new()
    {
        [Field.Person] = "测试甲", [Field.Sex] = "男", [Field.Birth] = "1970-05", [Field.Unit] = "渝中区测试桥梁公司", [Field.Party] = "群众",
        [Field.Years] = "28年", [Field.Post] = "总工",
        [Field.Title] = "正高级工程师", [Field.PersonPhone] = "13800000001", [Field.RecommenderPhone] = "023-60000002",
        [Field.Highlights] = "攻坚克难",
        [Field.Deeds] = "1998年冬天," + string.Concat(Enumerable.Repeat("测试甲带着七个人守在虚构的孔口,一点一点调好了泥浆。", 22)), [Field.Recommender] = "测试推荐单位",
        [Field.Relation] = "同事",
    };

    /// <summary>A good form, changed by lines like <c>被推荐人姓名:测试乙</c>. “10 × 句子” stands for a text too long for an example.</summary>
    public static byte[] Form(string lines)
    {
        if (lines.Trim() == "(空白)")
        {
            return FormWriter.Write(null);
        }

        var said = new Dictionary<Field, string>(Good);
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var field = LeadFormFields.All.First(f => line.StartsWith(f.Label + ":", StringComparison.Ordinal));
            var words = line[(field.Label.Length + 1)..];
            said[field.Field] = words.Split(" × ") is [var times, var sentence]
                ? string.Concat(Enumerable.Repeat(sentence, int.Parse(times, CultureInfo.InvariantCulture)))
                : words;
        }

        return FormWriter.Write(null, new(said));
    }

    /// <summary>Without what a command says besides.</summary>
    public static string Findings(string words) => FirstFinding().Match(words) is { Success: true } first ? words[first.Index..] : words;

    /// <summary>Runs commands one after the other and gives what the last one said on its error stream.</summary>
    public static string Run(ExampleProject trial, string commands)
    {
        var words = "";
        if (!Directory.Exists(trial.At("leads")) && !commands.StartsWith("list", StringComparison.Ordinal))
        {
            var (code, said) = trial.Command("leads", "init", "--key-file", trial.At("key"));
            Assert.True(code == 0, said);
        }

        foreach (var command in commands.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] own = command.Contains("--key-file", StringComparison.Ordinal) ? [] : ["--key-file", trial.At("key")];
            words = trial.Command(["leads", .. command.Split(' '), .. own, "--by", "测试编辑"]).Words;
        }

        return words;
    }

    [GeneratedRegex("^[^ \n]+: (error|warning|note) YG[26]", RegexOptions.Multiline, 1000)]
    private static partial Regex FirstFinding();
}
