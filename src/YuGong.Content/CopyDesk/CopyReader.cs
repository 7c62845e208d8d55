using YuGong.Content.Markdown;
using YuGong.Content.Schemas;
using YuGong.Content.Yaml;
using YuGong.Text;

namespace YuGong.Content.CopyDesk;

/// <summary>
/// Reads what readers will read as a copy editor does: marks, numbers, units, characters, words. A warning each, with what to write
/// instead; see <see cref="CopyRules"/>.
/// </summary>
/// <param name="variants">OpenCC's table; without it Traditional characters are not looked for.</param>
/// <param name="published">Addresses of entries whose claims stand in the ledger: their words need a correction note.</param>
internal sealed class CopyReader(CopySettings settings, Lazy<HanVariants> variants, Lazy<IReadOnlySet<string>> published)
{
    /// <summary>Of the rules that the site wants: those that are off read nothing.</summary>
    private readonly CopyReading[] readings = [.. CopyReading.All.Where(r => IsOn(r.Rule, settings))];

    /// <summary>Whether anybody asks how names are spelt.</summary>
    public bool ReadsNames { get; } = IsOn(CopyRules.TwoSpellings, settings) || IsOn(CopyRules.KnownName, settings);

    /// <summary>An entry: the keys that readers read, and the body.</summary>
    /// <param name="address">By which the ledger of claims knows it.</param>
    public void ReadEntry(FrontMatterBlock entry, ISchema schema, IReadOnlyList<string> sic, string address, Diagnostics diagnostics)
    {
        if (readings.Length == 0)
        {
            return;
        }

        var pass = new CopyPass(settings, variants, sic, () => published.Value.Contains(address), diagnostics);
        FieldPassages.Read(entry.File, entry.Keys, schema, Read);
        ReadBody(entry, Read);

        void Read(in Passage passage) => this.Read(passage, pass);
    }

    /// <summary>An entry once more, when it is known what the whole site calls its people and places.</summary>
    public void ReadNames(FrontMatterBlock entry, ISchema schema, Spellings spellings, string address, Diagnostics diagnostics)
    {
        var pass = new CopyPass(settings, variants, SicOf(entry.Keys), () => published.Value.Contains(address), diagnostics);
        FieldPassages.Read(entry.File, entry.Keys, schema, Read);
        ReadBody(entry, Read);

        void Read(in Passage passage)
        {
            var text = passage.Text;
            for (var found = spellings.Next(text, 0); found is var (at, length, name, isListed); found = spellings.Next(text, at + length))
            {
                if (!CopyPass.IsQuoted(text, at))
                {
                    pass.Report(isListed ? CopyRules.KnownName : CopyRules.TwoSpellings, passage, at, length, [new(at, length, name)],
                        isSafe: isListed, around: 0);
                }
            }
        }
    }

    /// <summary>Captions of an entry.</summary>
    /// <param name="cues">The words of each: its first offset and that behind its last.</param>
    public void ReadCaptions(SourceFile file, IEnumerable<(int Start, int End)> cues, FrontMatterBlock? entry, Diagnostics diagnostics)
    {
        var pass = new CopyPass(settings, variants, entry is null ? [] : SicOf(entry.Keys), () => false, diagnostics);
        foreach (var (start, end) in cues)
        {
            BodyPassages.ReadCue(file, start, end, Read);
        }

        void Read(in Passage passage) => this.Read(passage, pass);
    }

    public Fingerprint Settings => Fingerprint.Of(string.Join('|', settings.Severities.OrderBy(s => s.Key, StringComparer.Ordinal)
        .Select(s => $"{s.Key} {s.Value}").Concat(settings.Sic)));

    private static IReadOnlyList<string> SicOf(Mapping keys) => keys.Find(HeaderKeys.Sic.Name)?.Value is Sequence list
        ? [.. list.Items.OfType<Scalar>().Select(s => s.Text.Trim())] : [];

    /// <summary>A body that is beyond bounds is told elsewhere, and read by nobody.</summary>
    private static void ReadBody(FrontMatterBlock entry, BodyPassages.Reader read)
    {
        if (BodyBounds.Exceeded(entry.File.Text.AsSpan(entry.BodyStart)) is null)
        {
            BodyPassages.Read(entry.File, entry.BodyStart, read);
        }
    }

    /// <summary>A file about the whole site: its values.</summary>
    public void ReadSiteFile(SourceFile file, Node node, IShape shape, Diagnostics diagnostics)
    {
        if (readings.Length == 0)
        {
            return;
        }

        var pass = new CopyPass(settings, variants, [], () => false, diagnostics);
        FieldPassages.ReadValue(file, node, shape, false, Read);

        void Read(in Passage passage) => this.Read(passage, pass);
    }

    private void Read(in Passage passage, CopyPass pass)
    {
        var traits = Triage.Read(passage.Text);
        foreach (var reading in readings)
        {
            if (reading.Concerns(traits) && (passage.Kind != PassageKind.Cue || reading.IsForCues))
            {
                reading.Read(passage, pass);
            }
        }
    }

    private static bool IsOn(Rule rule, CopySettings settings) =>
        !settings.Severities.TryGetValue(rule.Code, out var severity) || severity is not null;
}
