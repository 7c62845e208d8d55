namespace YuGong.Manuscripts;

/// <summary>A relationship of a part of an office package (ISO/IEC 29500-2, 9.3).</summary>
/// <param name="Kind">Its type, an address; what matters is how it ends.</param>
/// <param name="Target">A path in the package, or an address outside it.</param>
public sealed record OfficeRelation(string Id, string Kind, string Target, bool IsOutside);
