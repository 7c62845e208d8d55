namespace YuGong.Text.Intake;

/// <summary>
/// Radicals that stand for characters. Text copied from a PDF has them where its font had one glyph for both: 工 comes as U+2F2F, 长 as
/// U+2ED3. They look alike and are found by no search.
/// Sources: Unicode Character Database, compatibility decompositions of U+2F00–2FD5, EquivalentUnifiedIdeograph.txt for U+2E80–2EF3.
/// </summary>
internal static class Radicals
{
    /// <summary>U+2F00–2FD5 in order.</summary>
    private const string Kangxi =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴" +
        "廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿" +
        "目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵" +
        "邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    /// <summary>U+2E80–2EF3 in order; a wide blank where a shape is part of characters only.</summary>
    private const string Supplement =
        "　厂乛乚乙亻冂　刀刂卜㔾　　兀尣尢　巳幺彑彐忄㣺扌攵　旡日月歺母民氵氺灬爫爫丬牜犭　　目示礻　糹纟　罒　　　" +
        "　　　耂　　　　艹艹艹　衤覀西见角　讠贝　车辶辶辶阝钅長镸长门　阝雨青韦页风飞食　飠饣　马骨鬼鱼鸟卤麦黄黾斉" +
        "齐歯齿竜龙龜亀龟";

    public static bool Contains(char c) => c is >= '\u2E80' and <= '\u2FD5';

    /// <summary>The character; null when the shape stands for none.</summary>
    public static char? CharacterOf(char radical) => radical switch
    {
        >= '\u2F00' and <= '\u2FD5' => Kangxi[radical - '\u2F00'],
        >= '\u2E80' and <= '\u2EF3' when Supplement[radical - '\u2E80'] is not '\u3000' and var found => found,
        _ => null,
    };
}
