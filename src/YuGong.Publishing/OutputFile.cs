using YuGong.Text;

namespace YuGong.Publishing;

/// <summary>
/// A file that will be: where it goes, the fingerprint of everything its bytes depend on, and how to make the bytes.
/// Equal keys mean equal bytes, so a publication renders only what it does not already hold. Any thread may ask.
/// </summary>
public sealed class OutputFile
{
    private readonly Func<Fingerprint> makeKey;
    private readonly Func<Action<Fingerprint>, ReadOnlyMemory<byte>> render;
    private Known? known;

    public OutputFile(OutputPath path, Fingerprint key, Func<ReadOnlyMemory<byte>> render)
        : this(path, () => key, _ => render())
    {
    }

    private OutputFile(OutputPath path, Func<Fingerprint> makeKey, Func<Action<Fingerprint>, ReadOnlyMemory<byte>> render) =>
        (Path, this.makeKey, this.render) = (path, makeKey, render);

    public OutputPath Path { get; }

    /// <summary>Made when it is first asked for.</summary>
    public Fingerprint Key => (known ??= new(makeKey())).Key;

    /// <summary>Makes the bytes; asked once per publication, and once for each twin.</summary>
    public ReadOnlyMemory<byte> Render()
    {
        try
        {
            return render(key => known ??= new(key));
        }
        catch (Exception e) when (Whereabouts.Note(e, Path.Value))
        {
            throw;
        }
    }

    /// <summary>A file whose bytes are already known.</summary>
    public static OutputFile Of(string path, ReadOnlyMemory<byte> bytes) =>
        new(OutputPath.Of(path), Fingerprint.Of(bytes.Span), () => bytes);

    /// <summary>
    /// A file made of a model that lives no longer than one question: ten thousand models at once would be most of a build's memory.
    /// </summary>
    public static OutputFile Rendered<T>(OutputPath path, Func<T> model, Func<T, Fingerprint> key, Func<T, ReadOnlyMemory<byte>> render) =>
        new(path, () => key(model()), tell =>
        {
            var made = model();
            tell(key(made));
            return render(made);
        });

    /// <summary>Another file made of this one's bytes, such as its compressed twin.</summary>
    public OutputFile Twin(string path, Fingerprint hand, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> change) =>
        new(OutputPath.Of(path), () => Key.With(hand), tell =>
        {
            var bytes = change(Render());
            tell(Key.With(hand));
            return bytes;
        });

    /// <summary>The same file, its bytes going through one more hand.</summary>
    /// <param name="hand">Stands for everything that the change depends on besides the bytes.</param>
    public OutputFile Through(Fingerprint hand, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> change) =>
        new(Path, () => Key.With(hand), tell =>
        {
            var bytes = change(Render());
            tell(Key.With(hand));
            return bytes;
        });

    /// <summary>In a box, so that a thread sees all of a key or none.</summary>
    private sealed record Known(Fingerprint Key);
}
