using System.Text.Json;
using System.Text.Json.Nodes;
using YuGong.Content;
using YuGong.Content.Schemas;

namespace YuGong.Desk;

/// <summary>
/// A key of the content model as a field of our own form: the shape of its values decides what people type into. What the script needs
/// stands in <c>data-</c> attributes; the page itself speaks Chinese and no key.
/// </summary>
/// <param name="names">The name of an entry of a kind by its id; null for one that is not there.</param>
/// <param name="files">Names of the files beside the entry.</param>
public sealed class FieldHtml(Taxonomies taxonomies, Func<string, string, string?> names, IReadOnlyList<string> files)
{
    /// <summary>Words that are seen at once; more are folded.</summary>
    private const int MostChips = 12;

    private readonly FieldWords spoken = new(taxonomies, names);

    public Html Of(IKey key, JsonNode? value) => Of(key, value, key.Required);

    /// <summary>What a folded item is called: its first words, those that it must have before the others.</summary>
    public string Summary(ISchema schema, JsonObject? item) => string.Join(" · ", schema.Keys
        .Where(k => k.Shape is not (ISchema or IListShape) && k.Shape != Shapes.Reference)
        .OrderBy(k => !(k.Required || k.Shape == Shapes.Date)).Take(2)
        .Select(k => spoken.Of(k.Shape, item?[k.Name])).Where(w => w.Length > 0));

    private Html Of(IKey key, JsonNode? value, bool required)
    {
        var shape = key.Shape;
        var hint = FormHints.Of(key) is { Length: > 0 } said && !IsDate(shape) ? Html.Of($"<p class=\"hint\">{said}</p>") : Html.None;
        if (ReferenceEquals(key, SharedKeys.Cite))
        {
            return Cites(key, value, required);
        }

        if (shape == Shapes.Reference)
        {
            return Html.Of($"<input type=\"hidden\" data-key=\"{key.Name}\" data-kind=\"auto\" value=\"{Words(value)}\">");
        }

        return shape switch
        {
            ISchema inner => Html.Of($"<fieldset class=\"field group\" data-key=\"{key.Name}\" data-kind=\"group\">"
                + $"<legend>{key.Label}{Must(required)}</legend>{hint}"
                + $"<div class=\"fields\">{Inner(inner, value as JsonObject, required)}</div><p class=\"said\"></p></fieldset>"),
            IListShape { Item: IWordsShape words } => Chips(key, words, value, required, hint),
            IListShape list => List(key, list.Item, value as JsonArray, required, hint),
            _ when shape == Shapes.Flag => Flag(key, Words(value), hint),
            _ => Plain(key, value, required, hint),
        };
    }

    private static Html Flag(IKey key, string words, Html hint)
    {
        var off = words == "false" ? words : "";
        return Html.Of($"<div class=\"field flag\" data-key=\"{key.Name}\" data-kind=\"flag\" data-off=\"{off}\">"
            + $"<label><input type=\"checkbox\"{Checked(words == "true")}> <span class=\"name\">{key.Label}</span></label>"
            + $"{hint}<p class=\"said\"></p></div>\n");
    }

    private Html Plain(IKey key, JsonNode? value, bool required, Html hint)
    {
        var shape = key.Shape;
        var file = shape == Shapes.PictureName || shape == Shapes.FileName ? Upload(shape, Words(value)) : Html.None;
        return Html.Of($"<div class=\"field\" data-key=\"{key.Name}\" data-kind=\"{Kind(shape)}\"{Entry(shape)}>"
            + $"<label><span class=\"name\">{key.Label}{Must(required)}</span>{Input(shape, value)}</label>"
            + $"{file}{Pick(shape)}{hint}<p class=\"said\"></p></div>\n");
    }

    /// <summary>Where on a picture, shown instead of reckoned.</summary>
    private static Html Pick(IShape shape) => shape switch
    {
        _ when shape == Shapes.Focal => new("<button type=\"button\" class=\"add\" data-pick=\"point\">在图上点</button>"),
        IPartShape => new("<button type=\"button\" class=\"add\" data-pick=\"part\">在图上框</button>"),
        IRegionShape => new("<button type=\"button\" class=\"add\" data-pick=\"region\">在图上框</button>"),
        _ => Html.None,
    };

    /// <summary>The sources are ticked by the script, which knows those that were added a moment ago.</summary>
    private static Html Cites(IKey key, JsonNode? value, bool required)
    {
        var chosen = value is JsonArray { Count: > 0 } cited ? $"{cited.Count} 条来源" : "还没有选来源";
        return Html.Of($"<div class=\"field cites\" data-key=\"{key.Name}\" data-kind=\"cites\" data-value=\"{Json(value)}\">"
            + $"<details><summary><span class=\"name\">{key.Label}{Must(required)}</span> <span class=\"chosen\">{chosen}</span></summary>"
            + $"<div class=\"ticks\"></div></details><p class=\"said\"></p></div>");
    }

    private Html Inner(ISchema schema, JsonObject? values, bool required) =>
        Html.Join(schema.Keys, k => Of(k, values?[k.Name], required && k.Required));

    private Html List(IKey key, IShape item, JsonArray? values, bool required, Html hint) => Html.Of($"""
        <fieldset class="field list" data-key="{key.Name}" data-kind="list"><legend>{key.Label}{Must(required)} {Number(values)}</legend>
        {hint}<p class="said"></p>
        <ol class="items">{Html.Join(values ?? [], v => Item(key, item, v))}</ol>
        <template>{Item(key, item, null)}</template>
        <button type="button" class="add" data-add>加一条{key.Label}</button></fieldset>
        """);

    private static Html Number(JsonArray? values) =>
        Html.Of($"<span class=\"number\">{(values?.Count is > 0 and var n ? $"{n}" : "")}</span>");

    private Html Item(IKey key, IShape shape, JsonNode? value)
    {
        if (shape is ISchema schema)
        {
            var words = Summary(schema, value as JsonObject);
            return Html.Of($"""
                <li class="item" data-kind="group"><details>
                <summary><span class="words">{(words.Length > 0 ? words : "新的一条")}</span></summary>
                <div class="fields">{Inner(schema, value as JsonObject, true)}</div></details>{Tools()}<p class="said"></p></li>
                """);
        }

        return Html.Of($"""
            <li class="item one" data-kind="{Kind(shape)}"{Entry(shape)}>
            <label><span class="visually-hidden">{key.Label}</span>{Input(shape, value)}</label>{Tools()}<p class="said"></p></li>
            """);
    }

    private static Html Tools() => new("""
        <div class="tools"><button type="button" data-move="-1" aria-label="上移">↑</button>
        <button type="button" data-move="1" aria-label="下移">↓</button>
        <button type="button" data-take aria-label="删去">✕</button></div>
        """);

    private Html Chips(IKey key, IWordsShape words, JsonNode? value, bool required, Html hint)
    {
        List<string> chosen = [.. (value as JsonArray ?? []).Select(Words).Where(w => w.Length > 0)];
        var known = words.NamedIn(taxonomies).ToList();
        var all = known.Concat(chosen.Where(c => known.TrueForAll(k => k.Word != c)).Select(c => (Word: c, Name: c))).ToList();
        var chips = Html.Join(all, w => Html.Of($"<label class=\"chip\"><input type=\"checkbox\" value=\"{w.Word}\""
            + $"{Checked(chosen.Contains(w.Word))}> <span>{w.Name}</span></label>"));
        var said = string.Join("、", all.Where(w => chosen.Contains(w.Word)).Select(w => w.Name));
        var shown = Html.Of($"<div class=\"chips\">{chips}</div>");
        var within = all.Count <= MostChips ? shown : Html.Of($"<details class=\"many\"><summary><span class=\"chosen\">"
            + $"{(said.Length > 0 ? said : "请选")}</span></summary>{shown}</details>");
        return Html.Of($"""
            <fieldset class="field" data-key="{key.Name}" data-kind="chips" data-value="{Json(value)}">
            <legend>{key.Label}{Must(required)}</legend>{hint}{within}<p class="said"></p></fieldset>
            """);
    }

    private Html Input(IShape shape, JsonNode? value)
    {
        var words = Words(value);
        return shape switch
        {
            IWordsShape choice => Select(choice.NamedIn(taxonomies), words),
            IEntryShape entry => Html.Of($"<input class=\"v\" autocomplete=\"off\" list=\"names-{entry.Kind}\" data-id=\"{words}\""
                + $" value=\"{names(entry.Kind, words) ?? words}\" placeholder=\"打名字来选\">"),
            IPairShape or IPartShape => Decimal(string.Join(", ", (value as JsonArray ?? []).Select(Words))),
            _ when shape == Shapes.PictureName || shape == Shapes.FileName => Select(files.Select(f => (f, f)), words),
            _ when IsDate(shape) => Html.Of($"<input class=\"v\" autocomplete=\"off\" value=\"{SpokenDate.Shown(words)}\""
                + $" placeholder=\"{(shape == Shapes.Date ? "例如 1956年3月、约1935年、20世纪40年代" : "例如 2026年11月22日")}\">"),
            _ when shape is IProseShape || words.Contains('\n', StringComparison.Ordinal) => Html.Of($"""
                <textarea class="v" rows="{Rows(words)}">
                {words}</textarea>
                """),
            IDecimalShape => Decimal(words),
            _ when shape == Shapes.Number => Html.Of($"<input class=\"v\" inputmode=\"numeric\" value=\"{words}\">"),
            _ when shape == Shapes.WebAddress => Html.Of(
                $"<input class=\"v\" type=\"url\" inputmode=\"url\" autocomplete=\"off\" value=\"{words}\">"),
            _ => Html.Of($"<input class=\"v\" autocomplete=\"off\" value=\"{words}\">"),
        };
    }

    private static Html Decimal(string words) => Html.Of($"<input class=\"v\" inputmode=\"decimal\" value=\"{words}\">");

    private static Html Select(IEnumerable<(string Word, string Name)> choices, string value)
    {
        List<(string Word, string Name)> all = [("", "请选"), .. choices];
        if (all.TrueForAll(c => c.Word != value))
        {
            all.Add((value, value));
        }

        var options = Html.Join(all, c => Html.Of(
            $"<option value=\"{c.Word}\"{(c.Word == value ? new Html(" selected") : Html.None)}>{Graded(c)}</option>"));
        return Html.Of($"<select class=\"v\">{options}</select>");
    }

    /// <summary>A, B and C are said together with what they mean.</summary>
    private static string Graded((string Word, string Name) choice) =>
        choice.Word is "A" or "B" or "C" ? $"{choice.Word} 级：{choice.Name}" : choice.Name;

    private static Html Upload(IShape shape, string value)
    {
        var isPicture = shape == Shapes.PictureName;
        var takes = isPicture ? Html.Of($" accept=\"{Uploads.PictureTypes}\"") : Html.None;
        return Html.Of($"""
            <div class="file"><img class="thumb" alt="" data-name="{(isPicture ? value : "")}" hidden>
            <label class="upload">传{(isPicture ? "图片" : "文件")}<input type="file" data-upload{takes}></label></div>
            """);
    }

    private static string Kind(IShape shape) => shape switch
    {
        IEntryShape => "entry",
        IPairShape or IPartShape => "parts",
        _ when IsDate(shape) => "date",
        _ => "text",
    };

    private static Html Entry(IShape shape) => shape is IEntryShape entry ? Html.Of($" data-entry=\"{entry.Kind}\"") : Html.None;

    private static bool IsDate(IShape shape) => shape == Shapes.Date || shape == Shapes.Day || shape == Shapes.PastDay;

    private static Html Must(bool required) => required ? new(" <span class=\"must\">必填</span>") : Html.None;

    private static Html Checked(bool isChecked) => isChecked ? new(" checked") : Html.None;

    private static string Json(JsonNode? value) => JsonSerializer.Serialize((value as JsonArray ?? []).Select(Words));

    private static int Rows(string words) => Math.Clamp((words.Length / 34) + 2, 3, 12);

    private static string Words(JsonNode? value) => FieldWords.TextOf(value);
}
