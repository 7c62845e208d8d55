using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using HandlebarsDotNet;

namespace YuGong.Pages;

/// <summary>The six helpers that templates have besides Handlebars' own.</summary>
internal static class TemplateHelpers
{
    public static readonly IReadOnlyList<string> Names = ["asset", "eq", "join", "json", "number", "unbroken"];

    private static readonly JavaScriptEncoder Json = JavaScriptEncoder.Create(UnicodeRanges.All);

    public static void Register(IHandlebars handlebars, Func<UnbrokenWords> unbroken, Func<string, string> addressOfAsset)
    {
        handlebars.RegisterHelper("asset", (output, _, arguments) => output.WriteSafeString(addressOfAsset((string)arguments[0]!)));
        handlebars.RegisterHelper("eq", (_, arguments) => Equals(arguments[0], arguments[1]));
        handlebars.RegisterHelper("join", (output, _, arguments) =>
            output.Write(string.Join((string?)arguments[1], ((IEnumerable)arguments[0]!).Cast<object>())));
        handlebars.RegisterHelper("json", (output, _, arguments) =>
            output.WriteSafeString(arguments[0] is null ? "null" : $"\"{Json.Encode(arguments[0]!.ToString()!)}\""));
        handlebars.RegisterHelper("number", (output, _, arguments) =>
            output.Write(Convert.ToDouble(arguments[0], CultureInfo.InvariantCulture).ToString("#,0.##", CultureInfo.InvariantCulture)));
        handlebars.RegisterHelper("unbroken", (output, _, arguments) =>
        {
            foreach (var (text, together) in unbroken().Split((string)arguments[0]!))
            {
                output.WriteSafeString(together ? "<span class=\"unbroken\">" : "");
                output.Write(text);
                output.WriteSafeString(together ? "</span>" : "");
            }
        });
    }
}

/// <summary>Escapes what HTML must, and leaves Chinese alone.</summary>
internal sealed class PageEncoder : ITextEncoder
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create("&<>\"'");

    public void Encode(StringBuilder? text, TextWriter target) => Write(text?.ToString(), target);

    public void Encode(string? text, TextWriter target) => Write(text, target);

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        var all = new StringBuilder();
        while (text!.MoveNext())
        {
            all.Append(text.Current);
        }

        Write(all.ToString(), target);
    }

    private static void Write(ReadOnlySpan<char> text, TextWriter target)
    {
        while (text.Length > 0)
        {
            var at = text.IndexOfAny(Special);
            if (at < 0)
            {
                target.Write(text);
                return;
            }

            target.Write(text[..at]);
            target.Write(text[at] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => "&#39;" });
            text = text[(at + 1)..];
        }
    }
}
