using static YuGong.Content.CopyDesk.HanText;

namespace YuGong.Content.CopyDesk;

/// <summary>
/// Characters that no Simplified text writes. A passage full of them is one in Traditional characters, on purpose; what is quoted stands as
/// it is.
/// </summary>
internal static class TraditionalCharacters
{
    private const int ShortText = 12;

    public static void Read(in Passage passage, CopyPass pass)
    {
        var text = passage.Text;
        var variants = pass.Variants;
        if (!variants.HasTraditionalOnly(text))
        {
            return;
        }

        var (found, han) = (0, 0);
        foreach (var c in text)
        {
            found += variants.IsTraditionalOnly(c) ? 1 : 0;
            han += IsHan(c) ? 1 : 0;
        }

        if (found * (han < ShortText ? 2 : 5) > han)
        {
            return;
        }

        for (var at = 0; at < text.Length; at++)
        {
            var end = at;
            while (end < text.Length && variants.IsTraditionalOnly(text[end]))
            {
                end++;
            }

            if (end > at)
            {
                if (!CopyPass.IsQuoted(text, at))
                {
                    pass.Report(CopyRules.Traditional, passage, at, end - at, variants.Simplified(text[at..end].ToString()));
                }

                at = end;
            }
        }
    }
}
