using YuGong.Text;

namespace YuGong.Deploy;

/// <summary>Why nothing more went online. What was online before still is, unless the sentence says otherwise.</summary>
public sealed class DeployException(Phrase words, Exception? inner = null) : IOException(words.En, inner)
{
    public Phrase Words { get; } = words;

    /// <summary>The same for whatever a target says that nobody foresaw, in its own words.</summary>
    public static DeployException Other(string place, string said, Exception? inner = null, Phrase? then = null) => new(
        new Phrase($"{place} 没有做成:{Short(said)}。", $"{place} failed: {Short(said)}. ") + (then ?? Failures.Stands), inner);

    /// <summary>The last lines of what a program said: the first are often a banner.</summary>
    internal static string Short(string said)
    {
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return BadCharacters.Replace(string.Join(" / ", lines.TakeLast(3))).TrimEnd('.', '。');
    }
}
