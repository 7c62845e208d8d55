namespace YuGong.Desk;

/// <summary>
/// A file to be written, or taken away when there are no bytes. <paramref name="Path"/> is relative to the project, with <c>/</c>.
/// </summary>
public sealed record Change(string Path, byte[]? Bytes);
