using System.Text.Json.Serialization;

namespace YuGong.Posters.Pressing;

/// <summary>What stores and folders remember, as JSON; written by compiled code, which a program without a JIT compiler has too.</summary>
[JsonSerializable(typeof(RenderRecord))]
[JsonSerializable(typeof(FileRecord))]
[JsonSerializable(typeof(SortedDictionary<string, string>), TypeInfoPropertyName = "Delivered")]
internal sealed partial class PressJson : JsonSerializerContext;
