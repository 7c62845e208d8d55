using System.Buffers;
using System.Text;
using YuGong.Content;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Api;

/// <summary>The static JSON API under <c>/api/v1/</c>: documents, lists, everything at once, and what changed.</summary>
public sealed class ContentApi(Func<PublicSite> made) : IPipeline
{
    /// <summary>Semantic version of the contract: a member more is a minor one; anything that could break a reader is a new <c>/api/vN/</c>.</summary>
    public const string Contract = "1.0.0";

    /// <summary>Entries on one page of a list.</summary>
    internal const int PageSize = 100;

    private static readonly Fingerprint Program = Fingerprint.Of(
        string.Join('|', new[] { typeof(ContentApi), typeof(OutputFile), typeof(Site) }.Select(t => t.Module.ModuleVersionId)));

    public string Name => "api";

    public IEnumerable<OutputFile> Make(Site site)
    {
        var open = made();
        var files = new List<OutputFile>(open.Entries.Count + 64);
        foreach (var entry in open.Entries)
        {
            files.Add(new(OutputPath.Of(ApiAddresses.Root + ApiAddresses.PlaceOf(entry.Entry)), entry.Revision.With(Program), () => ApiJson.Bytes(open.Whole(entry))));
        }

        var lists = new ListBuilder(open);
        foreach (var (place, document) in lists.All())
        {
            files.Add(OutputFile.Of(ApiAddresses.Root + place, ApiJson.Bytes(document)));
        }

        foreach (var type in ListBuilder.Types)
        {
            files.Add(Everything(open, type.Name));
        }

        files.AddRange(Schemas.All(site.Settings).Select(s => OutputFile.Of(ApiAddresses.Root + $"schemas/{s.Name}.json", Encoding.UTF8.GetBytes(s.Json))));
        files.Add(OutputFile.Of(ApiAddresses.Root + "openapi.json", Encoding.UTF8.GetBytes(OpenApi.Of(site.Settings))));
        return files;
    }

    /// <summary>Newline-delimited JSON: every document of a type, whole, one a line.</summary>
    private static OutputFile Everything(PublicSite open, string type)
    {
        List<PublishedEntry> entries = [.. open.OfType(type)];
        var key = entries.Aggregate(Program, (sum, e) => sum.With(e.Revision));
        return new(OutputPath.Of($"{ApiAddresses.Root}{ApiAddresses.CollectionOf(type)}.ndjson"), key, () =>
        {
            var buffer = new ArrayBufferWriter<byte>(Math.Max(1024, entries.Count * 12_000));
            foreach (var entry in entries)
            {
                ApiJson.Write(buffer, open.Whole(entry));
                buffer.Write("\n"u8);
            }

            return buffer.WrittenMemory;
        });
    }
}
