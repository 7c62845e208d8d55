using YuGong.Content.Yaml;

namespace YuGong.Content.Writing;

/// <summary>Which item of a list became which: equal ones first, then those that begin alike, the others in their order.</summary>
internal static class ListDiff
{
    /// <summary>Pairs in the order of the new list; an old item alone was taken out, a new one alone came in (its Old is -1).</summary>
    public static IReadOnlyList<(int Old, int New)> Of(IReadOnlyList<Node?> old, IReadOnlyList<Node> now)
    {
        var pairs = new List<(int, int)>();
        Align(0, old.Count, 0, now.Count, 0);
        return pairs;

        void Align(int a, int aEnd, int b, int bEnd, int step)
        {
            if (step == 2)
            {
                for (; a < aEnd || b < bEnd; a++, b++)
                {
                    pairs.Add((a < aEnd ? a : -1, b < bEnd ? b : -1));
                }

                return;
            }

            foreach (var (x, y) in Longest(a, aEnd, b, bEnd,
                step == 0 ? YamlEquality.Same : (m, n) => m is not null && n is not null && YamlEquality.Alike(m, n)))
            {
                Align(a, x, b, y, step + 1);
                pairs.Add((x, y));
                (a, b) = (x + 1, y + 1);
            }

            Align(a, aEnd, b, bEnd, step + 1);
        }

        // The longest common subsequence.
        List<(int, int)> Longest(int a, int aEnd, int b, int bEnd, Func<Node?, Node?, bool> match)
        {
            var (n, m) = (aEnd - a, bEnd - b);
            var best = new int[n + 1, m + 1];
            for (var i = n - 1; i >= 0; i--)
            {
                for (var j = m - 1; j >= 0; j--)
                {
                    best[i, j] = match(old[a + i], now[b + j]) ? best[i + 1, j + 1] + 1 : Math.Max(best[i + 1, j], best[i, j + 1]);
                }
            }

            var found = new List<(int, int)>();
            for (int i = 0, j = 0; i < n && j < m;)
            {
                if (best[i, j] == best[i + 1, j])
                {
                    i++;
                }
                else if (best[i, j] == best[i, j + 1])
                {
                    j++;
                }
                else
                {
                    found.Add((a + i++, b + j++));
                }
            }

            return found;
        }
    }
}
