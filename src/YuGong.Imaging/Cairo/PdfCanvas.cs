using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace YuGong.Imaging.Cairo;

/// <summary>What a PDF says of itself. Dates as ISO 8601, so that equal input gives equal bytes.</summary>
public sealed record PdfMetadata(string Title, string Author, string Subject, string Keywords, string Creator, string Date);

/// <summary>One PDF page (PDF 1.4). Fonts are embedded as subsets: CFF as CID Type 0C, TrueType as CID TrueType.</summary>
public sealed unsafe partial class PdfCanvas : Canvas
{
    private readonly MemoryStream written;
    private readonly List<GCHandle> pinned = [];
    private GCHandle self;

    /// <param name="width">Points (1/72 in).</param>
    public PdfCanvas(double width, double height, PdfMetadata metadata)
        : this(GCHandle.Alloc(new MemoryStream()), width, height, metadata)
    {
    }

    private PdfCanvas(GCHandle stream, double width, double height, PdfMetadata metadata)
        : base(CairoLibrary.PdfSurface(&Write, (void*)GCHandle.ToIntPtr(stream), width, height))
    {
        self = stream;
        written = (MemoryStream)stream.Target!;
        CairoLibrary.PdfVersion(Surface, 0);
        string[] values = [metadata.Title, metadata.Author, metadata.Subject, metadata.Keywords, metadata.Creator, metadata.Date,
            metadata.Date];
        for (var i = 0; i < values.Length; i++)
        {
            CairoLibrary.PdfMetadata(Surface, i, values[i]);
        }
    }

    /// <summary>Ends the page and gives the file; nothing can be drawn after it.</summary>
    public byte[] Finish()
    {
        Check();
        CairoLibrary.Finish(Surface);
        Check();
        return written.ToArray();
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && self.IsAllocated)
        {
            self.Free();
            pinned.ForEach(pin => pin.Free());
            pinned.Clear();
        }
    }

    private protected override void Hold(Photo photo)
    {
        // Cairo copies pixels but reads the JPEG's bytes when the page ends.
        pinned.Add(GCHandle.Alloc(photo.Jpeg, GCHandleType.Pinned));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(void* closure, byte* data, uint length)
    {
        try
        {
            ((MemoryStream)GCHandle.FromIntPtr((nint)closure).Target!).Write(new ReadOnlySpan<byte>(data, (int)length));
            return 0;
        }
        catch (Exception)
        {
            return 11; // CAIRO_STATUS_WRITE_ERROR: an exception must not pass through C.
        }
    }
}
