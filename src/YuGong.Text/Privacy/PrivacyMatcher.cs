using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;

namespace YuGong.Text.Privacy;

/// <summary>
/// Finds what is private in a text: numbers and addresses of people by their shape, and values that the private register names,
/// in every spelling. docs/privacy.md says exactly what is promised. Safe from many threads; the one matcher of the house.
/// </summary>
public sealed class PrivacyMatcher
{
    /// <summary>Mobiles have 11 digits, 400 has 10.</summary>
    private const int FewestDigits = 10;

    /// <summary>Pieces of some three hundred characters that are remembered.</summary>
    private const int MostKnown = 8192;

    private static readonly SearchValues<char> HanDigits = SearchValues.Create("〇一二三四五六七八九");

    private readonly RegisteredValues registered;
    private readonly bool shapes;
    private readonly int fewest;
    private readonly HashSet<string> allowed;

    /// <summary>
    /// Pieces that were suspect and clean, by the form of their text: the foot of every page is the same, and what is decided of a
    /// piece depends on nothing around it.
    /// </summary>
    private readonly ConcurrentDictionary<string, bool>[] clean = [new(StringComparer.Ordinal), new(StringComparer.Ordinal),
        new(StringComparer.Ordinal), new(StringComparer.Ordinal)];

    /// <summary>For how many more; counting the entries would take every lock of the dictionary.</summary>
    private int room = MostKnown;

    /// <param name="values">Looked for in every spelling.</param>
    /// <param name="allowedContacts">What the association itself made public: its mail address, a hotline.</param>
    /// <param name="shapes">Whether numbers and addresses of strangers are found, too.</param>
    public PrivacyMatcher(IReadOnlyList<PrivateValue> values, IReadOnlyList<string> allowedContacts, bool shapes = true)
    {
        registered = new(values);
        this.shapes = shapes;
        fewest = Math.Min(registered.ShortestNumber, shapes ? FewestDigits : int.MaxValue);
        allowed = [.. allowedContacts.Select(Canonical)];
        Key = Fingerprint.Of(string.Create(CultureInfo.InvariantCulture, $"{shapes}\n") + string.Join(
            '\n', values.Select(v => $"{v.Kind}\t{v.Value}\t{v.Owner}\t{v.IsWord}").Concat(allowedContacts))).With(ProgramId.Of());
    }

    /// <summary>Shapes only, nothing allowed.</summary>
    public static PrivacyMatcher Plain { get; } = new([], []);

    /// <summary>Changes when another value, or another way to look, could find something in a text that was clean.</summary>
    public Fingerprint Key { get; }

    /// <summary>Whether bytes of unknown meaning need to be looked at: shapes are not looked for in them.</summary>
    public bool HasWords => registered.HasWords;

    /// <returns>In order of their places; no two overlap.</returns>
    public IReadOnlyList<PrivateMatch> Find(string text, TextForm form = TextForm.Plain)
    {
        List<PrivateMatch>? found = null;
        foreach (var match in registered.WordsIn(text))
        {
            (found ??= []).Add(match);
        }

        if (form == TextForm.Noise || fewest == int.MaxValue)
        {
            return found ?? [];
        }

        var known = clean[(int)form].GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var place in SuspectPlaces.In(text, form == TextForm.Markup, fewest))
        {
            var piece = text.AsSpan(place.Start, place.End - place.Start);
            if (known.ContainsKey(piece))
            {
                continue;
            }

            var before = found?.Count;
            FindIn(text, place, form, ref found);
            if (found?.Count == before && room > 0 && !DrawingText.IsIn(text, place.Start, place.End) && known.TryAdd(piece, true))
            {
                Interlocked.Decrement(ref room);
            }
        }

        return found is null ? [] : Apart(found);
    }

    private void FindIn(string text, SuspectPlaces.SuspectPlace place, TextForm form, ref List<PrivateMatch>? found)
    {
        var (start, end) = (place.Start, place.End);
        Take(text, new(text, start, end, withoutTags: false), form, place.HasWord, ref found);
        if (form == TextForm.Markup && text.AsSpan(start, end - start).Contains('<'))
        {
            Take(text, new(text, start, end, withoutTags: true), form, place.HasWord, ref found);
        }
    }

    private void Take(string text, FoldedText folded, TextForm form, bool withWords, ref List<PrivateMatch>? found)
    {
        var context = new NumberContext(folded.Text, form);
        var least = withWords ? Math.Min(fewest, 7) : fewest;
        foreach (var run in DigitRun.In(folded.Text, withHan: false, least))
        {
            TakeNumbers(text, folded, run, context, ref found);
        }

        foreach (var run in folded.Text.AsSpan().ContainsAny(HanDigits) ? DigitRun.In(folded.Text, withHan: true, least) : [])
        {
            if (folded.Text.AsSpan(run.Groups[0].Start, run.Groups[^1].End - run.Groups[0].Start).ContainsAny(HanDigits))
            {
                TakeNumbers(text, folded, run, context, ref found);
            }
        }

        if (!shapes || !withWords)
        {
            return;
        }

        foreach (var mail in MailAddresses.In(folded.Text).Where(m => !allowed.Contains(Canonical(m.Address))))
        {
            Add(text, folded, mail.Start, mail.End, MailAddresses.Kind, null, ref found);
        }

        foreach (var (from, to, kind) in Accounts.In(folded.Text, form).Where(a => !IsAllowed(folded.Text[a.Start..a.End])))
        {
            Add(text, folded, from, to, kind, null, ref found);
        }

        foreach (var (from, to) in Documents.Passports(folded.Text))
        {
            Add(text, folded, from, to, Documents.Passport, null, ref found);
        }
    }

    private void TakeNumbers(string text, FoldedText folded, DigitRun run, NumberContext context, ref List<PrivateMatch>? found)
    {
        // Where the path of a drawing begins within a piece, all that follows is its coordinates.
        if (run.Last > 20 && DrawingText.EndAt(text, folded.SuspectPlace(run.Groups[^1].Start, run.Groups[^1].End).Start) > 0)
        {
            return;
        }

        for (var first = 0; first <= run.Last; first++)
        {
            if (RegisteredAt(run, first) is var (known, value))
            {
                Add(text, folded, run.Groups[first].Start, run.Groups[known].End, value.Kind, value, ref found);
                first = known;
                continue;
            }

            if (!shapes || ShapeAt(run, first, context) is not var (end, kind))
            {
                continue;
            }

            var start = run.Groups[first].Start;
            if (!IsAllowed(folded.Text[start..end]) && DrawingText.EndAt(text, folded.SuspectPlace(start, end).Start) == 0)
            {
                Add(text, folded, start, end, kind, null, ref found);
            }

            while (first < run.Last && run.Groups[first + 1].Start < end)
            {
                first++;
            }
        }
    }

    private (int Last, PrivateValue Value)? RegisteredAt(DigitRun run, int first)
    {
        var digits = "";
        for (var last = first; last <= run.Last && digits.Length <= 20; last++)
        {
            digits += run.Digits(last, last);
            if (registered.Number(digits) is { } value)
            {
                return (last, value);
            }
        }

        return null;
    }

    private static (int End, string Kind)? ShapeAt(DigitRun run, int first, NumberContext context)
    {
        if (IdentityNumbers.EndOf(run, first, context) is > 0 and var identity)
        {
            return (identity, IdentityNumbers.Kind);
        }

        if (Documents.CardAt(run, first, context) is >= 0 and var card)
        {
            return (run.Groups[card].End, Documents.Card);
        }

        return Telephones.At(run, first, context) is (>= 0 and var telephone, var kind) ? (run.Groups[telephone].End, kind)
            : LocalNumbers.EndAt(run, first) is > 0 and var local ? (local, Telephones.Landline)
            : null;
    }

    private bool IsAllowed(string folded) => allowed.Count > 0 && allowed.Contains(Canonical(folded));

    /// <summary>As two spellings of one contact are compared.</summary>
    private static string Canonical(string contact)
    {
        var digits = string.Concat(contact.Select(c => Folding.Han(c) is >= 0 and var value ? (char)('0' + value) : c));
        return RegisteredValues.DigitsOf(digits) ?? contact.Trim().ToLowerInvariant();
    }

    private static void Add(string text, FoldedText folded, int start, int end, string kind, PrivateValue? value,
        ref List<PrivateMatch>? found)
    {
        var (at, length) = folded.SuspectPlace(start, end);
        var canonical = value?.Value ?? Canonical(folded.Text[start..end]);
        (found ??= []).Add(new(at, length, text.Substring(at, length), kind, value) { Canonical = canonical });
    }

    /// <summary>Of matches that overlap the registered stays, then the longest.</summary>
    private static List<PrivateMatch> Apart(List<PrivateMatch> found)
    {
        var kept = new List<PrivateMatch>();
        foreach (var match in found.OrderBy(m => m.Registered is null).ThenByDescending(m => m.Length).ThenBy(m => m.Start))
        {
            if (match.Registered is not null || !kept.Exists(k => k.Start < match.Start + match.Length && match.Start < k.Start + k.Length))
            {
                kept.Add(match);
            }
        }

        return [.. kept.DistinctBy(m => (m.Start, m.Length, m.Registered)).OrderBy(m => m.Start)];
    }
}
