using System.Globalization;
using YuGong.Content.Yaml;
using YuGong.Text;

namespace YuGong.Content.Schemas;

/// <summary>The shapes of values. Each reads a node once, at the border, so that the model can be trusted afterwards.</summary>
public static class Shapes
{
    /// <summary>Characters that a form shows without a second line.</summary>
    private const int OneLine = 60;

    /// <summary>Any words: a remark that may also be missing.</summary>
    public static Shape<string> Words { get; } = new TextShape(new("文字", "text"), (scalar, _) => scalar.Text.Trim());

    /// <summary>Any words, and usually many: what somebody said is not judged.</summary>
    public static Shape<string> Prose { get; } = new ProseShape(new("文字", "text"), (scalar, _) => scalar.Text.Trim());

    /// <summary>Words that state something: there is a letter in them, and they are no placeholder (待补, N/A).</summary>
    public static Shape<string> Statement { get; } =
        new TextShape(new("文字", "text"), (scalar, context) => Stated(scalar, context, Wording.IsStatement));

    /// <summary>The same, and usually many.</summary>
    public static Shape<string> LongStatement { get; } =
        new ProseShape(new("文字", "text"), (scalar, context) => Stated(scalar, context, Wording.IsStatement));

    /// <summary>A value, a shelf mark, the number of a book: there is a letter or a digit, and it is no placeholder.</summary>
    public static Shape<string> Notation { get; } =
        new ScalarShape<string>(new("文字", "text"), (scalar, context) => Stated(scalar, context, Wording.IsNotation));

    /// <summary><c>true</c> or <c>false</c>, and nothing else that YAML might take for them.</summary>
    public static Shape<bool> Flag { get; } = new FlagShape();

    public static Shape<int?> Number { get; } = new ScalarShape<int?>(new("整数", "whole number"), (scalar, context) =>
        int.TryParse(Narrow(scalar).Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n)
            ? n : Fail<int?>(context, ContentRules.NotANumber, scalar));

    /// <summary>A day of a plan: <c>2026-12-01</c>.</summary>
    public static Shape<DateOnly?> Day { get; } = new ScalarShape<DateOnly?>(new("年-月-日", "year-month-day"), (scalar, context) =>
        DateOnly.TryParseExact(Narrow(scalar).Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : Fail<DateOnly?>(context, ContentRules.NotADate, scalar));

    /// <summary>A day that cannot lie ahead.</summary>
    public static Shape<DateOnly?> PastDay { get; } = new ScalarShape<DateOnly?>(new("年-月-日", "year-month-day"), (scalar, context) =>
        !DateOnly.TryParseExact(Narrow(scalar).Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Fail<DateOnly?>(context, ContentRules.NotADate, scalar)
        : day > context.Today ? Fail<DateOnly?>(context, ContentRules.FutureDate, scalar)
        : day);

    /// <summary>A date of history (EDTF), which cannot lie ahead.</summary>
    public static Shape<HistoricalDate> Date { get; } = new ScalarShape<HistoricalDate>(new("日期(EDTF)", "date (EDTF)"), (scalar, context) =>
        HistoricalDate.Parse(Narrow(scalar).Text) is not { } date ? Fail<HistoricalDate>(context, ContentRules.NotADate, scalar)
        : date.Earliest > context.Today ? Fail<HistoricalDate>(context, ContentRules.FutureDate, scalar)
        : date);

    /// <summary>An id: lower case letters, digits, hyphens.</summary>
    public static Shape<Ref> Reference { get; } = new ScalarShape<Ref>(new("id", "id"), ReadEntryId);

    /// <summary>The id of an entry of a kind; whether there is one is checked later, with all entries at hand.</summary>
    public static Shape<Ref> EntryOf(string kind) => new EntryShape(kind);

    public static Shape<string> WebAddress { get; } = new ScalarShape<string>(new("http(s) 地址", "http(s) address"), (scalar, context) =>
        Uri.TryCreate(Narrow(scalar).Text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
            && !scalar.Text.Contains(' ', StringComparison.Ordinal)
            ? Narrow(scalar).Text
            : Fail<string>(context, ContentRules.NotAnAddress, scalar));

    /// <summary>An address on this site: <c>/people/old-id/</c>.</summary>
    public static Shape<Ref> SitePath { get; } = new ScalarShape<Ref>(new("/地址/", "/address/"), (scalar, context) =>
        scalar.Text.Length > 1 && scalar.Text[0] == '/' && scalar.Text[^1] == '/' && scalar.Text[1..^1].Split('/').All(Slug.IsValid)
            ? new Ref(scalar.Text, scalar.Span)
            : Fail<Ref>(context, ContentRules.BadSitePath, scalar));

    /// <summary>The name of a file beside the entry; whether it is there is checked later, with the folder at hand.</summary>
    public static Shape<Ref> FileName { get; } = new ScalarShape<Ref>(new("文件名", "file name"), ReadFileName);

    /// <summary>The same for a picture.</summary>
    public static Shape<Ref> PictureName { get; } = new ScalarShape<Ref>(new("图片文件名", "picture's file name"), ReadFileName);

    /// <summary>Focal point: two numbers from 0 to 1, from the left and from the top.</summary>
    public static Shape<FocalPoint> Focal { get; } = new FocalShape();

    /// <summary>The free area.</summary>
    public static Shape<Node> Anything { get; } = new AnyShape();

    /// <summary>Words of at least and at most so many characters; beyond that the rule is a warning and the words are kept.</summary>
    public static Shape<string> TextOf(int min, int max)
    {
        var form = new Phrase($"文字,{min}–{max} 字", $"text, {min}–{max} characters");
        return max > OneLine ? new ProseShape(form, Measured) : new TextShape(form, Measured);

        string? Measured(Scalar scalar, ReadContext context)
        {
            if (Stated(scalar, context, Wording.IsStatement) is not { } text)
            {
                return null;
            }

            var length = new StringInfo(text).LengthInTextElements;
            if (length < min || length > max)
            {
                context.Report(ContentRules.TextLength, scalar.Span, context.Field, length.ToString(CultureInfo.InvariantCulture),
                    $"{min}–{max}");
            }

            return text;
        }
    }

    /// <summary>One of a few words, each with its Chinese name.</summary>
    public static ChoiceShape<T> Choice<T>(params (string Word, string Name, T Value)[] choices) => new(choices);

    /// <summary>A word of a controlled vocabulary.</summary>
    public static Shape<Term> TermOf(string taxonomy, Func<Taxonomies, IReadOnlyList<Term>> terms) => new TermShape(taxonomy, terms);

    public static Shape<IReadOnlyList<T>> ListOf<T>(Shape<T> item) => new ListShape<T>(item);

    internal static T? Fail<T>(ReadContext context, Rule rule, Scalar scalar)
    {
        context.Report(rule, scalar.Span, context.Field, scalar.Text);
        return default;
    }

    private static string? Stated(Scalar scalar, ReadContext context, Func<string, bool> says) =>
        says(scalar.Text) ? scalar.Text.Trim() : Fail<string>(context, ContentRules.SaysNothing, scalar);

    private static Ref? ReadEntryId(Scalar scalar, ReadContext context) =>
        Slug.IsValid(Narrow(scalar).Text) ? new Ref(Narrow(scalar).Text, scalar.Span) : Fail<Ref>(context, ContentRules.BadId, scalar);

    private static Ref? ReadFileName(Scalar scalar, ReadContext context) =>
        scalar.Text.Contains('/', StringComparison.Ordinal) || scalar.Text.Contains('\\', StringComparison.Ordinal)
            || scalar.Text is "." or ".."
            ? Fail<Ref>(context, ContentRules.BadFileName, scalar)
            : new Ref(scalar.Text, scalar.Span);

    private sealed class TextShape(Phrase form, Func<Scalar, ReadContext, string?> read) : ScalarShape<string>(form, read), ITextShape;

    /// <summary>Numbers, days, ids, words of a list: typed full-width they mean the same (U+FF01–FF5E).</summary>
    internal static Scalar Narrow(Scalar scalar) => !scalar.Text.AsSpan().ContainsAnyInRange('\u3000', '\uFF5E') ? scalar
        : scalar with { Text = string.Concat(scalar.Text.Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c)).Trim() };

    private sealed class ProseShape(Phrase form, Func<Scalar, ReadContext, string?> read) : ScalarShape<string>(form, read), IProseShape;

    private sealed class EntryShape(string kind) : ScalarShape<Ref>(new("id", "id"), ReadEntryId), IEntryShape
    {
        public string Kind => kind;
    }

    private class ScalarShape<T>(Phrase form, Func<Scalar, ReadContext, T?> read) : Shape<T>
    {
        public override Phrase Form => form;

        public override bool TryRead(Node node, ReadContext context, out T? value)
        {
            if (node is not Scalar scalar)
            {
                context.Report(ContentRules.WrongShape, node.Span, context.Field, Form);
                value = default;
                return false;
            }

            value = read(scalar, context);
            return value is not null;
        }
    }

    private sealed class FlagShape : Shape<bool>
    {
        public override Phrase Form => new("true 或 false", "true or false");

        public override bool TryRead(Node node, ReadContext context, out bool value)
        {
            var word = (node as Scalar)?.Text is { Length: > 0 } ? Narrow((Scalar)node).Text : "";
            value = word == "true";
            if (word is "true" or "false")
            {
                return true;
            }

            if (node is Scalar scalar)
            {
                Fail<bool>(context, ContentRules.NotAFlag, scalar);
            }
            else
            {
                context.Report(ContentRules.WrongShape, node.Span, context.Field, Form);
            }

            return false;
        }
    }

    private sealed class ListShape<T>(Shape<T> item) : Shape<IReadOnlyList<T>>, IListShape
    {
        public IShape Item => item;

        /// <summary>Whether its items are ids, in which no mark of a sentence can stand.</summary>
        private bool IsOfIds { get; } = item is IEntryShape or TermShape || ReferenceEquals(item, Reference);

        public override Phrase Form => new($"[{item.Form.Zh}, …]", $"[{item.Form.En}, …]");

        public override bool TryRead(Node node, ReadContext context, out IReadOnlyList<T>? value)
        {
            value = null;
            var children = IsOfIds ? WideList.Items(node) : (node as Sequence)?.Items;
            if (children is null)
            {
                context.Report(ContentRules.WrongShape, node.Span, context.Field, Form);
                return false;
            }

            var field = context.Field;
            var items = new List<T>(children.Count);
            foreach (var child in children)
            {
                context.Field = field;
                if (child is Scalar { IsEmpty: true })
                {
                    context.Report(ContentRules.EmptyValue, child.Span, field, field, item.Form);
                }
                else if (item.TryRead(child, context, out var read))
                {
                    if (IdOf(read, child) is { } id && items.Exists(i => IdOf(i, child) == id))
                    {
                        context.Report(ContentRules.DuplicateInList, child.Span, field, id);
                        continue;
                    }

                    items.Add(read!);
                }
            }

            value = items;
            return true;
        }

        /// <summary>
        /// What tells one item from another, where saying it twice says nothing more. (The words of a vocabulary, which are mappings, are
        /// checked as a whole.)
        /// </summary>
        private static string? IdOf(T? item, Node child) => item switch
        {
            Ref reference => reference.Id,
            Term term when child is Scalar => term.Id,
            Relation relation => relation.Person.Id,
            Participation part => $"{part.Person.Id}({part.Role})",
            _ => null,
        };
    }

    private sealed class TermShape(string taxonomy, Func<Taxonomies, IReadOnlyList<Term>> terms) : Shape<Term>, IWordsShape
    {
        /// <summary>Words of a vocabulary that a hint lists.</summary>
        private const int Shown = 24;

        private static Phrase Some(Phrase list) => new($"可以写:{list.Zh} 等。", $"It may be: {list.En} and others.");

        public IEnumerable<(string Word, string Name)> NamedIn(Taxonomies taxonomies) => terms(taxonomies).Select(t => (t.Id, t.Name));

        public override Phrase Form => new($"taxonomies/{taxonomy} 里的 id", $"an id in taxonomies/{taxonomy}");

        public override bool TryRead(Node node, ReadContext context, out Term? value)
        {
            value = null;
            if (node is not Scalar scalar)
            {
                context.Report(ContentRules.WrongShape, node.Span, context.Field, Form);
                return false;
            }

            var known = terms(context.Taxonomies);
            var word = Narrow(scalar).Text;
            foreach (var term in known)
            {
                if (term.Id == word)
                {
                    value = term;
                    return true;
                }
            }

            if (context.DoubtfulVocabularies.Contains(taxonomy))
            {
                return false;
            }

            var near = known.FirstOrDefault(t => t.Name == scalar.Text)?.Id ?? Suggestion.Nearest(scalar.Text, known.Select(t => t.Id));
            context.Report(
                ContentRules.UnknownTerm, scalar.Span, context.Field, scalar.Text,
                near is not null ? Suggestion.Question(near)
                    : known.Count == 0 ? new($"先写好 taxonomies/{taxonomy}.yaml。", $"Write taxonomies/{taxonomy}.yaml first.")
                    : known.Count <= Shown ? Suggestion.Choices(known.Select(t => t.Id))
                    : Some(Phrase.List(known.Take(Shown).Select(t => t.Id))), taxonomy);
            return false;
        }
    }

    private sealed class FocalShape : Shape<FocalPoint>, IPairShape
    {
        public override Phrase Form => new("[0 到 1, 0 到 1]", "[0 to 1, 0 to 1]");

        public override bool TryRead(Node node, ReadContext context, out FocalPoint? value)
        {
            value = null;
            if (node is Sequence { Items: [Scalar x, Scalar y] } && Unit(x) is { } fx && Unit(y) is { } fy)
            {
                value = new(fx, fy);
                return true;
            }

            context.Report(ContentRules.BadFocalPoint, node.Span);
            return false;
        }

        private static double? Unit(Scalar scalar) =>
            double.TryParse(scalar.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && n is >= 0 and <= 1
                ? n : null;
    }

    private sealed class AnyShape : Shape<Node>
    {
        public override Phrase Form => new("任意", "anything");

        public override bool TryRead(Node node, ReadContext context, out Node? value)
        {
            value = node;
            return true;
        }
    }
}

/// <summary>One of a few words. Keeps the words, for forms and for printing the value again.</summary>
public sealed class ChoiceShape<T>((string Word, string Name, T Value)[] choices) : Shape<T>, IWordsShape
{
    public IEnumerable<(string Word, string Name)> NamedIn(Taxonomies taxonomies) => choices.Select(c => (c.Word, c.Name));

    private string Words => string.Join(" | ", choices.Select(c => c.Word));

    public override Phrase Form => new(Words, Words);

    public IEnumerable<(string Word, string Name, T Value)> Choices => choices;

    public override bool TryRead(Node node, ReadContext context, out T? value)
    {
        if (node is Scalar scalar)
        {
            var word = Shapes.Narrow(scalar).Text;
            foreach (var choice in choices)
            {
                if (choice.Word == word)
                {
                    value = choice.Value;
                    return true;
                }
            }

            var near = choices.FirstOrDefault(c => c.Name == scalar.Text).Word
                ?? Suggestion.Nearest(scalar.Text, choices.Select(c => c.Word));
            context.Report(ContentRules.UnknownChoice, scalar.Span, context.Field, scalar.Text,
                near is null ? Suggestion.Choices([Words]) : Suggestion.Question(near));
        }
        else
        {
            context.Report(ContentRules.WrongShape, node.Span, context.Field, Form);
        }

        value = default;
        return false;
    }

    /// <summary>The Chinese name of a value.</summary>
    public string NameOf(T value) => choices.First(c => EqualityComparer<T>.Default.Equals(c.Value, value)).Name;

    /// <summary>The word a value is written as.</summary>
    public string WordOf(T value) => choices.First(c => EqualityComparer<T>.Default.Equals(c.Value, value)).Word;
}
