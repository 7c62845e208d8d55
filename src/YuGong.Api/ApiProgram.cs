using YuGong.Content;
using YuGong.Documents;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Api;

/// <summary>The program that makes documents, feeds and the search's index: what Markdown becomes is part of all three.</summary>
internal static class ApiProgram
{
    public static readonly Fingerprint Id = ProgramId.Of(typeof(ApiProgram), typeof(PublicSite), typeof(OutputFile), typeof(Site));
}
