using YuGong.Media;
using YuGong.Posters.Pressing;

namespace YuGong.Build;

/// <summary>Hears how far a run is. Called from any thread; whoever listens to nothing writes nothing.</summary>
public interface IRunProgress
{
    /// <summary>Before posters are made.</summary>
    /// <param name="orders">All that will be looked at.</param>
    void PostersBegin(IReadOnlyList<PosterJob> orders)
    {
    }

    void PosterDone(PressProgress step)
    {
    }

    void PictureDone(PictureProgress step)
    {
    }

    void FileRendered(int done, int total)
    {
    }

    /// <summary>A step with many parts ended.</summary>
    void StepEnded()
    {
    }

    /// <summary>Another build holds the output.</summary>
    /// <param name="process">Its number, if it is known.</param>
    void Waits(int? process)
    {
    }
}

public sealed class SilentProgress : IRunProgress
{
    private SilentProgress()
    {
    }

    public static SilentProgress Instance { get; } = new();
}
