namespace YuGong.Deploy;

/// <summary>One deployment at a time to one target from this machine. The system lets go of the lock however a process dies.</summary>
internal static class DeployLock
{
    /// <exception cref="DeployException">Another one holds it.</exception>
    public static FileStream Take(string file, string place)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            return new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 0);
        }
        catch (IOException e) when (e.HResult is 11 or 35 or unchecked((int)0x80070020) or unchecked((int)0x80070021))
        {
            throw Going.Busy(place);
        }
    }
}
