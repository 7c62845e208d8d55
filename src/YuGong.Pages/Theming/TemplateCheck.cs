using System.Text.Json.Serialization.Metadata;
using YuGong.Content;
using YuGong.Pages.Views;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>
/// Reads every template of a theme against the views before anything is rendered: unknown members, partials, helpers and
/// assets are findings with their place, also in branches that today's content never takes.
/// </summary>
public static class TemplateCheck
{
    private static readonly Dictionary<string, Type> Models = new(StringComparer.Ordinal)
    {
        ["home"] = typeof(HomePage), ["people"] = typeof(PeoplePage), ["hall"] = typeof(HallPage), ["timeline"] = typeof(TimelinePage), ["map"] = typeof(MapPage), ["room"] = typeof(RoomPage), ["person"] = typeof(PersonPage),
        ["objects"] = typeof(ObjectsPage), ["object"] = typeof(ObjectPage), ["dialogues"] = typeof(DialoguesPage), ["dialogue"] = typeof(DialoguePage),
        ["videos"] = typeof(VideosPage), ["video"] = typeof(VideoPage), ["call"] = typeof(CallPage), ["page"] = typeof(ProsePage), ["search"] = typeof(SearchPage), ["api"] = typeof(ApiPage),
        ["posters"] = typeof(PostersPage), ["poster"] = typeof(PosterPage), ["embed"] = typeof(EmbedPage), ["embed-board"] = typeof(EmbedBoardPage), ["404"] = typeof(NotFoundPage),
        ["gone"] = typeof(NotFoundPage), ["verify"] = typeof(NotFoundPage),
        ["redirect"] = typeof(RedirectPage),
    };

    public static void Check(Theme theme, IReadOnlyCollection<string> assets, Diagnostics diagnostics)
    {
        foreach (var file in theme.Templates.Values.Concat(theme.Partials.Values).Concat(theme.StyleSheets()))
        {
            ForeignRequests.Check(file, diagnostics);
        }

        var seen = new HashSet<(string Partial, Type? Type)>();
        foreach (var (name, file) in theme.Templates)
        {
            if (name == "layout")
            {
                new Reader(theme, assets, diagnostics, seen).Read(file, new(typeof(PageModel), true, null));
            }
            else if (name.StartsWith("site/", StringComparison.Ordinal))
            {
                new Reader(theme, assets, diagnostics, seen).Read(file, new(typeof(WholeSite), false, null));
            }
            else if (Models.TryGetValue(name, out var model))
            {
                new Reader(theme, assets, diagnostics, seen).Read(file, new(model, false, null));
            }
            else
            {
                var hint = Suggestion.Nearest(name, Models.Keys) is { } near ? $"是不是想写 {near}.hbs?" : $"模板有:{string.Join("、", Models.Keys)}。";
                diagnostics.Report(PageRules.UnknownPartial, file.Whole, name, hint);
            }
        }
    }

    /// <summary>What <c>this</c> is at a place; null when the check cannot know and stays silent.</summary>
    private sealed record Scope(Type? Type, bool Layout, Scope? Parent);

    private sealed class Reader(Theme theme, IReadOnlyCollection<string> assets, Diagnostics diagnostics, HashSet<(string, Type?)> seen)
    {
        private SourceFile file = null!;

        public void Read(SourceFile template, Scope root)
        {
            file = template;
            if (Mustaches.FirstOpen(template.Text) is { } unclosed)
            {
                Find(PageRules.TemplateSyntax, unclosed, 2, "{{ 没有关上");
                return;
            }

            var open = new Stack<(string Block, Scope Before, int At)>();
            var scope = root;
            foreach (var tag in Mustaches.In(template.Text))
            {
                if (Mustaches.IsUneven(template.Text, tag))
                {
                    Find(PageRules.TemplateSyntax, tag.Start, tag.End - tag.Start, "左右花括号的数目不同");
                    return;
                }

                var words = Mustaches.Words(template.Text, tag);
                if (words.Count == 0)
                {
                    continue;
                }

                var (first, at) = words[0];
                switch (first[0])
                {
                    case '#' or '^' when first.Length > 1:
                        open.Push((first[1..], scope, at));
                        scope = Enter(first[1..], at + 1, words, scope);
                        break;
                    case '/':
                        if (!open.TryPop(out var block) || block.Block != first[1..])
                        {
                            Find(PageRules.TemplateSyntax, at, first.Length, $"多出 {{{{{first}}}}}");
                            return;
                        }

                        scope = block.Before;
                        break;
                    case '>':
                        Partial(first, at, words, scope);
                        break;
                    case '!':
                        break;
                    case '^':
                        break;
                    default:
                        if (first == "else")
                        {
                            scope = open.TryPeek(out var outer) ? outer.Before : scope;
                            break;
                        }

                        Expression(words, scope);
                        break;
                }
            }

            if (open.TryPop(out var left))
            {
                Find(PageRules.TemplateSyntax, left.At, left.Block.Length + 1, $"{{{{#{left.Block}}}}} 没有关上");
            }
        }

        private Scope Enter(string block, int at, List<Word> words, Scope scope)
        {
            if (block is not ("if" or "unless" or "each" or "with"))
            {
                Find(PageRules.UnknownHelper, at, block.Length, block);
                return scope;
            }

            if (words.Count < 2)
            {
                Find(PageRules.TemplateSyntax, at, block.Length, $"{{{{#{block}}}}} 要有一个值");
                return scope;
            }

            if (words[1].Text == "(")
            {
                Expression([.. words.Skip(2).TakeWhile(w => w.Text != ")")], scope);
                return scope;
            }

            var type = TypeOf(words[1].Text, words[1].At, scope);
            return block switch
            {
                "each" => new(type is null ? null : ItemOf(type), false, scope),
                "with" => new(type, false, scope),
                _ => scope,
            };
        }

        private void Expression(List<Word> words, Scope scope)
        {
            var (name, at) = words[0];
            if (words.Count == 1 && TemplateHelpers.Names.Contains(name))
            {
                Find(PageRules.TemplateSyntax, at, name.Length, $"{name} 是助手的名字;同名的成员写 this.{name}");
                return;
            }

            if (words.Count == 1)
            {
                TypeOf(name, at, scope);
                return;
            }

            if (!TemplateHelpers.Names.Contains(name))
            {
                Find(PageRules.UnknownHelper, at, name.Length, name);
                return;
            }

            foreach (var (word, place) in words.Skip(1).Where(w => w.Text is not ("(" or ")") && w.Text[0] is not ('"' or '\'') && !char.IsAsciiDigit(w.Text[0])))
            {
                if (!TemplateHelpers.Names.Contains(word))
                {
                    TypeOf(word, place, scope);
                }
            }

            if (name == "asset" && words[1].Text.Trim('"', '\'') is var asset && !assets.Contains(asset))
            {
                var hint = Suggestion.Nearest(asset, assets) is { } near ? $"是不是想写 {near}?" : $"有:{string.Join("、", assets)}。";
                Find(PageRules.UnknownAsset, words[1].At, words[1].Text.Length, asset, hint);
            }
        }

        private void Partial(string first, int at, List<Word> words, Scope scope)
        {
            List<Word> rest = first.Length > 1 ? [new(first[1..], at + 1), .. words.Skip(1)] : [.. words.Skip(1)];
            if (rest.Count == 0)
            {
                return;
            }

            var (name, place) = rest[0];
            if (!theme.Partials.TryGetValue(name, out var partial))
            {
                var hint = Suggestion.Nearest(name, theme.Partials.Keys) is { } near ? $"是不是想写 {near}?" : $"有:{string.Join("、", theme.Partials.Keys)}。";
                Find(PageRules.UnknownPartial, place, name.Length, name, hint);
                return;
            }

            var inner = rest.Count > 1 && !rest[1].Text.Contains('=', StringComparison.Ordinal) ? new Scope(TypeOf(rest[1].Text, rest[1].At, scope), false, scope) : scope;
            if (inner.Type is not null && rest.TrueForAll(w => !w.Text.Contains('=', StringComparison.Ordinal)) && seen.Add((name, inner.Type)))
            {
                new Reader(theme, assets, diagnostics, seen).Read(partial, inner);
            }
        }

        private Type? TypeOf(string path, int at, Scope scope)
        {
            if (path[0] is '@' or '"' or '\'' || char.IsAsciiDigit(path[0]) || path is "true" or "false")
            {
                return path.StartsWith("@root.", StringComparison.Ordinal) ? null : typeof(string);
            }

            Scope? here = scope;
            while (path.StartsWith("../", StringComparison.Ordinal))
            {
                here = here?.Parent;
                path = path[3..];
                at += 3;
            }

            if (path.StartsWith("./", StringComparison.Ordinal))
            {
                path = path[2..];
                at += 2;
            }

            var type = here?.Type;
            foreach (var part in path.Split('.'))
            {
                if (type is null)
                {
                    return null;
                }

                if (part == "this")
                {
                    at += 5;
                    continue;
                }

                if (here is { Layout: true } && part == "body" && type == here.Type)
                {
                    return typeof(string);
                }

                var next = Member(type, part);
                if (next is null)
                {
                    var names = Names(type);
                    var hint = names.Count == 0 ? "这里只是文字或数字。"
                        : Suggestion.Nearest(part, names) is { } near ? $"是不是想写 {near}?"
                        : $"有:{string.Join("、", names)}。";
                    Find(PageRules.UnknownName, at, part.Length, Readable(type), part, hint);
                    return null;
                }

                type = next;
                at += part.Length + 1;
            }

            return type;
        }

        private void Find(Rule rule, int at, int length, params IReadOnlyList<string> details) => diagnostics.Report(rule, file.Span(at, length), details);
    }

    private static Type? Member(Type type, string name)
    {
        if (name == "length" && ItemOf(type) is not null)
        {
            return typeof(int);
        }

        return InfoOf(type)?.Properties.FirstOrDefault(p => p.Name == name && p.Get is not null)?.PropertyType;
    }

    private static IReadOnlyList<string> Names(Type type) =>
        [.. (InfoOf(type)?.Properties ?? []).Where(p => p.Get is not null).Select(p => p.Name)];

    /// <summary>A layout knows what every page has.</summary>
    private static JsonTypeInfo? InfoOf(Type type) => ViewJson.MembersOf(type == typeof(PageModel) ? typeof(NotFoundPage) : type);

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    private static string Readable(Type type) => type == typeof(PageModel) ? "页面" : ItemOf(type) is { } item ? $"{item.Name} 的列表" : type.Name;
}

/// <param name="At">Offset in the template.</param>
internal sealed record Word(string Text, int At);

/// <summary>Finds <c>{{…}}</c> in a template and splits it into words with their places.</summary>
internal static class Mustaches
{
    public static IEnumerable<(int Start, int End)> In(string text)
    {
        for (var at = text.IndexOf("{{", StringComparison.Ordinal); at >= 0; at = text.IndexOf("{{", at, StringComparison.Ordinal))
        {
            var start = at + 2;
            var comment = string.CompareOrdinal(text, start, "!--", 0, 3) == 0;
            var end = text.IndexOf(comment ? "--}}" : "}}", start, StringComparison.Ordinal);
            if (end < 0)
            {
                yield break;
            }

            if (!comment)
            {
                yield return (text[start] == '{' ? start + 1 : start, end);
            }

            at = end + 2;
        }
    }

    /// <summary>Where braces begin that are not closed as they were opened; null when all are.</summary>
    public static int? FirstOpen(string text)
    {
        for (var at = text.IndexOf("{{", StringComparison.Ordinal); at >= 0; at = text.IndexOf("{{", at, StringComparison.Ordinal))
        {
            var close = string.CompareOrdinal(text, at, "{{!--", 0, 5) == 0 ? "--}}" : string.CompareOrdinal(text, at, "{{{", 0, 3) == 0 ? "}}}" : "}}";
            var end = text.IndexOf(close, at + 2, StringComparison.Ordinal);
            if (end < 0)
            {
                return at;
            }

            at = end + close.Length;
        }

        return null;
    }

    /// <summary>Opened with three braces and closed with two, or the other way round: the engine would read on and fail without a place.</summary>
    public static bool IsUneven(string text, (int Start, int End) tag)
    {
        var raw = tag.Start >= 3 && text[tag.Start - 3] == '{';
        var closesRaw = tag.End + 2 < text.Length && text[tag.End + 2] == '}';
        return raw != closesRaw;
    }

    public static List<Word> Words(string text, (int Start, int End) tag)
    {
        var words = new List<Word>();
        for (var at = tag.Start; at < tag.End;)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c) || c is '~' or '&')
            {
                at++;
                continue;
            }

            var start = at;
            if (c is '(' or ')')
            {
                at++;
            }
            else if (c is '"' or '\'')
            {
                at = text.IndexOf(c, at + 1) is var close && close < 0 ? tag.End : close + 1;
            }
            else
            {
                while (at < tag.End && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')' or '~'))
                {
                    at++;
                }
            }

            words.Add(new(text[start..at], start));
        }

        return words;
    }
}
