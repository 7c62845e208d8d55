using System.Text;
using YuGong.Manuscripts;
using YuGong.Text;

namespace YuGong.Leads;

/// <summary>The words of an original, for people who compare them with the form: plain text, whatever the file holds.</summary>
public static class OriginalText
{
    /// <summary>UTF-16 units that are shown; a file that says more is downloaded.</summary>
    public const int Longest = 60_000;

    /// <summary>The text, or why there is none; nothing is thrown at the caller.</summary>
    /// <param name="kind">As the register keeps it: <c>docx</c>, <c>eml</c> …</param>
    public static string Read(string kind, byte[] bytes)
    {
        try
        {
            var text = Read(kind, bytes, ReadingBudget.Ample());
            return text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest), "\n……（太长，其余请下载原件看）");
        }
        catch (ReadingException e)
        {
            return $"（读不出来：{e.Words.Zh}）";
        }
#pragma warning disable CA1031 // Whatever a stranger's file makes of our readers, the page beside it is shown.
        catch (Exception)
#pragma warning restore CA1031
        {
            return "（读不出来）";
        }
    }

    private static string Read(string kind, byte[] bytes, ReadingBudget budget) => kind switch
    {
        "docx" => Document(bytes, budget),
        "eml" => Letter(bytes, budget),
        _ => "（这种文件不能在这里看，请下载原件）",
    };

    /// <summary>Tables row by row, then what stands around them.</summary>
    private static string Document(byte[] bytes, ReadingBudget budget)
    {
        var document = WordText.Read(bytes, budget);
        var text = new StringBuilder();
        foreach (var table in document.Tables)
        {
            foreach (var row in table.Rows)
            {
                text.AppendJoin("　", row.Select(c => c.Text).Where(t => t.Length > 0)).Append('\n');
            }

            text.Append('\n');
        }

        text.Append(Words.Tidy(document.Prose));
        return text.ToString().Trim('\n') + (document.Pictures == 0 ? "" : $"\n\n（另有 {document.Pictures} 张图片，请下载原件看）");
    }

    private static string Letter(byte[] bytes, ReadingBudget budget)
    {
        var mail = MailReader.Read(bytes, budget);
        var text = new StringBuilder($"来信人：{mail.From}\n主题：{mail.Subject}\n");
        if (mail.Sent is { } sent)
        {
            text.Append($"时间：{sent:yyyy-MM-dd HH:mm}\n");
        }

        text.Append('\n').Append(mail.Body).Append('\n');
        foreach (var attachment in mail.Attachments)
        {
            text.Append($"\n———— 附件 {attachment.Number}：{attachment.Name}\n");
            if (attachment.Extension is ".docx" or ".docm" or ".dotx")
            {
                text.Append(Document(attachment.Bytes, budget)).Append('\n');
            }
        }

        return text.ToString();
    }
}
