using System.Text.Json.Nodes;
using YuGong.Content;
using YuGong.Content.Schemas;

namespace YuGong.Desk;

/// <summary>What the page with the form of one entry is made of.</summary>
public sealed record WriteRequest
{
    public required DeskCollection Collection { get; init; }

    public required string Id { get; init; }

    public required WritingState State { get; init; }

    public required Taxonomies Taxonomies { get; init; }

    /// <summary>The name of an entry of a kind by its id.</summary>
    public required Func<string, string, string?> Names { get; init; }

    public required Editor Editor { get; init; }

    /// <summary>What helps with the fields and is none: maps to click on.</summary>
    public Html Beside { get; init; }

    /// <summary>What readers remarked on the draft.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    /// <summary>Times are told by the site's clock.</summary>
    public TimeSpan Offset { get; init; }
}

/// <summary>The form of one entry: steps that follow the work, the fields of each, and the preview beside them.</summary>
public static class WritePage
{
    private static readonly (string? Step, string Name)[] Steps =
        [("draft", "草稿"), ("pending_review", "审核中"), ("pending_publish", "就绪"), (null, "已发布")];

    public static Html Render(WriteRequest asked)
    {
        var (collection, state) = (asked.Collection, asked.State);
        var own = VocabularyKeys.For(asked.Taxonomies, collection.Schema.Name);
        var steps = collection.Steps(asked.Taxonomies);
        var keys = collection.Schema.Keys.Concat(own).ToDictionary(k => k.Name, StringComparer.Ordinal);
        var fields = new FieldHtml(asked.Taxonomies, asked.Names, state.Files);
        var isFile = collection.Site is null ? Html.None : new Html("data-file");
        return Html.Of($"""
            <form class="writing" id="writing" data-collection="{collection.Name}" data-id="{asked.Id}" data-version="{state.Version}"
            data-tip="{state.Tip}" data-step="{state.Step}" data-lies="{state.Lies}" data-title-key="{collection.TitleKey}"
            {isFile} data-rest="{Rest(steps, state.Values)}" autocomplete="off">
            <div class="write-head"><p class="crumbs"><a href="/desk/write/{collection.Name}/">{collection.Label}</a></p>
            <h1 data-title>{TitleOf(collection, asked.Id, state)}</h1>
            <p class="write-state"><span class="badge">{Where(state)}</span>
            <span role="status" data-saved>{(state.IsUnsaved ? "有还没存成一步的改动" : "")}</span></p>
            <div class="write-tools">
            <button type="button" class="button button-quiet" data-undo-typing disabled>撤销</button>
            <button type="button" class="button button-quiet" data-redo-typing disabled>重做</button>
            <button type="button" class="button" data-commit>存成一步</button></div>
            <div class="told" data-told aria-live="polite" tabindex="-1">{Kept(state.Kept)}</div></div>
            <nav class="write-steps" aria-label="步骤"><ol>{Html.Join(steps.Index(), s => Way(s.Index + 1, s.Item))}</ol></nav>
            <div class="write-body">{RemarkList.Open(asked.Remarks, asked.Offset)}{asked.Beside}
            {Html.Join(steps, s => Step(s, keys, fields, state.Values, collection.Schema))}
            {Moves(asked)}</div>
            {(collection.Site is null ? Look : LookOfFile)}
            {Html.Join(EntryKind.All, k => Html.Of($"<datalist id=\"names-{k.Name}\"></datalist>"))}
            </form>
            <noscript><p class="alarm">这张表单要脚本才能存；浏览器里打开脚本再来。</p></noscript>
            """);
    }

    private static Html Way(int number, FormStep step) => Html.Of($"""
        <li><a href="#step-{step.Id}"><span class="nr">{number}</span> {step.Name} <span class="lack" data-lack="{step.Id}"></span></a></li>
        """);

    public static string TitleOf(DeskCollection collection, string id, WritingState state)
    {
        var key = collection.Site is null ? collection.TitleKey : "name"; // of a vocabulary of the site's own
        var named = state.Values[key] is JsonValue said && said.TryGetValue<string>(out var words) && words is not "" ? words : null;
        return collection.Site is { IsKnown: true } known ? known.File.Title : named ?? id;
    }

    /// <summary>Where the text that stands has come to, in words.</summary>
    public static string Where(WritingState state) => !state.Stands ? "新的，还没有存过"
        : state.Step is not null ? Array.Find(Steps, s => s.Step == state.Step).Name
        : state.Values["id"] is null ? "网站上用着"
        : HeaderKeys.StatusWords.Choices.FirstOrDefault(c => c.Word == state.Status).Name ?? "草稿";

    /// <summary>What two wrote into the same field: the earlier words, to be taken over by hand or put away.</summary>
    public static Html Kept(IReadOnlyList<KeptWords> kept) => kept.Count == 0 ? Html.None : Html.Of($"""
        <div class="kept"><p><strong>同一栏有两个人写过：后写的留在表单里，先写的在这里，没有丢。</strong></p>
        <ul>{Html.Join(kept, Kept)}</ul>
        <button type="button" class="button button-quiet" data-forget>看过了，收起来</button></div>
        """);

    private static Html Kept(KeptWords kept) => Html.Of($"""
        <li><span class="by">{kept.By}</span> 写在“{kept.Place}”里的，被 {kept.Over} 后来的改动代替：<blockquote>{kept.Text}</blockquote></li>
        """);

    private static Html Step(FormStep step, Dictionary<string, IKey> keys, FieldHtml fields, JsonObject values, ISchema schema)
    {
        var shown = step.Keys.Concat(step.Folded.Where(k => Says(values[k]))).ToList();
        List<string> folded = [.. step.Folded.Where(k => !Says(values[k]))];
        var names = string.Join("、", folded.Take(6).Select(k => keys[k].Label)) + (folded.Count > 6 ? "……" : "");
        var rest = Html.Join(folded, k => Field(k, keys, fields, values, schema));
        return Html.Of($"""
            <section class="step" id="step-{step.Id}" data-step="{step.Id}" aria-labelledby="h-{step.Id}">
            <h2 id="h-{step.Id}">{step.Name} <button type="button" class="lack" data-lack="{step.Id}"></button></h2>
            <p class="about">{step.About}</p>
            {(step.Id == "sources" ? PasteSource : Html.None)}{Html.Join(shown, k => Field(k, keys, fields, values, schema))}
            {(folded.Count == 0 ? Html.None : Html.Of($"<details class=\"more\"><summary>还可以写：{names}</summary>{rest}</details>"))}
            </section>
            """);
    }

    private static Html PasteSource => new("""
        <div class="field paste-source"><label><span class="name">粘贴一条来源</span>
        <textarea class="v" rows="2" data-source-text placeholder="网址，或一条引文：作者. 题名[J]. 刊名， 年， 卷(期): 页"></textarea></label>
        <button type="button" class="add" data-source-add>认出来，加进下面</button>
        <p class="hint">只用粘贴的字填，不上网查。A 级：官方、高校、主流媒体原站；B 级：转载、地方文史、图书；C 级：百科、自媒体。一条主张要一个 A 级，或两个互相独立的 B 级。</p></div>
        """);

    private static Html Field(string key, Dictionary<string, IKey> keys, FieldHtml fields, JsonObject values, ISchema schema) =>
        key == FormSteps.Body ? Body(values[key], schema) : fields.Of(keys[key], values[key]);

    private static Html Must { get; } = new(" <span class=\"must\">必填</span>");

    private static Html Body(JsonNode? value, ISchema schema) => Html.Of($"""
        <div class="field body" data-key="body" data-kind="text"><div class="body-bar" role="toolbar" aria-label="正文工具">
        {Marks([("heading", "小标题"), ("subheading", "次标题"), ("strong", "着重"), ("list", "列表"), ("numbers", "编号"), ("quote", "引文"),
            ("table", "表格")])}
        <button type="button" data-link>链接</button><button type="button" data-insert>插入 @ 来源、人物、老物件</button>
        <label class="upload">插图<input type="file" accept="{Uploads.PictureTypes}" multiple data-body-upload></label>
        <button type="button" class="as-written" data-as-written hidden>看 Markdown</button>
        <div class="table-bar" role="group" aria-label="表格" hidden>
        {Marks([("row", "加一行"), ("column", "加一列"), ("row-away", "删这行"), ("column-away", "删这列"), ("table-away", "删表格")])}</div></div>
        <label><span class="name">{(schema == EntrySchemas.Video ? "文字稿" : "正文")}
        {(schema == EntrySchemas.Dialogue ? Html.None : Must)}</span>
        <textarea class="v" rows="24" spellcheck="false">
        {(value is JsonValue said && said.TryGetValue<string>(out var text) ? text : "")}</textarea></label>
        <p class="hint">从 Word、WPS、公众号和网页粘贴，标题、列表、表格和引文都留着。图片直接拖进来。<span data-count></span></p><p class="said"></p></div>
        """);

    private static Html Marks(IEnumerable<(string Mark, string Name)> marks) =>
        Html.Join(marks, m => Html.Of($"<button type=\"button\" data-mark=\"{m.Mark}\">{m.Name}</button> "));

    private static Html LookOfFile { get; } = new("""
        <aside class="look" aria-label="发现"><div class="look-bar" role="group" aria-label="看哪一样">
        <button type="button" data-look="findings" aria-pressed="true">发现 <span data-count-findings></span></button>
        <button type="button" class="close" data-look-close>收起</button></div>
        <div class="look-stage" data-stage><p class="none">没有发现。</p></div></aside>
        <button type="button" class="button look-open" data-look-open>看发现</button>
        """);

    private static Html Look { get; } = new("""
        <aside class="look" aria-label="预览"><div class="look-bar" role="group" aria-label="看哪一样">
        <button type="button" data-look="desk" aria-pressed="true">电脑</button>
        <button type="button" data-look="phone" aria-pressed="false">手机</button>
        <button type="button" data-look="card" aria-pressed="false">海报</button>
        <button type="button" data-look="findings" aria-pressed="false">发现 <span data-count-findings></span></button>
        <button type="button" class="marks" data-marks aria-pressed="true">标出改动</button>
        <button type="button" class="close" data-look-close>收起</button></div>
        <div class="look-stage" data-stage><p class="none">必填的内容齐了，页面就在这里。</p></div></aside>
        <button type="button" class="button look-open" data-look-open>看预览</button>
        """);

    private static Html Moves(WriteRequest asked)
    {
        var (step, editor) = (asked.State.Step, asked.Editor);
        (string Word, string Name, bool May)[] all =
        [
            ("pending_review", "送审", step is "draft" && editor.May(DeskAction.Submit, Branch.Draft)),
            ("draft", "收回草稿", step is "pending_review" or "pending_publish" && editor.May(DeskAction.Recall, Branch.Draft)),
        ];
        var review = step is null ? Html.None : Html.Of(
            $"<a class=\"button\" href=\"/desk/review/{asked.Collection.Name}/{asked.Id}/\">"
                + $"{(MayDecide(step, editor) ? "对照着定" : "看改了什么")}</a> ");
        var canDelete = step is null && asked.State.Lies is not null && asked.Collection.Site is null
            && editor.May(DeskAction.Delete, Branch.Main, FileKind.Entry);
        var buttons = Html.Join(all.Where(a => a.May), a => Html.Of(
            $"<button type=\"button\" class=\"button button-quiet\" data-go-step=\"{a.Word}\">{a.Name}</button> "));
        var delete = canDelete ? new Html("<button type=\"button\" class=\"button button-quiet\" data-delete>删除这一篇</button> ") : Html.None;
        var discard = step is not null && editor.May(DeskAction.Discard, Branch.Draft)
            ? new Html("<button type=\"button\" class=\"button button-quiet\" data-discard>丢弃草稿</button> ") : Html.None;
        return Html.Of($"""
            <section class="step moves" aria-labelledby="h-moves"><h2 id="h-moves">下一步</h2>
            <p class="about">{(step is null ? "先存成一步：它成为一份草稿，网站上还看不见。" : "存过的草稿从这里往前走。有没存的改动，会先存成一步。")}</p>
            <p class="buttons">{review}{buttons}{discard}<button type="button" class="button button-quiet" data-drop>放弃没存的改动</button>
            {delete}<a class="button button-quiet" href="/desk/entry/{asked.Collection.Name}/{asked.Id}/">历史</a></p>
            <p role="status" data-moved></p></section>
            """);
    }

    /// <summary>Whether they may call it ready or publish it, which is done where both versions are seen.</summary>
    private static bool MayDecide(string step, Editor editor) => step is "pending_publish" || !editor.OneOfSeveral
        ? editor.May(DeskAction.Publish, Branch.Main) : editor.May(DeskAction.Approve, Branch.Draft);

    /// <summary>What no field shows goes along, so that a preview has it.</summary>
    private static string Rest(IReadOnlyList<FormStep> steps, JsonObject values)
    {
        var shown = steps.SelectMany(s => s.Keys.Concat(s.Folded)).ToHashSet(StringComparer.Ordinal);
        return new JsonObject(values.Where(v => !shown.Contains(v.Key)).Select(v => KeyValuePair.Create(v.Key, v.Value?.DeepClone())))
            .ToJsonString();
    }

    private static bool Says(JsonNode? node) => node switch
    {
        null => false,
        JsonObject map => map.Any(m => Says(m.Value)),
        JsonArray list => list.Count > 0,
        _ => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0,
    };
}
