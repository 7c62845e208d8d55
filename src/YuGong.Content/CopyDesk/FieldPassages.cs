using YuGong.Content.Schemas;
using YuGong.Content.Writing;
using YuGong.Content.Yaml;
using YuGong.Text;

namespace YuGong.Content.CopyDesk;

/// <summary>The values of keys that readers read, by the schema that says which they are.</summary>
internal static class FieldPassages
{
    /// <summary>Keys whose values are claims of a story (claims.txt).</summary>
    private static readonly HashSet<string> Claims = new(StringComparer.Ordinal)
    {
        "birth", "death", "events", "figures", "honours", "quotations", "projects", "related",
    };

    public static void Read(SourceFile file, Mapping mapping, ISchema schema, BodyPassages.Reader read) =>
        Read(file, mapping, schema, false, read);

    private static void Read(SourceFile file, Mapping mapping, ISchema schema, bool isClaim, BodyPassages.Reader read)
    {
        foreach (var entry in mapping.Entries)
        {
            foreach (var key in schema.Keys)
            {
                if (key.Name == entry.Key.Text && !key.IsVerbatim)
                {
                    ReadValue(file, entry.Value, key.Shape, isClaim || Claims.Contains(key.Name), read);
                    break;
                }
            }
        }
    }

    public static void ReadValue(SourceFile file, Node value, IShape shape, bool isClaim, BodyPassages.Reader read)
    {
        switch (value, shape)
        {
            case (Scalar scalar, ITextShape) when HanText.HasHan(scalar.Text) && ScalarPlaces.Of(scalar) is { } places:
                read(new Passage(file, scalar.Text, places, isClaim));
                break;
            case (Sequence list, IListShape items):
                foreach (var item in list.Items)
                {
                    ReadValue(file, item, items.Item, isClaim, read);
                }

                break;
            case (Mapping map, ISchema schema):
                Read(file, map, schema, isClaim, read);
                break;
        }
    }
}
