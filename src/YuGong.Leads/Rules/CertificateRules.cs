using YuGong.Text;

namespace YuGong.Leads;

/// <content>Certificates of thanks.</content>
public static partial class LeadsRules
{
    public static readonly Rule CertificateTooLong = Error(680,
        new("证书上放不下", "A certificate does not hold a text"),
        new("证书 {0} 的“{1}”放不下,这一份没有印。", "The box '{1}' of the certificate {0} does not hold its text; it was not made."),
        new("改短致谢对象的名称(用规范简称),或请设计师放宽 themes/…/certificates 里的框。",
            "Use the organisation's short name, or let the designer widen the box in themes/…/certificates."),
        new("挤出框的名字不能装裱;悄悄缩到看不清更不行。", "A name that leaves its box is not fit to be framed, and one too small to read is worse."));

    public static readonly Rule CertificateGlyph = Error(681,
        new("证书缺字", "A certificate lacks a character"),
        new("证书 {0} 的“{1}”里有字体没有的字:{2};这一份没有印。", "No font has {2} in the box '{1}' of the certificate {0}; it was not made."),
        new("在主题的 posters/fonts.json 里给这一组字体加一种收有它的字体。", "Add a font that has it to the stack in the theme's posters/fonts.json."),
        new("名字里的生僻字印成方框,不是致谢。", "A rare character of a name printed as a box is no thanks."));

    public static readonly Rule NoCertificateDesign = Error(682,
        new("没有这种证书设计", "No such design of a certificate"),
        new("主题里没有证书设计“{0}”;有:{1}。", "The theme has no certificate design '{0}'; there are: {1}."),
        new("设计是 themes/<主题>/certificates/<名字>/a4.svg,根元素写 data-about=\"certificate\";写法见 docs/posters.md。",
            "A design is themes/<theme>/certificates/<name>/a4.svg with data-about=\"certificate\"; see docs/posters.md."),
        new("证书的样子由设计师定,不在程序里。", "How a certificate looks is the designer's business, not the program's."));

    public static readonly Rule BadRoster = Error(683,
        new("致谢名单有问题", "The list of thanks is wrong"),
        new("第 {0} 行:{1}。整份名单都没有发证。", "Row {0}: {1}. Nothing of the list was issued."),
        new("名单是 CSV,至少有“致谢”和“人物”两列;已发的带“编号”“校验码”,新的空着。",
            "The list is a CSV with the column names that leads certificates --csv writes; "
                + "number and code stay empty for new certificates."),
        new("一份名单要么全发,要么不发,编号才不会乱。", "A list is issued whole or not at all, so that numbers stay in order."));

    public static readonly Rule CertificateStillVerifies = Warning(684,
        new("撤下的人还有证书能核验", "A certificate of somebody withdrawn still verifies"),
        new("没有打开线索库,不知道 {0} 有没有证书;/verify/ 里加封的记录没有动。",
            "The register was not opened, so nobody knows whether there are certificates about {0}; the sealed records of /verify/ "
            + "are as they were."),
        new($"带上线索库的钥匙再运行一次 {CommandName.Value} leads move <编号> withdrawn,再 {CommandName.Value} build。",
            $"With the register's key at hand run {CommandName.Value} leads move NUMBER withdrawn, then {CommandName.Value} build."),
        new("证书上有人物的姓名;本人撤回同意以后,核验页也不再说。",
            "A certificate bears the person's name; after consent is withdrawn, the verify page does not say it either."));
}
