using System.Text;
using YuGong.Content;
using YuGong.Documents;
using YuGong.Documents.Contract;
using YuGong.Publishing;
using YuGong.Publishing.Motifs;
using YuGong.Text;

namespace YuGong.Api;

/// <summary>The static JSON API under <c>/api/v1/</c>: documents, lists, everything at once, and what changed.</summary>
/// <param name="withCards">The theme has pages for frames, so there are oEmbed answers beside them.</param>
public sealed class ContentApi(Func<PublicSite> made, bool withCards) : IPipeline
{
    public string Name => "api";

    public IEnumerable<OutputFile> Make(Site site)
    {
        var open = made();
        var files = new List<OutputFile>(open.Entries.Count + 64);
        var once = new OnceBytes(open);
        for (var i = 0; i < open.Entries.Count; i++)
        {
            var (number, entry) = (i, open.Entries[i]);
            var path = OutputPath.Of(DocumentAddresses.Root + DocumentAddresses.PlaceOf(entry.Entry));
            files.Add(new(path, entry.Revision.With(ApiProgram.Id), () => once.Take(number)));
        }

        files.AddRange(open.OfType("person").SelectMany(p => MotifsOf(p.Document)));
        var lists = new ListBuilder(open);
        foreach (var (place, document) in lists.All())
        {
            files.Add(Written(place, () => DocumentJson.Bytes(document)));
        }

        foreach (var type in ListBuilder.Types)
        {
            files.Add(Everything(open, once, type));
        }

        files.AddRange(withCards ? OEmbeds.All(open) : []);
        foreach (var (name, type) in Schemas.Documents)
        {
            files.Add(Written($"schemas/{name}.json", () => Encoding.UTF8.GetBytes(Schemas.Whole(name, type, site.Settings))));
        }

        files.Add(Written("openapi.json", () => Encoding.UTF8.GetBytes(OpenApi.Of(site))));
        return files;
    }

    /// <summary>A file whose bytes are its key, made when keys are made, on every core.</summary>
    private static OutputFile Written(string place, Func<byte[]> bytes) =>
        OutputFile.Rendered(OutputPath.Of(DocumentAddresses.Root + place), bytes, made => Fingerprint.Of(made), made => made);

    /// <summary>What stands for a person without a portrait, drawn of id and name alone.</summary>
    private static IEnumerable<OutputFile> MotifsOf(PublicDocument person)
    {
        var (id, surname) = (person.Id, Seals.Surname(person.Title));
        yield return Drawn(DocumentAddresses.SealOf(id), $"seal {surname}:{id}", () => MotifFiles.Seal(id, surname));
        yield return Drawn(DocumentAddresses.RidgeOf(id), $"ridge {id}", () => MotifFiles.Ridge(id));
    }

    private static OutputFile Drawn(string place, string key, Func<string> draw) =>
        new(OutputPath.Of(DocumentAddresses.Root + place), ApiProgram.Id.With(Fingerprint.Of(key)), () => Encoding.UTF8.GetBytes(draw()));

    /// <summary>Newline-delimited JSON: every document of a type, whole, one a line.</summary>
    private static OutputFile Everything(PublicSite open, OnceBytes once, string type)
    {
        List<(PublishedEntry Entry, int Number)> entries = [.. open.Entries.Select((e, i) => (e, i)).Where(x => x.e.Document.Type == type)];
        var key = entries.Aggregate(ApiProgram.Id, (sum, e) => sum.With(e.Entry.Revision));
        return new(OutputPath.Of($"{DocumentAddresses.Root}{DocumentAddresses.CollectionOf(type)}.ndjson"), key, () =>
        {
            var documents = new byte[entries.Count][];
            Parallel.For(0, documents.Length, i => documents[i] = once.Take(entries[i].Number));
            var whole = new byte[documents.Sum(d => d.Length + 1)];
            var at = 0;
            foreach (var document in documents)
            {
                document.CopyTo(whole, at);
                at += document.Length + 1;
                whole[at - 1] = (byte)'\n';
            }

            return whole;
        });
    }
}
