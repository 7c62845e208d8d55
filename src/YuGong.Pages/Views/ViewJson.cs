using System.Text.Json;
using System.Text.Json.Serialization;

namespace YuGong.Pages.Views;

/// <summary>
/// The views as generated metadata: it names members for templates (snake_case) and reads them without reflection. Nothing is
/// ever serialised.
/// </summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(HomePage))]
[JsonSerializable(typeof(PeoplePage))]
[JsonSerializable(typeof(HallPage))]
[JsonSerializable(typeof(RoomPage))]
[JsonSerializable(typeof(PersonPage))]
[JsonSerializable(typeof(ObjectsPage))]
[JsonSerializable(typeof(ObjectPage))]
[JsonSerializable(typeof(DialoguesPage))]
[JsonSerializable(typeof(DialoguePage))]
[JsonSerializable(typeof(VideosPage))]
[JsonSerializable(typeof(VideoPage))]
[JsonSerializable(typeof(CallPage))]
[JsonSerializable(typeof(ProsePage))]
[JsonSerializable(typeof(SearchPage))]
[JsonSerializable(typeof(ApiPage))]
[JsonSerializable(typeof(EmbedPage))]
[JsonSerializable(typeof(EmbedBoardPage))]
[JsonSerializable(typeof(NotFoundPage))]
[JsonSerializable(typeof(RedirectPage))]
[JsonSerializable(typeof(PostersPage))]
[JsonSerializable(typeof(PosterPage))]
[JsonSerializable(typeof(TimelinePage))]
[JsonSerializable(typeof(MapPage))]
[JsonSerializable(typeof(WholeSite))]
[JsonSerializable(typeof(PersonCard))]
internal sealed partial class ViewJson : JsonSerializerContext;
