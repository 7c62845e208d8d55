namespace YuGong.Deploy;

/// <summary>
/// A folder in a bucket that speaks the S3 protocol:
/// <c>s3://bucket/prefix?endpoint=https://oss.example.org&amp;region=cn&amp;path-style=false</c>. What is not said comes from
/// <c>AWS_ENDPOINT_URL_S3</c>, <c>AWS_ENDPOINT_URL</c>, <c>AWS_REGION</c>; credentials come from where AWS's own tools look for them.
/// </summary>
/// <param name="Prefix">Empty, or ends in <c>/</c>.</param>
/// <param name="Endpoint">Null for Amazon's own.</param>
/// <param name="PathStyle">The bucket's name stands in the path, not in the host: what most servers of one's own expect.</param>
public sealed record BucketAddress(string Bucket, string Prefix, string? Endpoint, string? Region, bool PathStyle)
{
    private const string Scheme = "s3://";

    /// <summary>Null for what is no address of a bucket.</summary>
    public static BucketAddress? Parse(string? text)
    {
        if (text is null || !text.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        var (place, query) = text[Scheme.Length..].Split('?', 2) is [var before, var after] ? (before, after) : (text[Scheme.Length..], "");
        var said = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2))
            .ToDictionary(p => p[0], p => p.Length > 1 ? Uri.UnescapeDataString(p[1]) : "", StringComparer.Ordinal);
        var endpoint = said.GetValueOrDefault("endpoint") ?? Said("AWS_ENDPOINT_URL_S3") ?? Said("AWS_ENDPOINT_URL");
        var prefix = place.Contains('/', StringComparison.Ordinal) ? place[(place.IndexOf('/') + 1)..].Trim('/') : "";
        return new(
            place.Split('/')[0], prefix.Length > 0 ? prefix + "/" : "", endpoint,
            said.GetValueOrDefault("region") ?? Said("AWS_REGION") ?? Said("AWS_DEFAULT_REGION"),
            said.TryGetValue("path-style", out var style) ? style != "false" : endpoint is not null);
    }

    public override string ToString() => $"{Scheme}{Bucket}/{Prefix}";

    private static string? Said(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
