using YuGong.Text;

using static YuGong.Content.Schemas.Shapes;
using static YuGong.Content.Schemas.SharedKeys;

namespace YuGong.Content.Schemas;

/// <summary>The mappings that describe the whole site: vocabularies, the call, the settings.</summary>
internal static class SiteSchemas
{
    private static readonly Key<Ref> Id = HeaderKeys.Id;
    private static readonly Key<string> Paragraph = new("text", "说明", "一段话", Words);

    public static readonly Schema<Direction> DirectionSchema = MakeDirection();
    public static readonly Schema<Batch> BatchSchema = MakeBatch();
    public static readonly Schema<Call> CallSchema = CallKeys.Schema;
    public static readonly Schema<SiteTexts> TextsSchema = MakeTexts();
    public static readonly Schema<Settings> SettingsSchema = SettingsKeys.Schema;

    /// <summary>A vocabulary whose words carry one more remark (<paramref name="note"/>: years, tier), or none.</summary>
    public static Schema<Term> TermSchema(string? note)
    {
        Key<string>? remark = note is null ? null : new(note, "说明", "几个字", Words);
        IReadOnlyList<IKey> keys = remark is null ? [Id, Name] : [Id, Name, remark];
        return new("term", keys, m => (m.Get(Id), m.Get(Name)) is ({ } id, { } name) ? new(id.Id, name,
            remark is null ? null : m.Get(remark)) : null);
    }

    private static Schema<Direction> MakeDirection()
    {
        Key<string> text = new("text", "说明", "照通知原文", Statement, Required: true),
        shortName = new("short", "简称", "三个字", Statement, Required: true);
        Key<string> mark = new("mark", "大字", "一个字", TextOf(1, 1), Required: true),
        hall = new("hall", "展厅", "展厅名", Statement, Required: true);
        Key<string> hallText = new("hall_text", "展厅引言", "一句话", Statement, Required: true);
        return new("direction", [Id, Name, shortName, mark, text, hall, hallText], m =>
        {
            var d = (m.Get(Id), m.Get(Name), m.Get(shortName), m.Get(mark), m.Get(text), m.Get(hall), m.Get(hallText));
            return m.Whole ? new(d.Item1!.Id, d.Item2!, d.Item3!, d.Item4!, d.Item5!, d.Item6!, d.Item7!) : null;
        });
    }

    private static Schema<SiteTexts> MakeTexts()
    {
        Key<string>[] keys =
        [
            .. SiteTexts.Known.Select(k => new Key<string>(k.Key, k.Hint, "几个字", Statement, Required: true)),
            .. SiteTexts.Optional.Select(k => new Key<string>(k.Key, k.Hint, "一句话", Statement)),
        ];
        return new("texts", keys, m =>
        {
            var given = keys.Select(k => (k.Name, Text: m.Get(k))).Where(k => k.Text is not null);
            return new(given.ToDictionary(k => k.Name, k => k.Text!, StringComparer.Ordinal));
        });
    }

    private static Schema<Batch> MakeBatch()
    {
        Key<DateOnly?> opens = new("opens", "开始", "年-月-日", Day, Required: true), closes = new("closes", "截止", "年-月-日", Day, Required: true);
        return new("batch", [Id, Name, opens, closes], m =>
            (m.Get(Id), m.Get(Name), m.Get(opens), m.Get(closes)) is ({ } id, { } name, { } from, { } to)
                ? new(id.Id, name, from, to) : null);
    }

    private static class CallKeys
    {
        private static readonly Schema<NamedText> Named =
            new("item", [Name, Paragraph], m => m.Get(Name) is { } name ? new(name, m.Get(Paragraph)) : null);
        private static readonly Key<string> FieldHint = new("hint", "提示", "填写提示", Words);
        private static readonly Schema<NamedText> Field =
            new("form_field", [Name, FieldHint], m => m.Get(Name) is { } name ? new(name, m.Get(FieldHint)) : null);

        private static readonly Key<string> Theme = Line("theme", "主题", "活动的主题"),
            DeadlineNote = Line("deadline_note", "截止", "一句话:长期有效还是到哪一天"),
            Mail = Line("mail", "报送邮箱", "公布给大家的邮箱"), Subject = Line("subject", "邮件标题", "来信的标题怎样写,各部分用 + 连起来"),
            Scope = Line("scope", "范围", "面向谁、什么样的故事"), Submission = Line("submission", "报送方式", "材料怎样整理、报到哪里"),
            UseIntro = Line("use_intro", "用途的引言", "列出用途之前的一句话"), Closing = Line("closing", "结语", "最后的一段话"),
            FormTitle = Line("form_title", "征集表的标题", "印在表头");

        private static readonly Key<string> Salutation = new("salutation", "称谓", "开头的称呼,照通知原文", Words);
        private static readonly Key<bool> Sample = new("sample", "示例", "true:只在预览中出现", Flag);
        private static readonly Key<DateOnly?> Issued = new("issued", "发文日期", "年-月-日", Day, Required: true);
        private static readonly Key<IReadOnlyList<string>> Issuers = Lines("issuers", "发文单位", "落款的单位"),
            Background = Lines("background", "背景", "一段一条"), Uses = Lines("uses", "用途", "线索会用在哪里,一项一条"),
            Notes = Lines("notes", "注意事项", "一项一条");

        private static readonly Key<IReadOnlyList<NamedText>> Requirements = Items("requirements", "要求", "一列 { name, text }", Named),
            Channels = Items("channels", "渠道", "谁可以报,一列 { name, text }", Named),
            FormFields = Items("form_fields", "征集表的栏目", "一列 { name, hint },照表的次序", Field);

        public static readonly Schema<Call> Schema = new(
            "call",
            [Sample, Title, Theme, Issued, Issuers, DeadlineNote, Mail, Subject, Salutation, Background, Scope, Requirements, Channels,
                Submission,
                UseIntro, Uses, Notes, Closing, FormTitle, FormFields],
            m =>
            {
                var (title, theme, issued, issuers, deadline) =
                    (m.Get(Title), m.Get(Theme), m.Get(Issued), m.Get(Issuers), m.Get(DeadlineNote));
                var (mail, subject, background, scope) = (m.Get(Mail), m.Get(Subject), m.Get(Background), m.Get(Scope));
                var (requirements, channels, submission) = (m.Get(Requirements), m.Get(Channels), m.Get(Submission));
                var (useIntro, uses, notes, closing) = (m.Get(UseIntro), m.Get(Uses), m.Get(Notes), m.Get(Closing));
                var (formTitle, fields) = (m.Get(FormTitle), OnceEach(m.Get(FormFields), m));
                return m.Whole
                    ? new()
                    {
                        Title = title!, Theme = theme!, Issued = issued!.Value, Issuers = issuers!, DeadlineNote = deadline!,
                        Mail = mail!, Subject = subject!, Background = background!, Scope = scope!, Requirements = requirements!,
                        Channels = channels!, Submission = submission!, UseIntro = useIntro!, Uses = uses!, Notes = notes!,
                        Closing = closing!, FormTitle = formTitle!, FormFields = fields!, Salutation = m.Get(Salutation),
                        Sample = m.Get(Sample),
                    }
                    : null;
            });

        /// <summary>The form has one cell for each; of two hints for one cell nobody knows which is meant.</summary>
        private static IReadOnlyList<NamedText>? OnceEach(IReadOnlyList<NamedText>? fields, MapReader m)
        {
            var twins = fields?.GroupBy(f => f.Name, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => same.Key)
                .ToHashSet(StringComparer.Ordinal);
            if (twins is null or { Count: 0 })
            {
                return fields;
            }

            foreach (var span in m.SpansOf(FormFields, Name.Name, twins))
            {
                m.Context.Report(ContentRules.DuplicateInList, span.Span, FormFields.Name, span.Text);
            }

            return [.. fields!.DistinctBy(f => f.Name, StringComparer.Ordinal)];
        }

        private static Key<string> Line(string name, string label, string hint) => new(name, label, hint, Statement, Required: true);

        private static Key<IReadOnlyList<string>> Lines(string name, string label, string hint) =>
            new(name, label, hint, ListOf(Statement), Required: true);

        private static Key<IReadOnlyList<NamedText>> Items(string name, string label, string hint, Shape<NamedText> item) =>
            new(name, label, hint, ListOf(item), Required: true);
    }

    private static class SettingsKeys
    {
        private static readonly Key<string> Format = SchemaFile.Format;

        private static readonly Key<string> Host = new("Host", "主机名", "例如 www.example.org", Notation, Required: true);
        private static readonly Key<bool> Https = new("LinksUseHttps", "用 https", "不写是 true", Flag);
        private static readonly Key<string> LinkRoot = new("LinkRoot", "地址前缀", "网站不在主机的根上时写,例如 /sub;不写是空", Words);
        private static readonly Key<bool> HideIndex = new("LinkHideIndexPages", "地址不写 index.html", "不写是 true", Flag);
        private static readonly Key<string> Theme = new("Theme", "主题", "themes/ 里的文件夹名", Words);

        private static readonly Key<string> SiteTitle = new("Title", "站名", "站名", Statement, Required: true),
            Tagline = new("Tagline", "副题", "一句话", Words),
            Description = new("Description", "简介", "搜索结果里的一段话", Words),
            Seal = new("Seal", "印文", "一到四个字,海报上站名的印;不写用站名的头两个字", TextOf(1, 4)),
            TimeZone = new("TimeZone", "时区", "+08:00 或 Asia/Shanghai 这样的名字", Notation);

        private static readonly Key<IReadOnlyList<string>> Organizers = new("Organizers", "主办", "单位", ListOf(Words)),
            Undertakers = new("Undertakers", "承办", "单位;写了,页脚才有", ListOf(Words)),
            Unbroken = new("Unbroken", "不拆开的词", "标题里不断在行末的词:地名和区县已经算在内", ListOf(Words));

        private static readonly Key<string> Support = new("Support", "技术支持", "单位;写了,页脚才有", Words),
            Icp = new("Icp", "备案号", "ICP 备案号,照工信部给的全文;没有就不写", Words),
            PoliceRecord = new("PoliceRecord", "公安备案号", "照公安机关给的全文;没有就不写", Words);

        private static readonly Key<string> LinkTitle = new("Title", "名称", "导航里的词", Statement, Required: true),
            LinkPath = new("Path", "地址", "/hall/", Words, Required: true);

        private static readonly Key<IReadOnlyList<NavigationItem>> Navigation =
            new("Navigation", "导航", "一列 { Title, Path },照页面上的次序", ListOf(new Schema<NavigationItem>(
            "Navigation", [LinkTitle, LinkPath],
            m => (m.Get(LinkTitle), m.Get(LinkPath)) is ({ } title, { } path) ? new(title, path) : null)));

        private static readonly Key<IReadOnlyList<string>> PublicContacts = new("PublicContacts", "公开的联系方式", "公布给大家的电话和邮箱", ListOf(Words));

        private static readonly Key<IReadOnlyList<string>> Webhooks = new("Webhooks", "网络钩子", "发布以后通知的 https 地址", ListOf(Words));

        private static readonly Key<CopySettings> CopyDesk = new("CopyDesk", "文字检查", "每条规则报不报、报成什么;见 docs/content.md", CopyDeskKeys.Schema);

        private static readonly Key<IReadOnlyList<DeployPlace>> Deploy =
            new("Deploy", "上线的地方", "一列,每个有名字;yugong deploy 用,见 docs/operations.md", ListOf(DeployKeys.Schema));

        private static readonly Key<IReadOnlyList<string>> Reviews = new("Reviews", "审稿的步骤",
            "一列名字,例如 [\"初审\", \"复审\", \"终审\"]:每一步由不同的人通过,最后一步就绪;叫这三个名字的要有这个角色,别的名字后面写上谁审:\"主编审：终审\";不写只有一步", ListOf(Words));

        private static readonly Schema<Section> Own =
            new("YuGong",
            [SiteTitle, Tagline, Description, Seal, TimeZone, Organizers, Undertakers, Support, Icp, PoliceRecord, Navigation, Unbroken,
                PublicContacts, Webhooks, CopyDesk, Deploy, Reviews],
            m =>
            m.Get(SiteTitle) is { } title ? new(title, m.Get(Tagline), m.Get(Description), m.All(Organizers), m.All(Navigation),
                m.All(PublicContacts)) { Seal = m.Get(Seal) ?? "", TimeZone = ZoneOf(m), Webhooks = HooksOf(m),
                CopyDesk = m.Get(CopyDesk) ?? CopySettings.Default, Unbroken = m.All(Unbroken), Deploy = PlacesOf(m),
                Reviews = ReviewsOf(m),
                Footer = new(m.All(Undertakers), m.Get(Support) ?? "", m.Get(Icp) ?? "", m.Get(PoliceRecord) ?? "") } : null);

        private static readonly Key<Section> YuGong = new("YuGong", "本站", "本站自己的设置", Own, Required: true);

        public static readonly Schema<Settings> Schema = new("statiq.json", [Format, Host, Https, LinkRoot, HideIndex, Theme, YuGong], m =>
        {
            var (host, own, root) = (m.Get(Host), m.Get(YuGong), m.Get(LinkRoot)?.TrimEnd('/') ?? "");
            if (root.Length > 0 && (root[0] != '/' || !root[1..].Split('/').All(IsPartOfAnAddress)))
            {
                m.Context.Report(ContentRules.BadSetting, m.SpanOf(LinkRoot), "LinkRoot", root, new Phrase("以 / 开头,例如 /yugong。",
                    "Begin it with /, such as /yugong."));
                root = "";
            }

            if (host is not null && !IsHost(host))
            {
                m.Context.Report(ContentRules.BadSetting, m.SpanOf(Host), "Host", host, new Phrase("只写主机名,例如 www.example.org。",
                    "Write the name of the host only, such as www.example.org."));
                host = null;
            }

            var d = Settings.Default;
            return host is null || own is null ? null : new()
            {
                Host = host, LinksUseHttps = Said(m, Https, d.LinksUseHttps), LinkRoot = root,
                LinkHideIndexPages = Said(m, HideIndex, d.LinkHideIndexPages), Theme = m.Get(Theme) ?? d.Theme, SiteTitle = own.Title,
                Tagline = own.Tagline ?? "", Description = own.Description ?? "", Organizers = own.Organizers,
                Navigation = own.Navigation, Seal = own.Seal, TimeZone = own.TimeZone,
                PublicContacts = own.PublicContacts, Webhooks = own.Webhooks, CopyDesk = own.CopyDesk,
                Unbroken = own.Unbroken, Footer = own.Footer, Deploy = own.Deploy, Reviews = own.Reviews,
            };
        });

        /// <summary>Names of the command line: of two that are equal nobody knows which is meant.</summary>
        private static IReadOnlyList<DeployPlace> PlacesOf(MapReader m)
        {
            var places = m.All(Deploy);
            if (places.GroupBy(p => p.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Skip(1).Any()) is { } twins)
            {
                m.Context.Report(ContentRules.DuplicateInList, m.SpanOf(Deploy), Deploy.Name, twins.Key);
            }

            return places;
        }

        /// <summary>Their names stand in the history of every draft, before a colon.</summary>
        private static IReadOnlyList<ReviewStep> ReviewsOf(MapReader m)
        {
            var written = m.All(Reviews);
            List<ReviewStep> reviews = [.. written.Select(ReviewStep.Read).OfType<ReviewStep>()];
            var isRight = reviews.Count == written.Count && reviews.Count <= Settings.MostReviews
                && reviews.DistinctBy(r => r.Name, StringComparer.Ordinal).Count() == reviews.Count;
            if (!isRight)
            {
                m.Context.Report(ContentRules.BadSetting, m.SpanOf(Reviews), Reviews.Name, string.Join(", ", written), new Phrase(
                    $"写至多 {Settings.MostReviews} 个不同的名字,每个至多 12 字;冒号后面只能是初审、复审或终审。",
                    $"Write at most {Settings.MostReviews} different names of at most 12 characters; behind a colon stands 初审, 复审 or 终审."));
            }

            return isRight ? reviews : [];
        }

        private static List<Uri> HooksOf(MapReader m)
        {
            var hooks = new List<Uri>();
            foreach (var written in m.All(Webhooks))
            {
                if (Uri.TryCreate(written, UriKind.Absolute, out var hook) && hook.UserInfo.Length == 0 && hook.Fragment.Length == 0
                    && (hook.Scheme == Uri.UriSchemeHttps || (hook.Scheme == Uri.UriSchemeHttp && hook.IsLoopback)))
                {
                    hooks.Add(hook);
                }
                else
                {
                    m.Context.Report(ContentRules.BadSetting, m.SpanOf(Webhooks), "Webhooks", written,
                        "写 https:// 开头的完整地址;http 只能是本机。");
                }
            }

            return hooks;
        }

        /// <summary>A name of the DNS or an IP address, perhaps with a port: every page names itself by it.</summary>
        private static bool IsHost(string host) =>
            host.Length <= 253 && Uri.TryCreate($"https://{host}/", UriKind.Absolute, out var uri) && uri.PathAndQuery == "/"
                && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0
            && Uri.CheckHostName(uri.Host.Trim('[', ']')) != UriHostNameType.Unknown
                && !host.Any(c => char.IsWhiteSpace(c) || c is '/' or '\\');

        private static bool IsPartOfAnAddress(string part) =>
            part.Length is > 0 and <= 100 && part is not ("." or "..")
                && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~');

        private static TimeZoneInfo ZoneOf(MapReader m)
        {
            if (m.Get(TimeZone) is not { } name)
            {
                return SiteTime.China;
            }

            if (SiteTime.Read(name) is { } zone)
            {
                return zone;
            }

            m.Context.Report(ContentRules.BadSetting, m.SpanOf(TimeZone), TimeZone.Name, name,
                "写 +08:00 这样的差,或这台机器认识的 Asia/Shanghai 这样的名字(Debian 上由 tzdata 提供)。");
            return SiteTime.China;
        }

        private static bool Said(MapReader m, Key<bool> key, bool unsaid) => m.Says(key) ? m.Get(key) : unsaid;

        private sealed record Section(string Title, string? Tagline, string? Description, IReadOnlyList<string> Organizers,
            IReadOnlyList<NavigationItem> Navigation, IReadOnlyList<string> PublicContacts)
        {
            public required string Seal { get; init; }

            public required TimeZoneInfo TimeZone { get; init; }

            public required IReadOnlyList<Uri> Webhooks { get; init; }

            public required CopySettings CopyDesk { get; init; }

            public required IReadOnlyList<string> Unbroken { get; init; }

            public required IReadOnlyList<DeployPlace> Deploy { get; init; }

            public required IReadOnlyList<ReviewStep> Reviews { get; init; }

            public required FooterFacts Footer { get; init; }
        }
    }
}
