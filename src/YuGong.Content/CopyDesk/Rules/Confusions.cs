namespace YuGong.Content.CopyDesk;

/// <summary>
/// Words that input methods get wrong most often. What may be right across the border of two words is given with those that make it so:
/// 按装配图 is no 按装, 一座标志 no 座标.
/// </summary>
internal static class Confusions
{
    public static readonly SlipTable Table = new(
        new("按装", "安装", NotBefore: "配置备机箱载订运潢饰卸入"), new("布署", "部署", NotBehind: "公发颁宣", NotBefore: "名"),
        new("渡假", "度假", NotBehind: "过引摆"), new("松驰", "松弛"), new("既使", "即使", NotBefore: "用人得他她它我你"),
        new("必竟", "毕竟"), new("急燥", "急躁"), new("干躁", "干燥"), new("幅射", "辐射"),
        new("峻工", "竣工", NotBehind: "险严高陡冷"), new("座标", "坐标", NotBehind: "一二两三四五六七八九十这那每几多整该某百千0123456789",
            NotBefore: "志准杆牌语"), new("振憾", "震撼"), new("震憾", "震撼"), new("追朔", "追溯"), new("粗旷", "粗犷"),
        new("脉博", "脉搏", NotBehind: "山水"), new("气慨", "气概"), new("大慨", "大概"), new("膺品", "赝品"), new("防碍", "妨碍", NotBehind: "预"),
        new("针贬", "针砭"), new("沉缅", "沉湎"), new("装祯", "装帧"), new("重迭", "重叠"), new("凑和", "凑合", NotBehind: "紧"),
        new("再接再励", "再接再厉"), new("迫不急待", "迫不及待"), new("一愁莫展", "一筹莫展"), new("甘败下风", "甘拜下风"),
        new("走头无路", "走投无路"), new("谈笑风声", "谈笑风生"), new("出奇不意", "出其不意"), new("金榜提名", "金榜题名"),
        new("名符其实", "名副其实"), new("默守成规", "墨守成规"), new("穿流不息", "川流不息"), new("不径而走", "不胫而走"),
        new("蛛丝蚂迹", "蛛丝马迹"), new("鼎立相助", "鼎力相助"), new("人才倍出", "人才辈出"), new("人材辈出", "人才辈出"),
        new("相形见拙", "相形见绌"), new("一诺千斤", "一诺千金"), new("天翻地复", "天翻地覆"), new("悬梁刺骨", "悬梁刺股"),
        new("美仑美奂", "美轮美奂"), new("美仑美焕", "美轮美奂"), new("竭泽而鱼", "竭泽而渔"), new("变本加利", "变本加厉"),
        new("一如继往", "一如既往"), new("继往不咎", "既往不咎"), new("通霄达旦", "通宵达旦"), new("呕心力血", "呕心沥血"),
        new("殚精极虑", "殚精竭虑"), new("兢兢业业业", "兢兢业业"), new("精益求精精", "精益求精"), new("攻艰克难", "攻坚克难"),
        new("首曲一指", "首屈一指"), new("不可思异", "不可思议"), new("独挡一面", "独当一面"), new("以身做则", "以身作则"),
        new("披荆斩刺", "披荆斩棘"), new("不记其数", "不计其数"), new("截止目前", "截至目前"), new("脚塌实地", "脚踏实地"),
        new("脚踏实的", "脚踏实地"), new("水笼头", "水龙头"), new("混泥土", "混凝土"));
}
