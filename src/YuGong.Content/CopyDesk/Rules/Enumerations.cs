using static YuGong.Content.CopyDesk.HanText;

namespace YuGong.Content.CopyDesk;

/// <summary>、和 and 、等.</summary>
internal static class Enumerations
{
    /// <summary>Words that begin with 和 or 等.</summary>
    private const string BehindAnd = "平谐睦声解好气蔼服美田顺尚约合煦婉风盘县弦棋面", BehindEtc = "外待级候同到于闲号高式差额比深价距腰离温压";

    public static void Read(in Passage passage, CopyPass pass)
    {
        var text = passage.Text;
        for (var at = text.IndexOf('、'); at >= 0 && at < text.Length - 2;)
        {
            var (word, behind) = (text[at + 1], text[at + 2]);
            if (IsHan(At(text, at - 1)) && ((word == '和' && IsHan(behind) && !BehindAnd.Contains(behind))
                || (word == '等' && !BehindEtc.Contains(behind))))
            {
                pass.Report(CopyRules.CommaAndAnd, passage, at, 2, [new(at, 1, "")]);
            }

            var next = text[(at + 1)..].IndexOf('、');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }
}
