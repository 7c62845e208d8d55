using System.Globalization;
using YuGong.Pages.Views;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Pages.Templating;

/// <summary>A piece of a template: writes itself to a page.</summary>
internal delegate void RenderStep(RenderFrame frame);

/// <summary>
/// What a page is being rendered with, of one thread. A page that is traced goes the same way and keeps what it read instead of what it
/// writes: each value, each decision, the length of each list. With the theme, these are all that its bytes depend on.
/// </summary>
internal sealed class RenderFrame
{
    /// <summary>Turns of all loops of a page together.</summary>
    public const int MostTurns = 10_000_000;

    [ThreadStatic]
    private static RenderFrame? ofThread;

    private readonly Utf8Page output = new();
    private bool isTracing;
    private int turns;

    private RenderFrame()
    {
    }

    /// <summary>Used again and again by its thread.</summary>
    public static RenderFrame OfThread => ofThread ??= new();

    /// <summary>The record of the page.</summary>
    public PageModel Page { get; private set; } = null!;

    /// <summary>Where a layout wants its page.</summary>
    public RenderStep? Body { get; private set; }

    /// <summary>Loop variables and what partials were given, each at the place that the compiler gave it.</summary>
    public object?[] Values { get; private set; } = [];

    /// <summary>How far each loop is, at the place of its variable.</summary>
    public int[] Indexes { get; private set; } = [];

    public int[] Counts { get; private set; } = [];

    /// <summary>The page as UTF-8.</summary>
    /// <param name="whole">The layout, or the page where it has none.</param>
    /// <param name="slots">Places that the compiler gave.</param>
    public byte[] Render(RenderStep whole, RenderStep body, PageModel page, int slots)
    {
        Run(whole, body, page, slots, tracing: false);
        return output.Written.ToArray();
    }

    /// <summary>The fingerprint of everything that rendering would read.</summary>
    public Fingerprint Trace(RenderStep whole, RenderStep body, PageModel page, int slots)
    {
        Run(whole, body, page, slots, tracing: true);
        return Fingerprint.Of(output.Written);
    }

    /// <summary>Words of the template.</summary>
    public void Write(ReadOnlySpan<byte> markup)
    {
        if (!isTracing)
        {
            output.Write(markup);
        }
    }

    public void Print(string? text)
    {
        if (isTracing)
        {
            output.WriteValue(text);
        }
        else
        {
            output.WriteEscaped(text);
        }
    }

    /// <summary>Markup is made only to be written: its key stands for it.</summary>
    public void Print(Markup? markup)
    {
        if (isTracing)
        {
            output.WriteValue(markup?.Key);
        }
        else
        {
            output.Write(markup?.ToString());
        }
    }

    public void Print(object? number) => Print(Convert.ToString(number, CultureInfo.InvariantCulture));

    /// <summary>Which way a template goes.</summary>
    public bool Decide(bool holds)
    {
        if (isTracing)
        {
            output.Write(holds ? "+"u8 : "-"u8);
        }

        return holds;
    }

    /// <summary>A loop begins.</summary>
    public void Begin(int slot, int count)
    {
        Counts[slot] = count;
        if (isTracing)
        {
            output.WriteLength(count);
        }
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

    private void Run(RenderStep whole, RenderStep body, PageModel page, int slots, bool tracing)
    {
        output.Clear();
        (Page, Body, turns, isTracing) = (page, body, 0, tracing);
        if (Values.Length < slots)
        {
            (Values, Indexes, Counts) = (new object?[slots], new int[slots], new int[slots]);
        }

        whole(this);

        // The page may be the last that knows its site.
        (Page, Body) = (null!, null);
        Array.Clear(Values);
    }
}
