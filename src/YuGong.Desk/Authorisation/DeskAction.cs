namespace YuGong.Desk;

/// <summary>What somebody asks the desk to do.</summary>
public enum DeskAction
{
    /// <summary>What the page where one logs in is made of.</summary>
    SeeLogin,

    /// <summary>Lists, entries, files, drafts, history, the overview, the site as it will be.</summary>
    Read,

    /// <summary>The page and the poster of a form that nobody saved.</summary>
    Draw,

    /// <summary>Write a text.</summary>
    Save,

    /// <summary>Put a picture or another file beside a text.</summary>
    Upload,

    /// <summary>Take a file away.</summary>
    Delete,

    /// <summary>草稿 → 审核中.</summary>
    Submit,

    /// <summary>Back to 草稿.</summary>
    Recall,

    /// <summary>Say that exactly this text was read letter by letter.</summary>
    Proofread,

    /// <summary>→ 就绪: exactly this content was compared with its sources.</summary>
    Approve,

    /// <summary>就绪 → 发布: the draft joins the main branch.</summary>
    Publish,

    /// <summary>Make a link by which a draft is shown outside, and take it back.</summary>
    Share,

    /// <summary>What such a link shows, or one by which an expert scores, and what is said there.</summary>
    SeeShared,

    /// <summary>Say what a draft lacks, and that it is done.</summary>
    AddRemark,

    /// <summary>Throw a draft away; it can be found again in git.</summary>
    Discard,

    /// <summary>Take back a commit of the main branch by another one.</summary>
    Undo,

    /// <summary>Put the site online, or the release before it again.</summary>
    GoOnline,

    /// <summary>Look into the private register, once its passphrase was given.</summary>
    ReadLeads,

    /// <summary>Take leads in, verify them, score them, move them on.</summary>
    WorkLeads,

    /// <summary>What of the register leaves it or cannot be taken back: erase, hand over, certificates, backups, keys.</summary>
    KeepLeads,

    /// <summary>Who may log in, and what they may do.</summary>
    ManageAccounts,
}

/// <summary>Where something happens.</summary>
public enum Branch
{
    /// <summary>Nothing is written.</summary>
    None,

    /// <summary>The branch of one entry that is not published.</summary>
    Draft,

    /// <summary>The branch that the site is built from.</summary>
    Main,
}

/// <summary>What a path names, as far as rights go.</summary>
public enum FileKind
{
    /// <summary>No file.</summary>
    None,

    /// <summary>The text of an entry: <c>input/stories/x/index.md</c>.</summary>
    Entry,

    /// <summary>What lies in an entry's folder beside its text.</summary>
    Attachment,

    /// <summary>What editors keep of the whole site: vocabularies, the call, the site's own words, the map, the lights.</summary>
    SiteText,

    /// <summary>
    /// Keys of an entry's text by which somebody answers for it, once they stand on the main branch: verification and consent.
    /// </summary>
    Statement,

    /// <summary>Other files of the content: ledgers, for one.</summary>
    Record,

    /// <summary>Everything else: settings, themes, git's own, hidden files, what lies outside.</summary>
    Foreign,
}
