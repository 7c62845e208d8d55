using YuGong.Content.Schemas;
using YuGong.Text;

namespace YuGong.Content.CopyDesk;

/// <summary>Holds every entry to the names that the whole site has.</summary>
internal sealed record NameCheck(CopyReader Copy, Spellings Spellings)
{
    /// <summary>Of all that a verdict depends on besides the entry's own file.</summary>
    public Fingerprint Fingerprint { get; } = Spellings.Fingerprint.With(Copy.Settings);

    public void Read(Entry entry, Diagnostics diagnostics)
    {
        // Hardly any file has one, so that the whole file is looked through first, markup and all.
        if (Copy.ReadsNames && Spellings.Next(entry.Header.Body.File.Text, 0) is not null
            && FrontMatterBlock.Read(entry.Header.Body.File, new()) is { } block)
        {
            Copy.ReadNames(block, EntrySchemas.Of(entry.Kind), Spellings, EntryAddresses.Of(entry), diagnostics);
        }
    }
}
