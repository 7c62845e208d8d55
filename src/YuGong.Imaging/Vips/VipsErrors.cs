using NetVips;

namespace YuGong.Imaging.Vips;

/// <summary>
/// Libvips keeps its words about failures in one place for all threads: of two damaged pictures at once, one takes what is said of the
/// other, and the other is left with nothing. So what fails among others is done again alone, and then the reason is its own.
/// </summary>
public static class VipsErrors
{
    private static readonly ReaderWriterLockSlim AtWork = new();

    /// <summary>Not to be called within itself.</summary>
    /// <param name="work">Is told whether it is alone, so that what libvips says is said of it.</param>
    /// <exception cref="InvalidDataException">The work failed, twice; the message speaks of this work and no other.</exception>
    public static T Of<T>(Func<bool, T> work)
    {
        AtWork.EnterReadLock();
        try
        {
            return work(false);
        }
        catch (InvalidDataException)
        {
            // Again below, when nobody else is at work.
        }
        finally
        {
            AtWork.ExitReadLock();
        }

        AtWork.EnterWriteLock();
        try
        {
            // An exception takes all that was said before along.
            _ = new VipsException("");
            return work(true);
        }
        finally
        {
            AtWork.ExitWriteLock();
        }
    }
}
