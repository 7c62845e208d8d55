using YuGong.Content;
using YuGong.Pages.Views;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>The sketch maps with the places that stories name.</summary>
internal static class PlaceMaps
{
    /// <param name="id">Of a sheet; a site without such a one shows nothing.</param>
    public static Markup Draw(SiteData data, string id)
    {
        if (data.Site.Map is not { } map || map.Sheets.FirstOrDefault(s => s.Id == id) is not { } sheet)
        {
            return Markup.Of("");
        }

        var named = data.Site.Taxonomies.Places.ToDictionary(p => p.Id, StringComparer.Ordinal);
        List<MapMark> marks = [.. data.Places.Select(p => new MapMark(p.Number, p.Name, named[p.Id].Latitude, named[p.Id].Longitude))];
        return new($"map-{id}:{KeyOf(map, marks)}", () => new MapDrawing(map, sheet).Draw(marks));
    }

    /// <summary>Stands for everything that a drawing shows.</summary>
    private static Fingerprint KeyOf(SketchMap map, List<MapMark> marks)
    {
        IEnumerable<object> drawn =
        [
            map.North, map.StandardParallel, .. map.Rivers.SelectMany(r => r.Line.Append<object>(r.Width)),
            .. map.Sheets, .. map.Sheets.SelectMany(s => s.Words), .. marks,
        ];
        return Fingerprint.Of(string.Join('\n', drawn));
    }
}
