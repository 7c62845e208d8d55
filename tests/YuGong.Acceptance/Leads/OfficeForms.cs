using Xunit;
using YuGong.Leads;
using YuGong.Tests.Sites;

[assembly: AssemblyFixture(typeof(YuGong.Tests.Leads.OfficeForms))]

namespace YuGong.Tests.Leads;

/// <summary>
/// Filled-in forms as LibreOffice writes them: layouts written here as HTML, and our own form, each opened and saved as
/// .docx by one run of <c>soffice</c>. Everybody in them is made up and says so.
/// </summary>
public sealed class OfficeForms : IDisposable
{
    private readonly Lazy<string> folder;
    private string? root;

    public OfficeForms() => folder = new(Make);

    /// <summary>The bytes that LibreOffice wrote of a layout.</summary>
    public byte[] Docx(string name) => File.ReadAllBytes(Path.Combine(folder.Value, name + ".docx"));

    public void Dispose()
    {
        if (root is not null)
        {
            Directory.Delete(root, recursive: true);
        }
    }

    internal static string Soffice => Judge.Program("soffice");

    private string Make()
    {
        root = Directory.CreateTempSubdirectory("yugong-forms-").FullName;
        var (sources, made) = (Path.Combine(root, "sources"), Path.Combine(root, "made"));
        Directory.CreateDirectory(sources);
        Directory.CreateDirectory(made);
        List<string> files = [];
        foreach (var layout in Layouts.All)
        {
            var file = Path.Combine(sources, layout.Name + layout.Kind);
            File.WriteAllBytes(file, layout.Bytes);
            files.Add(file);
        }

        Assert.Null(Office.Convert(Soffice, "docx:MS Word 2007 XML", made, files));
        return made;
    }
}

/// <summary>A form in some layout: what LibreOffice is given, and what must be read of it.</summary>
/// <param name="Kind">.html or .docx, which LibreOffice reads.</param>
/// <param name="People">What is said of each person, by fields; those not named must be empty.</param>
internal sealed record Layout(string Name, string Kind, byte[] Bytes, params IReadOnlyList<IReadOnlyDictionary<Field, string>> People)
{
    /// <summary>How many pieces must be reported as not understood.</summary>
    public int Leftovers { get; init; }

    /// <summary>Fields that must be reported as written twice.</summary>
    public IReadOnlyList<Field> Twice { get; init; } = [];

    public int Pictures { get; init; }
}
