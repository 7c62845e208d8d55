using System.Text;

namespace YuGong.Tests.Books;

/// <summary>
/// A hundred texts that nobody wrote: headings and paragraphs full of marks, numbers and Latin, the same on every machine. They tell of no
/// person and of no place that there is.
/// </summary>
internal static class MadeTexts
{
    private const int Count = 100;

    private static readonly string[] Heads = ["从一次失败说起", "到工地去", "把机器拆开来看", "最难的一周", "留给后来者", "图纸上的一丝"];

    private static readonly string[] Subjects = ["甲号工程处", "测量队", "值班的同事", "乙号设计院", "几位老工人", "审图的人", "丙号机械厂"];

    private static readonly string[] Whens = ["那年冬天", "1932年3月", "汛期到来之前", "试车当天（第3次）", "20世纪50年代", "2.5小时以后", "第Ⅱ期工程里"];

    private static readonly string[] Deeds =
    [
        "重新测量了三号桥墩的基础", "把轴承逐项校核了一遍", "验算出0.35mm的误差", "改画了9张图纸", "写成《施工手册》一卷", "拆开检查了ABC-12型启闭机",
        "记下“先看清河流，再谈电站的大小”这句话", "算出坡度是1∶50、流量是每秒12.8 m³", "试了No.7、No.8两种配合比", "把PVC管换成了钢管",
    ];

    private static readonly string[] Ends =
    [
        "；渗水少了一半。", "：“图上差一丝，地上差一丈。”", "——这是第二回了。", "，全年没有再停过一次机。", "……谁也没有说话。", "！", "？没有人知道。",
        "（见第10～12页、图1-1）。", "，误差降到2%以内；", "，费用是￥1,234.56。", "。", "，气温35℃。", "，由甲·乙式改成丙·丁式。",
    ];

    public static IReadOnlyList<IReadOnlyList<(string Words, bool IsHeading)>> All { get; } = [.. Enumerable.Range(1, Count).Select(Made)];

    private static IReadOnlyList<(string Words, bool IsHeading)> Made(int number)
    {
        var (dice, text) = ((ulong)number * 1_000_003, new List<(string, bool)>());
        for (var section = 0; section < 3; section++)
        {
            text.Add((Of(Heads), true));
            for (var paragraph = 2 + Below(3); paragraph > 0; paragraph--)
            {
                var words = new StringBuilder();
                for (var sentence = 1 + Below(6); sentence > 0; sentence--)
                {
                    words.Append(Of(Whens)).Append('，').Append(Of(Subjects)).Append(Of(Deeds)).Append(Of(Ends));
                }

                text.Add((words.ToString(), false));
            }
        }

        return text;

        string Of(string[] all) => all[Below(all.Length)];

        // SplitMix64.
        int Below(int count)
        {
            unchecked
            {
                var z = dice += 0x9E3779B97F4A7C15;
                z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
                return (int)((z ^ (z >> 31)) % (ulong)count);
            }
        }
    }
}
