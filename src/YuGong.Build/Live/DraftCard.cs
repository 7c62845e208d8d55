using YuGong.Content;
using YuGong.Posters;
using YuGong.Posters.Pressing;
using YuGong.Text;

namespace YuGong.Build.Live;

/// <summary>The <c>card</c> poster of a story as it stands in a form; fonts and designs stay open between two drawings.</summary>
public sealed class DraftCard(ProjectFolder project) : IDisposable
{
    private const string Design = "card";

    private readonly Lock pressing = new();
    private readonly LastFiles store = new();
    private PosterRenderer? room;
    private bool tried;
    private bool closed;

    /// <summary>Draws the card of whoever agreed to anything, and throws it away.</summary>
    public void Warm(Site site)
    {
        if (site.Stories.FirstOrDefault(s => s.Header.Sample || s.Agreement?.Scope is [_, ..]) is { } story)
        {
            Draw(site, story, new());
        }
    }

    /// <summary>WebP, 640 px wide; null where no posters are made or nobody agreed to one.</summary>
    /// <param name="findings">Gets what is said about the poster.</param>
    public ReadOnlyMemory<byte>? Draw(Site site, Story story, Diagnostics findings)
    {
        var alone = site with { Stories = [story] };
        lock (pressing)
        {
            if (closed)
            {
                return null;
            }

            if (!tried)
            {
                tried = true;
                var places = PosterStep.PlacesOf(project, site.Settings.Theme, store);
                room = PosterRenderer.Open(alone, places, PosterStep.ReadCodes(project, new()), new());
            }

            // The tall one, as people forward it.
            var order = room?.OrdersOf(alone, findings)
                .Where(o => o.Name.Design == Design && o.Name.Subject == story.Id).MaxBy(o => o.Page.Height / o.Page.Width);
            if (order is null)
            {
                return null;
            }

            var pressed = room!.Printer.Run([order], _ => [PosterFormat.Preview], 1, findings, null, CancellationToken.None)[0];
            return pressed.File(PosterFormat.Preview) is { } file ? store.Get(file.Stored) : null;
        }
    }

    public void Dispose()
    {
        lock (pressing)
        {
            closed = true;
            room?.Dispose();
        }
    }

    /// <summary>A drawing is asked for once or twice, and never after the next ones.</summary>
    private sealed class LastFiles : IPosterStore
    {
        private const int Most = 60;

        private readonly Dictionary<string, ReadOnlyMemory<byte>> files = new(StringComparer.Ordinal);
        private readonly Queue<string> order = new();

        public ReadOnlyMemory<byte>? Get(string name) => files.TryGetValue(name, out var bytes) ? bytes : null;

        public void Put(string name, ReadOnlyMemory<byte> bytes)
        {
            if (files.TryAdd(name, bytes.ToArray()))
            {
                order.Enqueue(name);
            }

            while (order.Count > Most)
            {
                files.Remove(order.Dequeue());
            }
        }
    }
}
