using YuGong.Content.Yaml;
using YuGong.Text;

namespace YuGong.Content.Schemas;

/// <summary>Reads a whole file of keys and values, YAML or JSON, by its schema.</summary>
public static class SchemaFile
{
    /// <summary>By which an editor program finds the JSON Schema of a JSON file; nothing else reads it.</summary>
    public static readonly Key<string> Format = new("$schema", "格式", "编辑器补全用的 JSON Schema 在哪里", Shapes.Words);

    /// <summary>Null after reporting why there is none.</summary>
    public static T? Read<T>(SourceFile file, Schema<T> schema, ReadContext context, Diagnostics diagnostics)
        where T : class
    {
        T? value = null;
        if (YamlReader.ReadMapping(file, 0, file.Text.Length, diagnostics) is { } mapping)
        {
            schema.TryRead(mapping, context, out value);
        }

        return value;
    }
}
