namespace YuGong.Desk;

/// <summary>What somebody at the desk may do. A publisher may do everything.</summary>
[Flags]
public enum EditorRights
{
    None = 0,

    /// <summary>Write and save: entries, pictures, new branches.</summary>
    Edit = 1,

    /// <summary>Say that an entry is checked and ready (就绪).</summary>
    Check = 2,

    /// <summary>Publish, undo what was published, delete what stands on the main branch.</summary>
    Publish = 4,

    All = Edit | Check | Publish,
}

/// <summary>Who asks; commits bear this name.</summary>
/// <param name="Mail">An address for git; it may be one that nobody reads.</param>
public sealed record Editor(string Name, string Mail, EditorRights Rights)
{
    /// <summary>Several people work here: whoever wrote figures and honours does not check them.</summary>
    public bool OneOfSeveral { get; init; }

    public bool May(EditorRights right) => (Rights & right) == right;
}
