namespace YuGong.Content;

/// <summary>A file was written to while the site was being made of it; what was begun is given up.</summary>
/// <param name="path">As people know it: <c>input/stories/x/index.md</c>.</param>
#pragma warning disable RCS1194 // it is thrown at one place, with a path
public sealed class InputChangedException(string path) : Exception(path)
#pragma warning restore RCS1194
{
    public string Path { get; } = path;
}
