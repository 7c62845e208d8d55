namespace YuGong.Content;

/// <summary>What people call the kinds of claims.</summary>
public static class ClaimNames
{
    public static string Of(Claim claim) => claim switch
    {
        VitalDate => "生卒", LifeEvent => "年表", Figure => "数字", Honour => "荣誉", Quotation => "引语", Project => "项目", Relation => "关系",
        Report => "动态",
        _ => "主张",
    };
}
