using YuGong.Manuscripts;
using YuGong.Text;

namespace YuGong.Leads;

/// <summary>Score sheets as they come back, .xlsx or .csv.</summary>
public static class ScoreSheets
{
    public static bool IsCsv(string file) => Path.GetExtension(file).Equals(".csv", StringComparison.OrdinalIgnoreCase);

    /// <summary>Null, with the reason, when the sheet cannot be read.</summary>
    /// <param name="name">Decides by its ending how the bytes are read.</param>
    public static IReadOnlyList<ReturnedScore>? Read(string name, byte[] bytes, out Phrase why)
    {
        why = new("没有“编号”和“评分”两列", "There are no columns 编号 and 评分");
        try
        {
            return IsCsv(name) ? ScoreCsv.Read(bytes) : ScoreWorkbookReader.Read(bytes);
        }
        catch (ReadingException e)
        {
            why = e.TooMuch ? new Phrase("表大得不正常:", "The sheet is unusually large: ") + e.Words
                : e.Words == OfficePackage.NotWhole ? new("不是完整的 .xlsx 文件", "Not a whole .xlsx file") : e.Words;
            return null;
        }
#pragma warning disable CA1031 // A sheet comes from outside; whatever it makes of a reader, it is one that cannot be read.
        catch (Exception e)
#pragma warning restore CA1031
        {
            why = new($"读的时候出了意外({e.GetType().Name})", $"Reading it failed ({e.GetType().Name})");
            return null;
        }
    }
}
