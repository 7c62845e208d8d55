namespace YuGong.Text.Segmentation;

/// <summary>How two neighbours of a text hold together.</summary>
public enum PhraseJoint
{
    /// <summary>Between phrases, and at marks: a line may end here.</summary>
    Open,

    /// <summary>Between words that lean on each other: 他|在, 打枪坝|水厂.</summary>
    Leaning,

    /// <summary>Inside a word, or what is read as one: 千瓦, 廊道, 292千瓦, 首飞时.</summary>
    Inside,
}
