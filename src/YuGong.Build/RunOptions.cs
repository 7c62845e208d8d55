using YuGong.Content;
using YuGong.Text.Privacy;

namespace YuGong.Build;

/// <summary>What a run is told from outside: the project, the day, and how much of the site it makes.</summary>
public sealed record RunOptions(ProjectFolder Project, DateOnly Today, Edition Edition)
{
    /// <summary>Threads; they change no byte.</summary>
    public int Jobs { get; init; } = Math.Max(1, Environment.ProcessorCount);

    /// <summary>Names to run, of <see cref="SitePipelines.Names"/>; empty for all.</summary>
    public IReadOnlyList<string> Pipelines { get; init; } = [];

    /// <summary>Addresses are those of pages.</summary>
    public bool HasPages => Runs("pages");

    /// <summary>Whether fonts are made; a check says nothing of what this machine has installed.</summary>
    public bool WithFonts { get; init; } = true;

    /// <summary>Whether bytes are read where the versions of files say that nothing changed (<c>--force</c>).</summary>
    public bool ReadsAll { get; init; }

    /// <summary>Whether posters are made.</summary>
    public bool WithPosters { get; init; }

    /// <summary>Whether every picture is made at once; otherwise each is made when somebody asks for it.</summary>
    public bool WithPictures { get; init; }

    /// <summary>What the private register says must never be published.</summary>
    public IReadOnlyList<PrivateValue> PrivateValues { get; init; } = [];

    /// <summary>Forms that are not saved yet, laid over the input.</summary>
    public FileOverlay Overlay { get; init; } = FileOverlay.None;

    /// <summary>Where the site is shown when not where its settings say: the desk shows it below <c>/desk/site</c>.</summary>
    public string? LinkRoot { get; init; }

    public IRunProgress Progress { get; init; } = SilentProgress.Instance;

    public bool Runs(string pipeline) => Pipelines.Count == 0 || Pipelines.Contains(pipeline);
}
