namespace YuGong.Documents;

/// <summary>
/// Semantic version of the contract: a member more is a minor one; anything that could break a reader is a new <c>/api/vN/</c>.
/// </summary>
public static class ContractVersion
{
    public const string Current = "1.4.0";
}
