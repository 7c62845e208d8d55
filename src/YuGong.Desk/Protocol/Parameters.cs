using System.Globalization;
using System.Text.Json;

namespace YuGong.Desk;

/// <summary>
/// Reads the parameters of a request and remembers what is wrong first, in the words of decap-server (joi), which its client knows.
/// </summary>
internal sealed class Parameters
{
    private readonly JsonElement at;
    private readonly string name;
    private readonly Parameters root;
    private string? wrong;

    /// <param name="at">An object.</param>
    public Parameters(JsonElement at, string name)
        : this(at, name, null)
    {
    }

    private Parameters(JsonElement at, string name, Parameters? root) => (this.at, this.name, this.root) = (at, name, root ?? this);

    /// <summary>As decap-server calls it: <c>params.asset</c>.</summary>
    public string Name => name;

    /// <summary>The first mistake, or null.</summary>
    public string? Wrong => root.wrong;

    public string Text(string key)
    {
        var words = MaybeText(key);
        if (words is null)
        {
            Mistake($"\"{name}.{key}\" is required");
        }

        return words ?? "";
    }

    public string? MaybeText(string key)
    {
        if (!Find(key, out var value))
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            Mistake($"\"{name}.{key}\" must be a string");
            return "";
        }

        if (value.GetString() is { Length: > 0 } words)
        {
            return words;
        }

        Mistake($"\"{name}.{key}\" is not allowed to be empty");
        return "";
    }

    public string Path(string key) => Inside(key, Text(key));

    public string? MaybePath(string key) => MaybeText(key) is { } words ? Inside(key, words) : null;

    public IReadOnlyList<string> Paths(string key)
    {
        var list = Items(key).ToList();
        if (list.Count == 0)
        {
            Mistake($"\"{name}.{key}\" does not contain 1 required value(s)");
        }

        return [.. list.Select((item, i) =>
        {
            if (item.ValueKind != JsonValueKind.String)
            {
                Mistake($"\"{name}.{key}[{i}]\" must be a string");
                return "";
            }

            return Inside($"{key}[{i}]", item.GetString()!);
        })];
    }

    public int Number(string key)
    {
        if (!Find(key, out var value))
        {
            Mistake($"\"{name}.{key}\" is required");
            return 0;
        }

        var words = value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
        if (!double.TryParse(words, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            Mistake($"\"{name}.{key}\" must be a number");
        }

        return (int)Math.Clamp(number, 0, 100);
    }

    public bool Flag(string key, bool required)
    {
        if (!Find(key, out var value))
        {
            if (required)
            {
                Mistake($"\"{name}.{key}\" is required");
            }

            return false;
        }

        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False)
            && !(value.ValueKind == JsonValueKind.String && value.GetString() is "true" or "false"))
        {
            Mistake($"\"{name}.{key}\" must be a boolean");
        }

        return value.ValueKind == JsonValueKind.True || (value.ValueKind == JsonValueKind.String && value.GetString() == "true");
    }

    /// <summary>False only where it is said.</summary>
    public bool Unless(string key) => !Find(key, out var value) || value.ValueKind != JsonValueKind.False;

    public bool Says(string key) => Find(key, out _);

    public Parameters Group(string key)
    {
        if (!Find(key, out var value))
        {
            Mistake($"\"{name}.{key}\" is required");
        }
        else if (value.ValueKind != JsonValueKind.Object)
        {
            Mistake($"\"{name}.{key}\" must be of type object");
        }

        return new(value.ValueKind == JsonValueKind.Object ? value : default, $"{name}.{key}", root);
    }

    public IReadOnlyList<Parameters> Groups(string key) =>
        [.. Items(key).Select((item, i) =>
        {
            if (item.ValueKind != JsonValueKind.Object)
            {
                Mistake($"\"{name}.{key}[{i}]\" must be of type object");
            }

            return new Parameters(item.ValueKind == JsonValueKind.Object ? item : default, $"{name}.{key}[{i}]", root);
        })];

    public void Mistake(string words) => root.wrong ??= words;

    private IEnumerable<JsonElement> Items(string key)
    {
        if (!Find(key, out var value))
        {
            Mistake($"\"{name}.{key}\" is required");
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            Mistake($"\"{name}.{key}\" must be an array");
            return [];
        }

        return value.EnumerateArray();
    }

    private string Inside(string key, string path)
    {
        if (path.Length > 0 && Places.Plain(path) is { } plain)
        {
            return plain;
        }

        Mistake($"\"{name}.{key}\" must resolve to a path under the configured repository");
        return "";
    }

    private bool Find(string key, out JsonElement value)
    {
        value = default;
        return at.ValueKind == JsonValueKind.Object && at.TryGetProperty(key, out value);
    }
}
