namespace YuGong.Text.Segmentation;

/// <summary>How two neighbours of a text hold together.</summary>
public enum PhraseJoint
{
    /// <summary>Between phrases, and at marks: a line may end here.</summary>
    Open,

    /// <summary>Between words that lean on each other: 首飞|时, 292|千瓦, 第|19.</summary>
    Leaning,

    /// <summary>Inside a word: 千瓦, 廊道.</summary>
    Inside,
}
