using System.Diagnostics;

namespace YuGong.Manuscripts;

/// <summary>
/// How much the reading of one file may cost. A form has some hundred elements, a list of a thousand people some hundred thousand.
/// </summary>
/// <param name="Unpacked">Bytes of XML that come out of a package, as counted while they come, not as the package declares.</param>
/// <param name="Elements">Elements and attributes of XML, parts of mails.</param>
/// <param name="Time">A backstop: everything else is bounded by counts, so that the same file ends in the same way everywhere.</param>
public sealed record ReadingLimits(long Unpacked, int Elements, TimeSpan Time)
{
    /// <summary>What nearly every file needs: so many may be read side by side.</summary>
    public static readonly ReadingLimits Ordinary = new(2_000_000, 40_000, TimeSpan.FromSeconds(2));

    /// <summary>The most that is spent on one file; what needs it is read alone, so that memory stays below 300 MB.</summary>
    public static readonly ReadingLimits Ample = new(8_000_000, 250_000, TimeSpan.FromSeconds(5));
}

/// <summary>Counts what the reading of one file costs, with everything packed in it, and ends it where it costs too much.</summary>
public sealed class ReadingBudget(ReadingLimits limits)
{
    /// <summary>Elements within elements. Word and WPS stay below 60; readers go down by calling themselves, and a stack ends.</summary>
    public const int Deepest = 200;

    /// <summary>Mails within mails, and packed files within those.</summary>
    public const int DeepestFile = 3;

    private readonly long began = Stopwatch.GetTimestamp();
    private long unpacked;
    private int elements;

    /// <summary>Nothing more can be had for this file.</summary>
    public bool IsAmple => limits == ReadingLimits.Ample;

    /// <summary>For a sheet of scores, which is read on the way and kept in little memory: 100,000 rows with their texts.</summary>
    public static ReadingBudget Sheet() => new(new(200_000_000, 250_000, TimeSpan.FromSeconds(8)));

    public static ReadingBudget Ample() => new(ReadingLimits.Ample);

    /// <exception cref="ReadingException">That is too much.</exception>
    public void Unpack(long bytes)
    {
        unpacked += bytes;
        if (unpacked > limits.Unpacked)
        {
            throw new ReadingException(new($"正文解开超过 {limits.Unpacked / 1_000_000} MB",
                $"Unpacked, the body has more than {limits.Unpacked / 1_000_000} MB"), tooMuch: true);
        }

        Look();
    }

    /// <inheritdoc cref="Unpack"/>
    public void Take(int count, int depth = 0)
    {
        elements += count;
        if (depth > Deepest)
        {
            throw new ReadingException(new($"内容套了超过 {Deepest} 层", $"The content is nested more than {Deepest} deep"), tooMuch: true);
        }

        if (elements > limits.Elements)
        {
            throw new ReadingException(new($"内容超过 {limits.Elements} 个部分",
                $"The content has more than {limits.Elements} parts"), tooMuch: true);
        }

        if (elements % 1024 < count)
        {
            Look();
        }
    }

    /// <inheritdoc cref="Unpack"/>
    public void Look()
    {
        if (Stopwatch.GetElapsedTime(began) > limits.Time)
        {
            throw new ReadingException(new($"读了 {limits.Time.TotalSeconds:0} 秒还没有读完",
                $"Not read within {limits.Time.TotalSeconds:0} s"), tooMuch: true);
        }
    }
}
