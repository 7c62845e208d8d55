using System.Text.Json.Serialization;

namespace YuGong.Api;

/// <summary>Rows of texts in the files of the search.</summary>
[JsonSerializable(typeof(string[][]), TypeInfoPropertyName = "Rows")]
internal sealed partial class SearchJson : JsonSerializerContext;
