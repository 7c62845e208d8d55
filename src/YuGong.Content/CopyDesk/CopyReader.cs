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
    /// <summary>An entry: the keys that readers read, and the body.</summary>
    /// <param name="address">By which the ledger of claims knows it.</param>
    public void ReadEntry(FrontMatterBlock entry, ISchema schema, IReadOnlyList<string> sic, string address, Diagnostics diagnostics)
    {
        var pass = new CopyPass(settings, variants, sic, () => published.Value.Contains(address), diagnostics);
        FieldPassages.Read(entry.File, entry.Keys, schema, Read);
        ReadBody(entry, Read);

        void Read(in Passage passage) => CopyReader.Read(passage, pass);
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
        var pass = new CopyPass(settings, variants, [], () => false, diagnostics);
        FieldPassages.ReadValue(file, node, shape, false, Read);

        void Read(in Passage passage) => CopyReader.Read(passage, pass);
    }

    private static void Read(in Passage passage, CopyPass pass)
    {
        var traits = Triage.Read(passage.Text);
        Marks(passage, traits, pass);
        Numbers(passage, traits, pass);
        Particles.Table.Read(passage, CopyRules.Particle, pass);
        Confusions.Table.Read(passage, CopyRules.Confusion, pass);
        Repetitions.Read(passage, pass);
        TraditionalCharacters.Read(passage, pass);
    }

    private static void Marks(in Passage passage, Traits traits, CopyPass pass)
    {
        if ((traits & Traits.HalfMark) != 0)
        {
            HalfWidthMarks.Read(passage, pass);
        }

        if ((traits & Traits.Quote) != 0)
        {
            QuotationMarks.Read(passage, pass);
        }

        if ((traits & Traits.Pair) != 0)
        {
            PairedMarks.Read(passage, pass);
        }

        if ((traits & Traits.Doubled) != 0)
        {
            DoubledMarks.Read(passage, pass);
        }

        if ((traits & (Traits.Dots | Traits.Doubled)) != 0)
        {
            DotsAndDashes.Read(passage, pass);
        }

        if ((traits & Traits.Enumeration) != 0)
        {
            Enumerations.Read(passage, pass);
        }

        if ((traits & Traits.Blank) != 0)
        {
            Blanks.Read(passage, pass);
        }

        Paragraphs.Read(passage, pass);
    }

    private static void Numbers(in Passage passage, Traits traits, CopyPass pass)
    {
        if ((traits & (Traits.Digit | Traits.Sign)) != 0)
        {
            Units.Read(passage, pass);
        }

        if ((traits & Traits.Wide) != 0)
        {
            WideDigits.Read(passage, pass);
        }

        if ((traits & Traits.About) != 0 && (traits & (Traits.Digit | Traits.Numeral)) != 0)
        {
            Approximations.Read(passage, pass);
        }

        if ((traits & Traits.Digit) == 0)
        {
            return;
        }

        if ((traits & Traits.Dots) != 0 || passage.Text.Contains('~'))
        {
            YearRanges.Read(passage, pass);
        }

        if ((traits & Traits.Numeral) != 0)
        {
            Centuries.Read(passage, pass);
            MixedNumbers.Read(passage, pass);
        }
    }
}
