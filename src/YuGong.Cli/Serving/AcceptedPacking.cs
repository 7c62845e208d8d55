using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace YuGong.Cli;

/// <summary>Which packing a client takes, by its Accept-Encoding (RFC 9110, 12.5.3): what it weighs zero is never sent.</summary>
internal static class AcceptedPacking
{
    /// <summary>Browsers send a handful of different fields; what strangers make up is read anew each time.</summary>
    private const int MostKept = 64, LongestKept = 100;

    private static readonly ConcurrentDictionary<string, ContentEncoding> Known = new(StringComparer.Ordinal);

    public static ContentEncoding Of(StringValues field)
    {
        var text = field.ToString();
        if (Known.TryGetValue(text, out var known))
        {
            return known;
        }

        var packing = Read(field);
        if (text.Length <= LongestKept && Known.Count < MostKept)
        {
            Known.TryAdd(text, packing);
        }

        return packing;
    }

    private static ContentEncoding Read(StringValues field)
    {
        if (!StringWithQualityHeaderValue.TryParseList(field, out var said))
        {
            return ContentEncoding.Plain;
        }

        var (brotli, gzip) = (WeightOf("br"), WeightOf("gzip"));
        return brotli > 0 && brotli >= gzip ? ContentEncoding.Brotli : gzip > 0 ? ContentEncoding.Gzip : ContentEncoding.Plain;

        double WeightOf(string name) =>
            (said.FirstOrDefault(v => v.Value.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? said.FirstOrDefault(v => v.Value == "*")) is { } value ? value.Quality ?? 1 : 0;
    }
}
