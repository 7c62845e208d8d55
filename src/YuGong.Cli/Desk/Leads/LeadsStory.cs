using System.Text.Json.Nodes;
using YuGong.Build;
using YuGong.Desk;
using YuGong.Leads;

namespace YuGong.Cli;

/// <summary>The beginning of a story that a lead becomes: public fields and the number, as <c>leads promote</c> writes them.</summary>
/// <param name="HeldBack">Labels of the fields that stayed in the register, because something private stands in them.</param>
internal sealed record LeadsStory(DeskCollection Collection, string Id, JsonObject Values, IReadOnlyList<string> HeldBack)
{
    public static LeadsStory Of(Lead lead, LeadsDoor door)
    {
        var (collection, words) = (DeskCollection.Find("stories")!, door.Words);
        var known = PublicFields.Select(lead, words, out var heldBack);
        var name = known.ContainsKey("name") ? lead.Form[Field.Person] : "";
        var begun = NewEntry.Named(collection, name, SearchTablesFile.NamesIn(door.Project.Themes, door.ThemeName));
        var values = begun.Values;
        foreach (var (key, value) in Desk.FormValues.Of(Skeleton.Write("story", begun.Id, words, known))!
            .Where(v => known.ContainsKey(v.Key)))
        {
            values[key] = value?.DeepClone();
        }

        return new(collection, begun.Id, values, [.. heldBack.Select(LeadFormFields.LabelOf)]);
    }
}
