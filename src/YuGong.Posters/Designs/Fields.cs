using System.Text.RegularExpressions;
using YuGong.Content;
using YuGong.Content.Schemas;
using YuGong.Publishing.Motifs;

namespace YuGong.Posters.Designs;

/// <summary>
/// What a design may ask for, by the names that stand in braces: only established facts of the published site, in the editors' own words.
/// A field without an answer is empty, and text that holds nothing but empty fields is not set.
/// </summary>
public sealed partial class Fields
{
    /// <summary>A first sentence longer than this is no lead; nobody's words are cut.</summary>
    private const int LongestLead = 70;

    private readonly Dictionary<string, string> values;

    private Fields(Dictionary<string, string> values) => this.values = values;

    /// <summary>Every field there is; docs/posters.md explains them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "name", "latin", "surname", "years", "birth", "place", "unit", "post", "role", "trade", "direction", "short", "mark", "hall",
        "headline", "summary", "lead", "quote", "speaker",
        "occasion", "figure", "figure-unit", "figure-label", "object", "object-made", "object-place", "object-material", "object-size",
        "object-about", "object-number", "object-people", "portrait", "object-picture", "work",
        "credit", "object-credit", "object-caption", "site", "seal", "tagline", "motto", "organizers", "host", "address", "count", "theme",
        "directions", "lights", "lights-text", "lights-lit", "lights-source",
        "sample",
        "recommender", "person", "number", "code", "issued", "signed", "certificate", "book", "subtitle",
    ];

    public string this[string name] => values.GetValueOrDefault(name) ?? "";

    /// <summary>All answers in one text, for keys.</summary>
    public string All => string.Join('\n', values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={v.Value}"));

    public static IEnumerable<string> UnknownIn(string words) =>
        Braces().Matches(words).Select(m => m.Groups[1].Value).Where(f => !Names.Contains(f));

    /// <param name="story">Null for posters about the whole site.</param>
    /// <param name="codeAddress">What the QR code says.</param>
    public static Fields Read(Site site, Story? story, string codeAddress)
    {
        var v = new Dictionary<string, string>(StringComparer.Ordinal);
        void Add(string name, string? value) => v[name] = value ?? "";
        var s = site.Settings;
        Add("site", s.SiteTitle);
        Add("seal", s.Seal);
        Add("tagline", s.Tagline);
        Add("motto", site.Texts["motto"]);
        Add("theme", site.Call?.Theme ?? (s.Tagline.Length > 0 ? $"{s.SiteTitle}·{s.Tagline}" : s.SiteTitle));
        Add("organizers", string.Join("　", s.Organizers));
        Add("host", s.Host);
        Add("address", codeAddress);
        Add("count", site.Stories.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Add("directions", string.Join("　", site.Taxonomies.Directions.Select(d => d.Short)));
        Add("lights", site.Lights?.Number.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture));
        Add("lights-text", site.Lights?.Text);
        Add("lights-lit", site.Lights?.LitBy(site.Stories.Count));
        Add("lights-source", site.Lights?.Source);
        if (story is not null)
        {
            AddStory(site, story, Add);
        }

        return new(v);
    }

    /// <summary>What the cover of a book may ask for: what posters about the whole site may, and what the book is called.</summary>
    public static Fields OfBook(Site site, string title, string subtitle)
    {
        var fields = Read(site, null, site.Settings.Absolute("/"));
        (fields.values["book"], fields.values["subtitle"]) = (title, subtitle);
        return fields;
    }

    /// <summary>What a design of certificates may ask for; nothing of the site's stories.</summary>
    public static Fields Read(Certificates.PrintedCertificate certificate, Certificates.CertificateGivers givers) =>
        new(new(StringComparer.Ordinal)
    {
        ["recommender"] = certificate.Recommender, ["person"] = certificate.Person, ["number"] = certificate.Number,
        ["code"] = certificate.Code, ["issued"] = Certificates.ChineseDate.Of(certificate.Issued),
        ["signed"] = string.Join('\n', givers.Organizers), ["theme"] = givers.Theme, ["organizers"] = string.Join("　", givers.Organizers),
        ["host"] = givers.Host, ["motto"] = givers.Motto,
        ["certificate"] = givers.Text.Replace("{person}", certificate.Person, StringComparison.Ordinal)
            .Replace("{theme}", givers.Theme, StringComparison.Ordinal),
        ["address"] = certificate.VerifyAddress, ["sample"] = certificate.Specimen ? "示例" : "",
    });

    /// <summary>Whether a condition of the design holds.</summary>
    public bool Holds(string? when) => when is null || (when.StartsWith('!') ? this[when[1..]].Length == 0 : this[when].Length > 0);

    /// <summary>The words with their fields filled in; empty when every field in them is.</summary>
    public string Fill(string words)
    {
        var asked = Braces().Matches(words);
        return asked.Count > 0 && asked.All(m => this[m.Groups[1].Value].Length == 0)
            ? ""
            : Braces().Replace(words, m => this[m.Groups[1].Value]).Replace("\\n", "\n", StringComparison.Ordinal)
                .Replace("\n\n", "\n", StringComparison.Ordinal)
                .Trim(' ', '　', '·', '\n');
    }

    private static void AddStory(Site site, Story story, Action<string, string?> add)
    {
        add("name", story.Name);
        add("latin", story.LatinName);
        add("surname", Seals.Surname(story.Name));
        add("years", Years(story));
        add("birth", story.Birth?.Place ?? story.NativePlace);
        add("place", story.Districts.Count > 0 ? story.Districts[0].Name : "");
        add("unit", story.WorkUnit);
        add("post", story.Post);
        add("role", story.Projects.Count > 0 && story.Projects[0].Role is { } role
            ? $"{story.Projects[0].Name} · {role}" : story.WorkUnit is { } unit ? unit + story.Post : "");
        add("trade", string.Join(" · ", story.Trades.Take(2).Select(t => t.Name)));
        add("direction", story.Direction.Name);
        add("headline", story.Headline);
        add("summary", story.About);
        add("lead", story.PosterLine ?? (FirstSentence(story.About) is { Length: <= LongestLead } lead ? lead : ""));
        add("portrait", story.Portrait?.File.Id);
        add("credit", story.Portrait?.Credit);
        add("sample", story.Header.Sample ? "示例" : "");
        if (site.Taxonomies.Directions.FirstOrDefault(d => d.Id == story.Direction.Id) is { } direction)
        {
            add("short", direction.Short);
            add("mark", direction.Mark);
            add("hall", direction.Hall);
        }

        if (story.Quotations.FirstOrDefault(q => q.Direct) is { } quote)
        {
            add("quote", quote.Text);
            add("speaker", quote.Speaker ?? story.Name);
            add("occasion", quote.Occasion);
        }

        if (story.Figures.Count > 0)
        {
            add("figure", story.Figures[0].Value);
            add("figure-unit", story.Figures[0].Unit);
            add("figure-label", story.Figures[0].Label);
        }

        if (ObjectOf(site, story) is { } made)
        {
            AddObject(site, made, add);
        }
    }

    /// <summary>What a poster about somebody shows: the first of their objects that has a picture, or the first.</summary>
    public static CollectionObject? ObjectOf(Site site, Story story)
    {
        var theirs = story.Objects.Select(o => site.Objects.FirstOrDefault(m => m.Id == o.Id)).OfType<CollectionObject>().ToList();
        return theirs.Find(o => o.Picture is not null) ?? theirs.FirstOrDefault();
    }

    private static void AddObject(Site site, CollectionObject made, Action<string, string?> add)
    {
        add("object", made.Name);
        add("object-made", made.Made?.Chinese);
        add("object-place", made.Location);
        add("object-material", made.Material);
        add("object-size", made.Dimensions);
        add("object-about", FirstSentence(made.About));
        add("object-number", $"YG-O-{site.Objects.TakeWhile(o => o.Id != made.Id).Count() + 1:000}");
        add("object-people", string.Join("　",
            made.People.Select(p => site.Stories.FirstOrDefault(s => s.Id == p.Person.Id) is { } who
            ? $"{who.Name}（{ObjectSchema.RoleWords.NameOf(p.Role)}）"
            : "").Where(p => p.Length > 0)));
        add("object-picture", made.Picture?.File.Id);
        add("work", made.Picture?.File.Id is { } file && file.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) ? file : null);
        add("object-credit", made.Picture?.Credit);
        add("object-caption", made.Picture?.Caption);
    }

    /// <summary>Up to the first full stop, in the editors' words.</summary>
    private static string FirstSentence(string text) => text.IndexOf('。', StringComparison.Ordinal) is >= 0 and var end
        ? text[..(end + 1)] : text;

    /// <summary>Where both are established; one alone would read like a question.</summary>
    private static string Years(Story story) => (story.Birth, story.Death) switch
    {
        ({ } birth, { } death) => $"{birth.Date.YearText}—{death.Date.YearText}",
        _ => "",
    };

    [GeneratedRegex(@"\{([a-z-]+)\}", RegexOptions.None, 1000)]
    private static partial Regex Braces();
}
