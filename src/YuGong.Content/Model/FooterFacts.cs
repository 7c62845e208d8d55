namespace YuGong.Content;

/// <summary>What the law and custom of China want in a footer; what is not said is not shown.</summary>
/// <param name="Undertakers">承办.</param>
/// <param name="Support">技术支持.</param>
/// <param name="Icp">备案号 of the Ministry of Industry and Information Technology.</param>
/// <param name="PoliceRecord">公安备案号.</param>
public sealed record FooterFacts(IReadOnlyList<string> Undertakers, string Support, string Icp, string PoliceRecord)
{
    public static FooterFacts None { get; } = new([], "", "", "");
}
