using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>What the platform throws, as the rule an author can act on.</summary>
internal static class DiskFailure
{
    public static Rule? RuleFor(Exception e) => e switch
    {
        MountPointException => PublishingRules.MountPoint,
        IOException io when IsFull(io) => PublishingRules.DiskFull,
        IOException io when IsMount(io) => PublishingRules.MountPoint,
        IOException or UnauthorizedAccessException => PublishingRules.OutputNotWritable,
        _ => null,
    };

    /// <summary>ENOSPC; EDQUOT of Linux and macOS; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows.</summary>
    private static bool IsFull(IOException e) =>
        e.HResult is 28 or 122 or 69 or unchecked((int)0x80070070) or unchecked((int)0x80070027);

    /// <summary>EBUSY and EXDEV: what renaming says of a mount point that we could not see.</summary>
    private static bool IsMount(IOException e) => e.HResult is 16 or 18;
}
