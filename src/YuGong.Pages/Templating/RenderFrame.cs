using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Pages.Templating;

/// <summary>A piece of a template: writes itself to a page.</summary>
internal delegate void RenderStep(RenderFrame frame);

/// <summary>What a page is being rendered with, of one thread.</summary>
internal sealed class RenderFrame
{
    /// <summary>Turns of all loops of a page together.</summary>
    public const int MostTurns = 10_000_000;

    [ThreadStatic]
    private static RenderFrame? ofThread;

    private int turns;

    private RenderFrame()
    {
    }

    /// <summary>Used again and again by its thread.</summary>
    public static RenderFrame OfThread => ofThread ??= new();

    public Utf8Page Output { get; } = new();

    /// <summary>The record of the page.</summary>
    public object Page { get; private set; } = null!;

    /// <summary>Where a layout wants its page.</summary>
    public RenderStep? Body { get; set; }

    /// <summary>Loop variables and what partials were given, each at the place that the compiler gave it.</summary>
    public object?[] Values { get; private set; } = [];

    /// <summary>How far each loop is, at the place of its variable.</summary>
    public int[] Indexes { get; private set; } = [];

    public int[] Counts { get; private set; } = [];

    public void Begin(object page, int slots)
    {
        Output.Clear();
        (Page, Body, turns) = (page, null, 0);
        if (Values.Length < slots)
        {
            (Values, Indexes, Counts) = (new object?[slots], new int[slots], new int[slots]);
        }
    }

    /// <summary>Forgets the page, which may be the last that knows its site.</summary>
    public byte[] End()
    {
        (Page, Body) = (null!, null);
        Array.Clear(Values);
        return Output.ToArray();
    }

    /// <param name="endless">What to say of a loop that turns more often than any page needs.</param>
    /// <exception cref="CannotRenderException">It does.</exception>
    public void Turn(Diagnostic endless)
    {
        if (++turns > MostTurns)
        {
            throw new CannotRenderException(endless);
        }
    }
}
