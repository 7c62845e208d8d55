using System.Text.Json;
using System.Text.Json.Serialization;

namespace YuGong.Pages.Views;

/// <summary>
/// The views as generated metadata: it names members for templates (snake_case) and reads them without reflection. Nothing is
/// ever serialised.
/// </summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SiteView))]
[JsonSerializable(typeof(MetaView))]
[JsonSerializable(typeof(GroupView))]
[JsonSerializable(typeof(PagerView))]
[JsonSerializable(typeof(MapView))]
[JsonSerializable(typeof(FilterView))]
[JsonSerializable(typeof(DecadeView))]
[JsonSerializable(typeof(PlaceView))]
[JsonSerializable(typeof(TourStepView))]
[JsonSerializable(typeof(PictureView))]
[JsonSerializable(typeof(PosterSetView))]
[JsonSerializable(typeof(NightView))]
internal sealed partial class ViewJson : JsonSerializerContext;
