namespace YuGong.Manuscripts;

/// <summary>Blocks in order, with the paragraphs of lists gathered: Word and pasted HTML say of each only its level.</summary>
internal sealed class ListFolding
{
    private readonly List<Block> blocks = [];
    private readonly List<WaitingItem> waiting = [];

    /// <summary>The last block, if it stands outside lists.</summary>
    public Block? Last => waiting.Count == 0 && blocks.Count > 0 ? blocks[^1] : null;

    public void Add(Block block)
    {
        Fold();
        blocks.Add(block);
    }

    public void Replace(Block last) => blocks[^1] = last;

    /// <summary>Whether a number is the one that a list gives its next item anyway.</summary>
    public bool WouldNumber(int level, int number) => number == 1
        || (waiting.FindLast(w => w.Level <= level) is { IsNumbered: true } last && last.Level == level && last.Number == number - 1);

    /// <param name="level">Counted from 0.</param>
    /// <param name="number">Null for a point.</param>
    public void AddItem(int level, int? number, Block block) => waiting.Add(new(level, number, block));

    public IReadOnlyList<Block> Finish()
    {
        Fold();
        return blocks;
    }

    private void Fold()
    {
        for (var at = 0; at < waiting.Count;)
        {
            blocks.Add(ListFrom(ref at, waiting[at].Level));
        }

        waiting.Clear();
    }

    /// <summary>One list with what is nested in it; it ends where a higher level, or the other kind of list, begins.</summary>
    private ListBlock ListFrom(ref int at, int level)
    {
        var (isNumbered, items) = (waiting[at].IsNumbered, new List<ListItem>());
        int? last = null;
        while (at < waiting.Count && waiting[at].Level >= level && (waiting[at].Level > level || waiting[at].GoesOn(isNumbered, last)))
        {
            if (waiting[at].Level > level)
            {
                var nested = ListFrom(ref at, waiting[at].Level);
                items[^1] = new([.. items[^1].Blocks, nested]);
            }
            else
            {
                last = waiting[at].Number;
                items.Add(new([waiting[at++].Block]));
            }
        }

        return new(isNumbered, items);
    }

    private sealed record WaitingItem(int Level, int? Number, Block Block)
    {
        public bool IsNumbered => Number is not null;

        /// <summary>Behind an item of this number; null where it is the first.</summary>
        public bool GoesOn(bool isNumbered, int? last) => IsNumbered == isNumbered && (last is null || !IsNumbered || Number == last + 1);
    }
}
