using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace YuGong.Cli;

/// <summary>One part of a file (RFC 9110, section 14). Several parts at once are answered with the whole.</summary>
/// <param name="Start">First byte; -1 when nothing of what was asked for is there.</param>
internal sealed record ByteRange(long Start, long End)
{
    /// <summary>Null when the whole file should be sent.</summary>
    public static ByteRange? Parse(IHeaderDictionary request, ServedFile file, string tag)
    {
        if (request.IfRange.Count > 0 && request.IfRange.ToString() != tag && request.IfRange.ToString() != file.LastModified)
        {
            return null;
        }

        if (!RangeHeaderValue.TryParse(request.Range.ToString(), out var ranges) || ranges.Unit != "bytes" || ranges.Ranges.Count != 1)
        {
            return null;
        }

        var asked = ranges.Ranges.First();
        var (start, end) = asked.From is { } from
            ? (from, Math.Min(asked.To ?? file.Length - 1, file.Length - 1))
            : (Math.Max(0, file.Length - (asked.To ?? 0)), file.Length - 1);
        return start > end || asked is { From: null, To: 0 } ? new(-1, -1) : new(start, end);
    }

    public Task SendAsync(HttpContext context, ServedFile file, bool isHead)
    {
        var response = context.Response;
        if (Start < 0)
        {
            response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            response.Headers.ContentRange = $"bytes */{file.Length}";
            return Task.CompletedTask;
        }

        response.StatusCode = StatusCodes.Status206PartialContent;
        response.Headers.ContentRange = $"bytes {Start}-{End}/{file.Length}";
        response.ContentLength = End - Start + 1;
        return isHead ? Task.CompletedTask : response.SendFileAsync(file.FullPath, Start, End - Start + 1, context.RequestAborted);
    }
}
