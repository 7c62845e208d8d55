using YuGong.Text;

namespace YuGong.Leads;

/// <content>What a form should say (通知 三、附件).</content>
public static partial class LeadsRules
{
    public static readonly Rule Missing = Warning(620,
        new("要填的栏空着", "Needed field is empty"),
        new("没有填“{0}”。", "'{0}' is empty."),
        new("请推荐人补上,用 leads set 填,或把线索退回(leads move … returned)。", "Ask the recommender; fill it with leads set, or return the lead."),
        new("没有具体人物、单位和联系方式,就不能核实和采访(通知 三.1)。", "Without person, employer and contact nothing can be checked (notice, 3.1)."));

    public static readonly Rule DeedsLength = Warning(621,
        new("事迹字数不在 500–800", "Deeds not of 500 to 800 characters"),
        new("核心事迹简介有 {0} 字,通知说 500–800 字为宜。", "The core deeds have {0} characters; the notice asks for 500 to 800."),
        new("照收;太短的请推荐人补充细节。", "It is taken as it is; ask for more where it is too short."),
        new("附件写明 500–800 字为宜,是建议,不是拒收的理由。", "The annex recommends this length; it is no reason to refuse."));

    public static readonly Rule Phone = Warning(622,
        new("不像电话号码", "Not like a telephone number"),
        new("“{0}”不像手机或固定电话。", "'{0}' does not look like a mobile or landline number."),
        new("手机 11 位,固定电话写区号;几个号码用顿号分开。核对后用 leads set 改。",
            "Mobile: 11 digits; landline with its area code. Check it and change it with leads set."),
        new("联系不上就不能核实。", "Whom one cannot call, one cannot verify."));

    public static readonly Rule Birth = Warning(623,
        new("不像出生年月", "Not like a month of birth"),
        new("“出生年月”没有读懂,或者不可能({0})。原样存着。", "The month of birth was not understood, or is impossible ({0}). It is kept as written."),
        new("写成 1970-05,用 leads set 改。", "Write 1970-05 with leads set."),
        new("出生年月用来分清同名的人。", "It tells people of one name apart."));

    public static readonly Rule Sex = Warning(624,
        new("性别没有读懂", "Sex not understood"),
        new("“性别”一栏没有读懂,原样存着。", "The field was not understood; it is kept as written."),
        new("写 男 或 女,用 leads set 改。", "Write the word for man or woman with leads set."),
        new("故事里要用对称呼。", "The story must speak of people rightly."));

    public static readonly Rule NoTrait = Note(625,
        new("没有认出特质", "No trait recognized"),
        new("线索亮点和事迹里没有认出词表里特质的词。", "No trait of the vocabulary was found in highlights or deeds."),
        new("核实典型性时看一看;词表在 input/taxonomies/traits.yaml。",
            "Look at it when judging typicality; the words are in input/taxonomies/traits.yaml."),
        new("典型性:突出攻坚克难、精益求精、创新突破、甘于奉献等特质(通知 三.2)。", "Typicality asks for these traits (notice, 3.2)."));

    public static readonly Rule OnePhone = Note(626,
        new("两个人同一个号码", "Two people, one number"),
        new("被推荐人和推荐人写了同一个号码,又不是自荐。", "Person and recommender have the same number, though nobody recommends themself."),
        new("核实时请推荐人给出本人的号码。", "Ask for the person's own number."),
        new("只有推荐人的号码,就没法向本人求证和征得同意。", "With only the recommender's number, the person cannot be asked."));

    public static readonly Rule NoDetail = Note(627,
        new("事迹里没有时间", "Deeds without a date"),
        new("核心事迹简介里没有出现年份。", "The core deeds name no year."),
        new("核实细节性时请补关键的时间、地点。", "Ask for the dates and places that matter."),
        new("细节性:线索应包含关键时间、地点(通知 三.3)。", "Detail asks for dates and places (notice, 3.3)."));
}
