namespace YuGong.Text.Privacy;

/// <summary>What kinds of private values are called in English; those that a file or a register names are called as it says.</summary>
public static class PrivateKinds
{
    private static readonly Phrase[] Known =
    [
        new(Telephones.Mobile, "mobile number"), new(Telephones.Landline, "telephone number"), new(IdentityNumbers.Kind, "identity number"),
        new(Documents.Card, "bank card number"), new(Documents.Passport, "passport number"), new(MailAddresses.Kind, "mail address"),
        new(Accounts.WeChat, "WeChat name"), new(Accounts.Qq, "QQ number"), new(PrivateValue.Unnamed, "registered private value"),
    ];

    public static Phrase Words(string kind) => Known.FirstOrDefault(k => k.Zh == kind) ?? new(kind, kind);
}
