using System.Text.Json;

namespace YuGong.Leads;

/// <summary>How long leads are kept after they came into their state, in days; <c>leads/settings.json</c> may say otherwise.</summary>
/// <param name="Open">Received, verified, shortlisted, returned: the selection goes on.</param>
/// <param name="Chosen">Selected, interviewed, published: for questions to the story.</param>
/// <param name="Ended">Declined or withdrawn: nothing more is to be done with them.</param>
public sealed record Retention(int Open = 730, int Chosen = 1825, int Ended = 180)
{
    private static readonly JsonSerializerOptions Json =
        new() { PropertyNameCaseInsensitive = true, ReadCommentHandling = JsonCommentHandling.Skip };

    /// <summary>The settings beside the register, or the defaults where there are none.</summary>
    /// <exception cref="JsonException">The file is not such settings.</exception>
    public static Retention In(string folder)
    {
        var path = Path.Combine(folder, "settings.json");
        return File.Exists(path) && JsonSerializer.Deserialize<RetentionSettings>(File.ReadAllText(path), Json)?.KeepDays is { } said
            ? said : new();
    }

    public int DaysOf(LeadState state) => state switch
    {
        LeadState.Declined or LeadState.Withdrawn => Ended,
        LeadState.Selected or LeadState.Interviewed or LeadState.Published => Chosen,
        _ => Open,
    };

    /// <summary>The day from which a lead is kept too long.</summary>
    public DateOnly DueOf(LeadRow row) => row.Since.AddDays(DaysOf(row.State));

    private sealed record RetentionSettings(Retention? KeepDays);
}
