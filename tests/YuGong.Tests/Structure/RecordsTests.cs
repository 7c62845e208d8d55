using System.Reflection;
using Xunit;

namespace YuGong.Tests.Structure;

/// <summary>What the shape of the types promises to whoever carries on.</summary>
public sealed class RecordsTests
{
    /// <summary>More than this, and a mistake in their order is not seen.</summary>
    private const int MostByPlace = 8;

    private static readonly IReadOnlyList<Type> Types =
        [.. Rooms().SelectMany(a => a.GetTypes()).Where(t => !t.Name.Contains('<', StringComparison.Ordinal))];

    [Fact]
    public void A_record_of_many_members_is_made_by_name() =>
        Assert.Empty(Types.Where(IsRecord).Where(t => t.GetConstructors().Any(c => c.GetParameters().Length > MostByPlace))
            .Select(t => t.FullName));

    [Fact]
    public void No_type_name_is_in_two_rooms() =>
        Assert.Empty(Types.Where(t => !t.IsNested && IsOurs(t)).GroupBy(t => t.Name, StringComparer.Ordinal)
            .Where(same => same.Select(t => t.Assembly).Distinct().Count() > 1).Select(same => same.Key));

    /// <summary>What takes more than two things to be made says what it does.</summary>
    [Fact]
    public void A_factory_called_Of_takes_two_arguments_at_most() =>
        Assert.Empty(Types.Where(IsOurs)
            .SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(m => m.Name == "Of" && m.GetParameters().Length > 2).Select(m => $"{m.DeclaringType!.Name}.Of"));

    /// <summary>Words of our own that the field has better ones for; docs/glossary.md has those.</summary>
    [Fact]
    public void Retired_names_do_not_come_back()
    {
        string[] retired =
        [
            "Turn", "Hands", "SpareTree", "StandingSite", "Survey", "Standing", "PictureShelf", "PosterShelf", "ShownPicture", "Glance",
            "KnownEntries", "Frame", "UnsavedFiles", "PlainYaml", "Meaning", "Alignment", "MachineMade", "GoneMarks", "ShrunkLists",
            "PosterRoom", "Press", "PressMeans", "PressedPoster", "PosterOrder", "CodeLedger", "Sense", "Darkroom", "MakingFolder",
            "KnownFiles", "OwnWords", "Packing", "Incoming", "Gathering", "Guesses", "Occasion", "Likeness", "LeadWords", "LeadsDesk",
            "Withdrawal", "IDoor", "OneEditor", "IDeskPart", "Deed", "Asker", "Served", "WorkFolder", "Refusals", "MediaShelf",
            "DraftSite", "BitText", "LiveDocuments", "LiveAnswers",
        ];
        Assert.Empty(Types.Where(IsOurs).Select(t => t.Name).Intersect(retired));
    }

    private static IEnumerable<Assembly> Rooms() =>
        Directory.GetFiles(AppContext.BaseDirectory, "YuGong.*.dll").Where(f => !f.Contains("Tests", StringComparison.Ordinal))
            .Append(Path.Combine(AppContext.BaseDirectory, "yugong.dll")).Select(Assembly.LoadFrom);

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static bool IsOurs(Type type) => type.Namespace?.StartsWith("YuGong", StringComparison.Ordinal) == true;
}
