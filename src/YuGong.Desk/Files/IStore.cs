namespace YuGong.Desk;

/// <summary>Where saves go: a plain folder, or a folder with a history.</summary>
internal interface IStore
{
    /// <summary>All of the changes or none, as one step of the history where there is one.</summary>
    void Save(IReadOnlyList<Change> changes, string message, Editor editor);
}

/// <summary>Files and nothing else.</summary>
internal sealed class FolderStore(WorkFolder folder) : IStore
{
    /// <summary>Pictures come first: a page never names one that is not there.</summary>
    public void Save(IReadOnlyList<Change> changes, string message, Editor editor)
    {
        foreach (var change in changes.OrderBy(c => c.Path.EndsWith(".md", StringComparison.Ordinal)))
        {
            folder.Write(change);
        }
    }
}
