using YuGong.Content;

namespace YuGong.Publishing;

/// <summary>Turns the site into output files. Pipelines bear the name of what they make; nothing is written here.</summary>
public interface IPipeline
{
    /// <summary>The name for <c>--pipelines</c>, lower case.</summary>
    string Name { get; }

    IEnumerable<OutputFile> Make(Site site);
}
