using System.Net;
using System.Text;
using YuGong.Leads;

namespace YuGong.Tests.Leads;

internal static class Sample
{
    public const string Deeds = "1998年起，测试甲在虚构的测试大桥工地负责桩基。第一年冬天连续塌孔，他带着七个人守在孔口，把泥浆比重一点一点调到合适，三个月后恢复成孔。\n后来他把这套办法写成一页纸，贴在每台钻机上。";
    public const string Highlights = "攻坚克难、精益求精。有当年的手写记录本一册（测试物件）。";

    /// <summary>An answer for each field of the form, as the register keeps it.</summary>
    public static IReadOnlyDictionary<Field, string> Person { get; } = new Dictionary<Field, string>
    {
        [Field.Person] = "测试甲", [Field.Sex] = "男", [Field.Birth] = "1970-05", [Field.Unit] = "重庆虚构桥梁有限公司（测试）", [Field.Party] = "群众",
        [Field.Years] = "28年",
        [Field.Post] = "项目总工", [Field.Title] = "正高级工程师", [Field.PersonPhone] = "13800000001", [Field.RecommenderPhone] = "023-60000002",
        [Field.Deeds] = Deeds,
        [Field.Highlights] = Highlights, [Field.Recommender] = "测试推荐单位", [Field.Relation] = "同事",
    };

    public static IReadOnlyDictionary<Field, string> With(params (Field Field, string Value)[] changes)
    {
        var said = Person.ToDictionary();
        foreach (var (field, value) in changes)
        {
            if (value.Length == 0)
            {
                said.Remove(field);
            }
            else
            {
                said[field] = value;
            }
        }

        return said;
    }

    public static LeadForm Form(params (Field Field, string Value)[] changes) => new(With(changes));

    public static string Html(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>");

    public static byte[] Page(string body) =>
        Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>t</title></head><body>{body}</body></html>");
}
