using System.Text;
using YuGong.Content;
using YuGong.Publishing;

namespace YuGong.Pages;

/// <summary>Beside every neutral page a file <c>gone</c>, by which a server knows to answer 410 (docs/hosting).</summary>
public sealed class Tombstones(IReadOnlyList<string> addresses) : IPipeline
{
    public string Name => "gone";

    public IEnumerable<OutputFile> Make(Site site) =>
        addresses.Select(address => OutputFile.Of($"{address.Trim('/')}/gone", Encoding.ASCII.GetBytes("410\n")));
}
