namespace YuGong.Bench;

/// <summary>What the corpus is made of. No person, place or work here is real.</summary>
internal static class Words
{
    /// <summary>Keys of texts.yaml, which stand for themselves.</summary>
    public static readonly string[] Texts =
    [
        "person", "object", "dialogue", "video", "page", "directions", "halls", "hall", "star_board", "objects_text", "call", "born",
        "died",
        "byline",
    ];

    public static readonly string[] Surnames = [.. "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈".Select(c => c.ToString())];

    /// <summary>Sexagenary numbers instead of given names: nobody is called so.</summary>
    public static readonly string[] Given = [.. Enumerable.Range(0, 60).Select(i => $"{"甲乙丙丁戊己庚辛壬癸"[i % 10]}{"子丑寅卯辰巳午未申酉戌亥"[i % 12]}")];

    public static readonly string[] Latin =
        ["Wang", "Li", "Zhang", "Liu", "Chen", "Yang", "Huang", "Zhao", "Wu", "Zhou", "Xu", "Sun", "Ma", "Zhu", "Hu", "Guo"];
    public static readonly string[] Syllables =
        ["jia", "yi", "bing", "ding", "wu", "ji", "geng", "xin", "ren", "gui", "zi", "chou", "yin", "mao", "chen", "si"];
    public static readonly string[] Places = ["甲县", "乙县", "丙县", "丁县", "戊县", "己镇", "庚镇", "辛镇", "壬乡", "癸乡"];
    public static readonly string[] Units = ["甲号工程处", "乙号设计院", "丙号机械厂", "丁号研究所", "戊号测量队", "己号学校"];
    public static readonly string[] Posts = ["技术员", "设计工程师", "测量队长", "车间主任", "总工程师", "教员"];
    public static readonly string[] Titles = ["助理工程师", "工程师", "高级工程师"];
    public static readonly string[] Who = ["他们", "工程处", "测量队", "几位老工人", "设计组", "新来的技术员", "值班的同事", "审图的人"];
    public static readonly string[] When = ["那年冬天", "开工后的第三个月", "汛期到来之前", "图纸送到的第二天", "试车当天", "第二个季度", "复核会上", "多年以后", "起初", "停水的那一夜"];
    public static readonly string[] Verbs = ["重新测量了", "逐项校核了", "反复验算了", "一点点修整了", "推翻了", "搭建起", "拆开检查了", "认真记录了", "改画了", "试验了"];

    public static readonly string[] Things =
    [
        "三号桥墩的基础", "旧水闸的启闭机", "山坡上的排水沟", "一号机组的轴承", "隧道出口的拱圈", "变电站的接地网", "缆车的牵引轮", "滤池的沙层", "机房的通风管", "铸件的冷却办法",
        "大坝的灌浆孔", "木模的收缩余量", "电台的天线", "钢轨的接头", "屋架的下弦", "水轮机的导叶",
    ];

    public static readonly string[] Results =
    [
        "渗水少了一半", "误差降到两毫米以内", "工期缩短了十七天", "全年没有再停过一次机", "废品率下降到百分之一", "新手也能照着做", "图纸从九张减为四张", "多年以后仍在使用", "材料省下三成", "震动几乎感觉不到",
    ];

    public static readonly string[] Thoughts =
    [
        "先把河流看清楚，再谈电站的大小", "图上差一丝，地上差一丈", "没有记录就没有经验", "把复杂留给自己，把简单留给使用的人", "慢一点没有关系，方向要对", "能量的就不要猜", "好的工具让人忘记它的存在",
    ];

    public static readonly string[] Turns = ["因此", "不过", "与此同时", "更要紧的是", "说到底", "从那以后", "在此之前", "即便如此"];
    public static readonly string[] Heads = ["从一次失败说起", "到工地去", "转折", "把机器拆开来看", "最难的一周", "关于选择", "同行的人", "留给后来者", "工具与方法", "回到现场", "数字背后"];
    public static readonly string[] Happenings =
        ["考入工科学堂", "进入工程处做练习生", "主持第一处工地", "编成施工手册", "改进量具", "带出第一批徒弟", "完成设备更新", "转到学校任教", "主持旧厂改造"];
    public static readonly string[] Papers = ["工程纪事", "技术通讯", "厂史资料", "测量年报", "施工日志汇编"];
    public static readonly string[] Publishers = ["基准出版社", "语料编辑部", "样本图书馆", "测试档案馆"];

    public static readonly (string Id, string Name, string Short, string Mark, string Text)[] Directions =
    [
        ("builder", "攻坚的建设者", "建设者", "攻", "修路、架桥、引水、发电的人；这一段话只用来让列表页有一段引言。"),
        ("artisan", "求精的匠心者", "匠心者", "匠", "把一件事做到毫厘之间的人；这一段话只用来让列表页有一段引言。"),
        ("pioneer", "创新的开拓者", "开拓者", "新", "走没有人走过的路的人；这一段话只用来让列表页有一段引言。"),
        ("mentor", "传薪的引领者", "引领者", "传", "带着后来者往前走的人；这一段话只用来让列表页有一段引言。"),
        ("guardian", "奉献的坚守者", "坚守者", "守", "几十年守在一处的人；这一段话只用来让列表页有一段引言。"),
    ];

    public static readonly (string Id, string Name)[] Trades =
        [("water", "给水"), ("power", "水电"), ("bridge", "桥梁"), ("railway", "铁路"), ("machine", "机械"), ("radio", "无线电")];
    public static readonly (string Id, string Name)[] Eras = [("early", "早期"), ("middle", "中期"), ("late", "后期"), ("recent", "近期")];
    public static readonly (string Id, string Name)[] Districts =
        [("east", "东区"), ("west", "西区"), ("south", "南区"), ("north", "北区"), ("middle", "中区")];
    public static readonly (string Id, string Name)[] Traits = [("patience", "耐心"), ("precision", "精确"), ("courage", "勇气"), ("care", "细心")];
}
