using YuGong.Build.Faults;

namespace YuGong.Cli;

/// <summary>Stands around what a timer, a watcher or a task does in a server: an exception there would end the process.</summary>
internal static class Guard
{
    /// <param name="doing">The command's name.</param>
    public static void Run(string doing, Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is not StackOverflowException)
        {
            Say(Fault.Of(e, doing));
        }
    }

    /// <summary>Nobody may listen any more: a closed pipe, a full disk behind it.</summary>
    public static void Say(Fault fault)
    {
        try
        {
            Terminal.Warn(fault.Words);
        }
        catch (IOException)
        {
            // Whoever wanted to know is gone.
        }
    }
}
