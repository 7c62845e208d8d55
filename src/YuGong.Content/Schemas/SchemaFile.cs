using YuGong.Content.Yaml;
using YuGong.Text;

namespace YuGong.Content.Schemas;

/// <summary>Reads a whole file of keys and values, YAML or JSON, by its schema.</summary>
public static class SchemaFile
{
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
