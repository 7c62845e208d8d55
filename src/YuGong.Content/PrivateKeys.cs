namespace YuGong.Content;

/// <summary>Private data has no place in a story: keys that ask for it are refused by name.</summary>
internal static class PrivateKeys
{
    private static readonly HashSet<string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        "phone", "mobile", "tel", "telephone", "cellphone", "email", "mail", "e-mail", "wechat", "weixin", "qq", "address", "home_address",
        "id_number", "id_card", "idcard", "identity", "passport", "party", "political_status", "religion", "bank", "bank_account",
        "contact", "contacts", "电话", "手机", "联系电话", "联系方式", "邮箱", "微信", "住址", "家庭住址", "身份证", "身份证号", "党派", "政治面貌", "银行卡",
    };

    public static bool Contains(string key) => Keys.Contains(key);
}
