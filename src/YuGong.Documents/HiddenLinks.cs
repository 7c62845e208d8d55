using System.Buffers;
using YuGong.Content;

namespace YuGong.Documents;

/// <summary>Which of the addresses that nobody can open a text names.</summary>
public sealed class HiddenLinks(Site site)
{
    private readonly SearchValues<string> any = SearchValues.Create([.. site.Hidden], StringComparison.Ordinal);

    public bool Any => site.Hidden.Count > 0;

    /// <summary>As they stand in the HTML of the body; a link to one goes on with its end or with <c>#</c>.</summary>
    public IReadOnlyList<string> In(Body body)
    {
        if (!Any || !body.BodyDigest.MayLink || !body.File.Text.AsSpan(body.Start).ContainsAny(any))
        {
            return [];
        }

        return
        [
            .. site.Hidden.Where(a => body.File.Text.AsSpan(body.Start).Contains(a, StringComparison.Ordinal)).Select(site.Settings.Link),
        ];
    }

    /// <summary>Whether the address of a link is this one, perhaps with a place on its page.</summary>
    public static bool IsTo(ReadOnlySpan<char> link, string address) =>
        link.StartsWith(address, StringComparison.Ordinal) && (link.Length == address.Length || link[address.Length] is '#' or '"');
}
