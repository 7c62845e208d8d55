using YuGong.Pages.Views;
using YuGong.Text;

namespace YuGong.Pages;

/// <summary>The sketch maps with the places that stories name.</summary>
internal static class PlaceMaps
{
    /// <param name="sheet">Its id; a site without such a map shows nothing.</param>
    public static Markup Draw(SiteData data, string sheet)
    {
        var named = data.Site.Taxonomies.Places.ToDictionary(p => p.Id, StringComparer.Ordinal);
        List<MapMark> marks = [.. data.Places.Select(p => new MapMark(p.Number, p.Name, named[p.Id].Latitude, named[p.Id].Longitude))];
        var key = $"map-{sheet}:{Fingerprint.Of(string.Join('\n', marks))}";
        return new(key, () => (sheet == "city" ? ChongqingMap.City : ChongqingMap.Whole).Draw(marks));
    }
}
