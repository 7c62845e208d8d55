namespace YuGong.Tests.Sites;

/// <summary>
/// What the real input does not have yet, so that every branch of every template is judged: portraits, pictures, quotations,
/// honours, a film of our own with captions, an interview, old addresses, entries in every state of not being ready.
/// </summary>
internal static class CompleteContent
{
    /// <summary>Words that stand in everything that must not be published.</summary>
    public const string Secret = "【不可外传】";

    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private const string Sources = """
        sources:
          - { id: s1, title: 测试用的官方来源, publisher: 测试出版者, date: 2020-05, url: "https://example.org/a?b=1&c=2", grade: A, read: full }
          - { id: s2, title: 测试用的刊物, author: 测试作者, publisher: 测试刊物, archive: 《测试》2021 年第 3 期, grade: B, group: 甲, read: excerpt }
        verification: { checker: 编辑部, method: 测试, date: 2026-01-02 }
        """;

    private const string Consent = "consent: { basis: person, by: 测试本人, scope: [web, poster], note: 测试 }";

    private const string Long = "这一段文字只为测试而写，说的不是任何真实的人，字数凑够摘要的下限，好让校验不再提醒，也好看出版面在有字的时候是什么样子。";

    /// <summary>
    /// Everything that Markdown can write, and words that no line can hold: no page may break the policy it is sent with, or be wider
    /// than a phone.
    /// </summary>
    private static string EveryConstruct => $$"""
        ## 全部写法 {{LongWord}}

        一、折
        行的**“话。”**再写；
        二、泵座 1200*800*600 毫米，`{{LongWord}}`，***强***调，换行\
        和脚注[^1]。［@s1、s2］

        见 https://example.org/{{LongWord}}.htm 和 <https://example.org/{{LongWord}}>、[{{LongWord}}](/people/shui-xiheng/)。

        | 左 | 中 | 右 {{LongWord}} |
        |:--|:-:|--:|
        | 一 | {{LongWord}} | `{{LongWord}}` |

        > 引用 doi:10.1000/{{LongWord}}
        >
        > 1. 甲
        >    - 乙 {{LongWord}}

        ```text
        {{LongWord}}
        ```

        文中的 ![泵房](<泵房 1#一.png> "摄影：测试员") 图。

        ![泵房](泵房 1#一.png "摄影：{{LongWord}}")
        ![泵房](./%E6%B3%B5%E6%88%BF%201%23%E4%B8%80.png "摄影：测试员")

        ***

        ＃＃＃ 末节

        [^1]: 脚注 {{LongWord}}
        """;

    /// <summary>Eighty-eight letters without a place to break.</summary>
    private static string LongWord => string.Concat(Enumerable.Repeat("content95631921440351_", 4));

    public static Project Extend(Project project)
    {
        Tested(project);
        foreach (var (id, state) in NotReady)
        {
            Hidden(project, id, state);
        }

        return project;
    }

    /// <summary>Why each of these stories stays away from the public, by id.</summary>
    public static IReadOnlyDictionary<string, string> NotReady { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["hidden-draft"] = "status: draft",
        ["hidden-review"] = "status: review",
        ["hidden-sample"] = "status: draft\nsample: true",
        ["hidden-later"] = "status: ready\npublish_at: 2999-01-01",
        ["hidden-expired"] = "status: ready\nexpire_at: 2020-01-01",
        ["hidden-unsourced"] = "status: ready\nevents: [{ date: 1950, text: 只有一个乙级来源, cite: [s2] }]",
    };

    /// <summary>Instead of the real entries a few plain ones, so that a test may build a hundred times.</summary>
    public static Project Small(Project project)
    {
        foreach (var kind in (string[])["stories", "objects", "dialogues", "videos", "news", "pages"])
        {
            project.Delete($"input/{kind}");
        }

        project.Delete("input/taxonomies/places.yaml");
        project.Delete("input/urls.txt");
        project.Delete("input/codes.txt");
        project.Delete("input/claims.txt");
        string[] people = ["shui-xiheng", "plain-one", "plain-two", "plain-three"];
        for (var i = 0; i < people.Length; i++)
        {
            Plain(project, people[i], people[(i + 1) % people.Length]);
        }

        project.Write("input/pages/about/index.md", "---\nid: about\ntitle: 关于\nsummary: 关于本站。\n---\n\n## 一节\n\n见[星光榜](/people/)。\n");
        return Extend(project);
    }

    private static void Plain(Project project, string id, string other)
    {
        project.Write($"input/stories/{id}/index.md", $$"""
            ---
            id: {{id}}
            status: ready
            name: 某{{id}}
            latin_name: {{id}}
            gender: 男
            direction: builder
            trades: [railway]
            districts: []
            era: early
            order: 10
            headline: 一个平常的人
            summary: {{Long}}
            objects: [{{id}}-thing]
            related: [{ id: {{other}}, relation: 同事, cite: [s1] }]
            {{Consent}}
            {{Sources}}
            ---

            ## 一节

            见[同事](/people/{{other}}/)。[@s1,s2]
            """);
        project.Write($"input/objects/{id}-thing/index.md", $$"""
            ---
            id: {{id}}-thing
            status: ready
            title: 一件{{id}}
            kind: tool
            people: [{ id: {{id}}, role: user }]
            summary: {{Long}}
            {{Sources}}
            ---

            见[主人](/people/{{id}}/)。[@s1,s2]
            """);
    }

    private static void Tested(Project project)
    {
        project.Write("input/stories/test-person/portrait.png", Png);
        project.Write("input/stories/test-person/site.png", Png);
        project.Write("input/stories/test-person/index.md", $$"""
            ---
            id: test-person
            status: published
            publish_at: 2020-01-01
            updated: 2026-01-03
            aliases: [/people/test-old-name/, /test-short/]
            byline: 文 / 测试员
            rights: 文字 © 测试
            name: 测试员
            latin_name: Ceshi Yuan
            other_names: [字测, 号试]
            gender: 女
            birth: { date: 1950-02~, place: 重庆巴县, cite: [s1] }
            native_place: 重庆
            work_unit: 测试厂
            post: 总工程师
            professional_title: 正高级工程师
            years_of_service: 四十余年
            direction: mentor
            traits: [perseverance]
            trades: [hydropower, education]
            districts: [yuzhong, fuling]
            era: reform
            headline: 只为测试而有的人 & "引号" <尖括号>
            summary: {{Long}}
            portrait: { src: portrait.png, alt: 测试员的肖像, credit: 测试摄影, rights: © 测试, focal: [0.5, 0.3], ai: assisted }
            pictures:
              - { src: site.png, alt: 工地, credit: 测试摄影, caption: 工地一角, ai: generated }
            events:
              - { date: 1971/1975, text: 参加一项工程, place: 涪陵, cite: [s1, s2] }
              - { date: 197X, text: 某年代的一件事, cite: [s1] }
              - { date: 1980-24, text: 冬天的一件事, cite: [s1] }
            figures:
              - { label: 装机, value: "1,400", unit: 千瓦, cite: [s1] }
            honours:
              - { date: 1995, name: 一项荣誉, cite: [s1] }
              - { name: 没有年份的荣誉, cite: [s1] }
            quotations:
              - { text: 说过的一句话。, speaker: 测试员, form: direct, occasion: 会上, cite: [s1] }
              - { text: 转述的一句话。, form: indirect, cite: [s1] }
            projects:
              - { name: 一座水厂, role: 主持, date: 1927/1932, place: 渝中, cite: [s1] }
            objects: [test-object]
            related: [{ id: shui-xiheng, relation: 只为测试, cite: [s1] }, { id: hidden-review, relation: 不该出现, cite: [s1] }]
            recommender: { name: 推荐者, agreed: true }
            {{Consent}}
            {{Sources}}
            ---

            ## 第一节

            {{Long}}[@s1]见[税西恒](/people/shui-xiheng/)和[物件](/objects/test-object/#第二节)、[某人](/people/hidden-later/)。[@s1,s2]

            ![工地的照片](site.png "摄影：测试员")

            ## 第二节

            - 一
            - 二

            > 引用一段。

            ### 小节

            1. [外面的网站](https://example.org/x?a=1&b=2)
            2. **着重**与*强调*，`代码`。

            | 年 | 事 |
            |---|---|
            | 1950 | 甲 |

            {{EveryConstruct}}
            """);
        project.Write("input/stories/test-person/泵房 1#一.png", Png);
        project.Write("input/objects/test-object/photo.png", Png);
        project.Write("input/objects/test-object/index.md", $$"""
            ---
            id: test-object
            status: ready
            title: 测试用的水准仪
            kind: instrument
            people: [{ id: test-person, role: user }, { id: hidden-draft, role: keeper }]
            made: 1950~
            material: 铜
            dimensions: 高 30 厘米
            location: 测试馆
            districts: [yuzhong]
            aliases: [/objects/test-old-object/]
            summary: {{Long}}
            picture: { src: photo.png, alt: 一台水准仪, credit: 测试馆藏, focal: [0.2, 0.8], ai: none }
            tour: [{ region: "pct:0,0,50,50", title: 左上, text: 左上的一块。 }, { region: "pct:50,50,50,50", title: 右下, text: 右下的一块。 }]
            events: [{ date: 1951, text: 用于测量, cite: [s1] }]
            figures: [{ label: 倍数, value: "32", cite: [s1] }]
            {{Sources.Replace("测试用的刊物", "测试用的刊物 " + LongWord, StringComparison.Ordinal)
                .Replace("第 3 期", "第 3 期，doi:10.1000/" + LongWord, StringComparison.Ordinal)}}
            ---

            ## 第二节

            {{Long}}[@s2] https://example.org/{{LongWord}}
            """);
        project.Write("input/dialogues/test-talk/desk.png", Png);
        project.Write("input/dialogues/test-talk/index.md", $$"""
            ---
            id: test-talk
            status: ready
            title: 测试访谈
            person: test-person
            interviewer: 测试记者
            date: 2026-01-01
            place: 测试厂
            summary: {{Long}}
            pull_quotes: [大字引语一句。]
            exchanges:
              - { question: 问什么？, answer: 答什么。 }
            photos: [{ src: desk.png, alt: 书桌, credit: 测试摄影 }]
            {{Consent}}
            {{Sources}}
            ---

            采写手记。[@s1,s2] https://example.org/{{LongWord}}
            """);
        project.Write("input/videos/test-film/film.mp4", [0, 0, 0, 8, (byte)'f', (byte)'r', (byte)'e', (byte)'e']);
        project.Write("input/videos/test-film/poster.png", Png);
        project.Write("input/videos/test-film/captions.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\n开始。\n");
        project.Write("input/videos/test-film/index.md", $$"""
            ---
            id: test-film
            status: ready
            title: 测试短片
            people: [test-person]
            date: 2026-01-01
            duration: 125
            poster: { src: poster.png, alt: 片头, credit: 测试摄影 }
            file: film.mp4
            captions: captions.vtt
            summary: {{Long}}
            {{Consent}}
            {{Sources}}
            ---

            文字稿在这里。[@s1,s2] https://example.org/{{LongWord}}
            """);
        project.Write("input/news/test-news/photo.png", Png);
        project.Write("input/news/test-news/index.md", $$"""
            ---
            id: test-news
            status: ready
            title: 测试消息
            date: 2026-01-02
            people: [test-person, hidden-draft]
            summary: {{Long}}
            photos: [{ src: photo.png, alt: 会场, credit: 测试摄影 }]
            {{Sources}}
            ---

            发生了一件事。[@s1,s2] https://example.org/{{LongWord}}
            """);
    }

    private static void Hidden(Project project, string id, string state)
    {
        project.Write($"input/stories/{id}/secret.png", [.. Png, .. System.Text.Encoding.UTF8.GetBytes(Secret + id)]);
        project.Write($"input/stories/{id}/index.md", $$"""
            ---
            id: {{id}}
            {{state}}
            name: 某{{Secret}}{{id}}
            latin_name: {{id}} {{Secret}}
            gender: 男
            direction: builder
            trades: [railway]
            era: early
            headline: {{Secret}}{{id}}
            summary: {{Secret}}{{Long}}
            objects: [{{id}}-thing{{(id == "hidden-draft" ? ", test-object" : "")}}]
            portrait: { src: secret.png, alt: 肖像{{Secret}}, credit: 摄影{{Secret}} }
            {{Consent}}
            {{Sources}}
            ---

            {{Secret}}正文。[@s1,s2]
            """);
        project.Write($"input/objects/{id}-thing/index.md", $$"""
            ---
            id: {{id}}-thing
            {{state}}
            title: 物件{{Secret}}{{id}}
            kind: tool
            people: [{ id: {{id}}, role: subject }]
            summary: {{Secret}}{{Long}}
            {{Sources}}
            ---

            {{Secret}}正文。[@s1,s2]
            """);
    }
}
