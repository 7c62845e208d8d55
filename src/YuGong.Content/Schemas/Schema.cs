using YuGong.Content.Yaml;
using YuGong.Text;

namespace YuGong.Content.Schemas;

/// <summary>
/// The keys of one kind of mapping and how they become a <typeparamref name="T"/>. The one source of the content model:
/// rules read by it, skeletons and the reference are printed from it, and desk forms and JSON Schemas can be.
/// </summary>
public sealed class Schema<T>(string name, IReadOnlyList<IKey> keys, Func<MapReader, T?> make) : Shape<T>, ISchema
    where T : class
{
    public string Name { get; } = name;

    public IReadOnlyList<IKey> Keys { get; } = keys;

    public override Phrase Form => new("键: 值", "key: value");

    public override bool TryRead(Node node, ReadContext context, out T? value)
    {
        value = null;
        if (node is not Mapping mapping)
        {
            context.Report(ContentRules.WrongShape, node.Span, context.Field, Form);
            return false;
        }

        var reader = new MapReader(mapping, this, context);
        value = make(reader);
        return value is not null;
    }
}

public interface ISchema
{
    string Name { get; }

    IReadOnlyList<IKey> Keys { get; }
}

/// <summary>A key: its name in the file, what the desk calls it, what to write, and whether it must be there.</summary>
public interface IKey
{
    string Name { get; }

    string Label { get; }

    string Hint { get; }

    bool Required { get; }

    /// <summary>Copied from elsewhere as it stands there: the copy desk keeps its hands off.</summary>
    bool IsVerbatim { get; }

    IShape Shape { get; }
}

public sealed record Key<T>(string Name, string Label, string Hint, Shape<T> Of, bool Required = false) : IKey
{
    public bool IsVerbatim { get; init; }

    public IShape Shape => Of;
}

public interface IShape
{
    /// <summary>What a value looks like, in a few words: 文字, 年-月-日, 真假.</summary>
    Phrase Form { get; }
}

/// <summary>A list of values of one shape.</summary>
public interface IListShape : IShape
{
    IShape Item { get; }
}

/// <summary>One of a few words, fixed or from a vocabulary.</summary>
public interface IWordsShape : IShape
{
    /// <summary>Each word with its Chinese name.</summary>
    IEnumerable<(string Word, string Name)> NamedIn(Taxonomies taxonomies);

    IEnumerable<string> WordsIn(Taxonomies taxonomies) => NamedIn(taxonomies).Select(w => w.Word);
}

/// <summary>The id of another entry.</summary>
public interface IEntryShape : IShape
{
    /// <summary>story, object, dialogue, video, news or page.</summary>
    string Kind { get; }
}

/// <summary>A number with a fraction, perhaps below zero.</summary>
public interface IDecimalShape : IShape;

/// <summary>Two numbers in brackets.</summary>
public interface IPairShape : IShape;

/// <summary>A part of a picture: left, top, width and height as fractions of it, in brackets.</summary>
public interface IPartShape : IShape;

/// <summary>A part of a picture as words: <c>pct:left,top,width,height</c> in hundredths, or pixels without <c>pct:</c>.</summary>
public interface IRegionShape : IShape;

/// <summary>Words for readers, not a notation, an address or an id.</summary>
public interface ITextShape : IShape;

/// <summary>Words that run over several lines in a form.</summary>
public interface IProseShape : ITextShape;

/// <summary>How a node becomes a value; what is wrong with it is reported at its place.</summary>
public abstract class Shape<T> : IShape
{
    public abstract Phrase Form { get; }

    public abstract bool TryRead(Node node, ReadContext context, out T? value);
}
