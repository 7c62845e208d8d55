using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Yugong.Client;
using Yugong.Client.Models;

namespace Yugong.Use;

/// <summary>What somebody would write with the client that Kiota generates: it must compile.</summary>
public static class Use
{
    public static async Task<string?> SourcesAsync(HttpClient http)
    {
        using var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http);
        var client = new ApiClient(adapter);
        Person? person = await client.Api.V1.People["shui-xiheng"].GetAsync();
        EntryList? list = await client.Api.V1.PeopleJson.GetAsync();
        Changes? changes = await client.Api.V1.ChangesJson.GetAsync();
        Term? direction = person?.Direction ?? list?.Items?[0].Direction;
        List<Tombstone> gone = changes?.Tombstones ?? [];
        long? bytes = person?.Posters?.Sum(p => p.Bytes);
        return $"{direction?.Name} {gone.Count(t => t.Reason == Tombstone_reason.Withdrawn)} {bytes} {person?.Gender}"
            + string.Join(", ", person?.Portrait?.Renditions?.Select(r => $"{r.Url} {r.Width}w") ?? []);
    }
}
