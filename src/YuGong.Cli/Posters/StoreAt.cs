using YuGong.Posters.Pressing;

namespace YuGong.Cli;

/// <summary>Where finished posters are kept: a folder, or a bucket that several machines share.</summary>
internal static class StoreAt
{
    public static IPosterStore Place(string? wanted, string usual) => new FolderStore(Path.GetFullPath(wanted ?? usual));
}
