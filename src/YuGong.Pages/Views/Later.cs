using System.Collections;

namespace YuGong.Pages.Views;

/// <summary>A list that is made when a template first reads it: most views are asked for their key and for nothing else.</summary>
internal sealed class Later<T>(Func<IReadOnlyList<T>> make) : IReadOnlyList<T>
{
    private IReadOnlyList<T>? made;

    public int Count => Made.Count;

    private IReadOnlyList<T> Made => made ??= make();

    public T this[int index] => Made[index];

    public IEnumerator<T> GetEnumerator() => Made.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
