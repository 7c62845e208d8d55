namespace YuGong.Text.Intake;

/// <summary>What becomes of a character that people did not mean to type.</summary>
public enum CharacterFate
{
    Keep,

    /// <summary>
    /// It has no width and no meaning here: zero-width blanks, soft hyphens, marks of direction, variants that there are not.
    /// </summary>
    Drop,

    /// <summary>Another one is meant: a radical, a compatibility ideograph, a letter and its mark apart.</summary>
    Fold,

    /// <summary>A line ends here: Word's soft return, a page break, the separators of Unicode.</summary>
    Break,

    /// <summary>No text of ours may hold it, as no XML may (XML 1.0, 2.2).</summary>
    Refuse,

    /// <summary>
    /// Something stood here and is lost: U+FFFD, a picture's place, a font's own character, a radical that is no character.
    /// </summary>
    Doubt,
}
