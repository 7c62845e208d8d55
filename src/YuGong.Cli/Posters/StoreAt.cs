using YuGong.Posters.Pressing;

namespace YuGong.Cli;

/// <summary>Where finished posters are kept: a folder, which several machines may share.</summary>
internal static class StoreAt
{
    public static IPosterStore Place(string? wanted, string usual) => new FolderStore(Path.GetFullPath(wanted ?? usual));
}
