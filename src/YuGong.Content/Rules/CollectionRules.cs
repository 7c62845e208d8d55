using YuGong.Text;

namespace YuGong.Content;

/// <summary>What can be wrong with the collection: tours, captions, places on the map.</summary>
public static class CollectionRules
{
    public static readonly Rule BadRegion = Error(570,
        new("导览的区域写错了", "Bad region in a tour"),
        new("区域 {0} 不是图上的一块。", "The region {0} is no part of the picture."),
        new("写成 pct:10,20,30,40(左、上、宽、高,百分数,不超出图片),或整数像素 160,240,480,480。",
            "Write pct:10,20,30,40 (left, top, width, height in hundredths, within the picture) or whole pixels 160,240,480,480."),
        new("导览靠它把图移到要看的地方(IIIF Image API 3 的 region)。", "A tour moves the picture by it (the region of IIIF Image API 3)."));

    public static readonly Rule TourWithoutPicture = Error(571,
        new("有导览,没有图片", "A tour without a picture"),
        new("“{0}”写了 tour,却没有 picture。", "{0} has a tour but no picture."),
        new("写上 picture,或去掉 tour。", "Give it a picture, or take the tour away."),
        new("导览是在图上走的。", "A tour walks over a picture."));

    public static readonly Rule RegionOutsidePicture = Error(572,
        new("导览走到了图外", "A tour leaves its picture"),
        new("区域 {0} 超出了图片({1} × {2})。", "The region {0} reaches beyond the picture ({1} × {2})."),
        new("改小一点,或用 pct: 写百分数。", "Make it smaller, or write hundredths with pct:."),
        new("图外什么也没有。", "There is nothing outside a picture."));

    public static readonly Rule BadCaptions = Error(573,
        new("字幕读不懂", "Captions cannot be read"),
        new("字幕 {0} 这里读不懂。", "The captions {0} cannot be read here."),
        new("{1}", "{1}"),
        new("浏览器遇到读不懂的字幕会悄悄不显示,听不见的人就什么也得不到。", "Browsers silently show nothing when captions cannot be read."));

    public static readonly Rule UnnamedPlace = Note(574,
        new("地图上的地点没有出现在故事里", "A place that no story names"),
        new("没有一个条目的标题、摘要、地点或年表写到“{0}”,地图不画它。", "No entry's title, summary, place or chronicle names {0}; the map does not show it."),
        new("删掉它,或先把它写进有依据的条目;也可以在 named 里写条目用的叫法。",
            "Delete it, or write it into an entry that has sources; or give the entries' wording in named."),
        new("地图只画故事里写到的地方。", "The map shows only places that the stories name."));

    public static readonly Rule BadCoordinates = Error(575,
        new("坐标写错了", "Bad coordinates"),
        new("at 写成了 {0}。", "at says {0}."),
        new("写成 [纬度, 经度],十进制度,例如 [29.56, 106.58]。",
            "Write [latitude, longitude] in decimal degrees, such as [29.56, 106.58]."),
        new("写反的经纬度会把地点画到别的国家去。", "Swapped coordinates put a place into another country."));

    public static readonly Rule OffTheMap = Error(576,
        new("地点不在地图上", "A place off the map"),
        new("“{0}”的坐标不在 map.yaml 的任何一张图的范围里。", "The coordinates of {0} are on no sheet of map.yaml."),
        new("核对坐标([纬度, 经度]),或放宽那张图的 bounds。", "Check the coordinates ([latitude, longitude]), or widen the bounds of a sheet."),
        new("图外的地点,读者在地图上找不到。", "Readers cannot find on the map what lies off it."));

    public static readonly Rule BadCard = Error(581,
        new("名片取景写错了", "Bad part of a picture for cards"),
        new("card 要写四个 0 到 1 的数:左、上、宽、高,不超出图片。",
            "card is four numbers from 0 to 1: left, top, width and height, within the picture."),
        new("例如 card: [0.1, 0.2, 0.4, 0.5]:从左十分之一、从上五分之一起,宽占十分之四,高占一半。",
            "Such as card: [0.1, 0.2, 0.4, 0.5]: from a tenth of the width and a fifth of the height, four tenths wide and half as high."),
        new("没有肖像的人,名片上是他做的东西;取景写错就不知道该看哪里。",
            "Where there is no portrait a card shows the work; without a right part nobody knows where to look."));

    private static Rule Error(int number, Phrase title, Phrase message, Phrase hint, Phrase why) =>
        new($"YG{number}", Severity.Error, title, message, hint, why);

    private static Rule Note(int number, Phrase title, Phrase message, Phrase hint, Phrase why) =>
        new($"YG{number}", Severity.Note, title, message, hint, why);

    public static readonly Rule VocabularyName = Error(577,
        new("词表不能叫这个名字", "A vocabulary cannot be called this"),
        new("自己的词表不能叫 {0}。", "A vocabulary of your own cannot be called {0}."),
        new("换一个文件名:小写字母、数字和 -,不和条目已有的键、列表已有的分组同名。",
            "Give the file another name: small letters, digits and -, and no key that entries have or that lists are divided by already."),
        new("文件名就是前置数据里的键,也在地址和接口里。", "The file's name is the key in front matter, and stands in addresses and the API."));
}
