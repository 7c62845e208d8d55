using Xunit;

namespace YuGong.Tests.Browser;

/// <summary>One page of each template: the real one, and one with everything a template can show.</summary>
internal static class Templates
{
    public static TheoryData<string, string> All =>
    [
        ("release", "/"), ("release", "/people/"), ("release", "/people/direction/builder/"),
        ("release", "/people/district/yuzhong/"), ("release", "/hall/"), ("release", "/hall/builder/"),
        ("release", "/people/shui-xiheng/"), ("release", "/objects/"), ("release", "/objects/daqiangba-water-tower/"),
        ("release", "/dialogues/"),
        ("preview", "/dialogues/sample-duihua/"), ("release", "/videos/"), ("preview", "/videos/sample-film/"), ("release", "/call/"),
        ("release", "/about/"), ("release", "/404.html"), ("preview", "/"),
        ("release", "/search/"), ("release", "/api/"),
        ("release", "/hall/timeline/builder/"), ("release", "/hall/map/"),
        ("release", "/objects/great-hall-dome/"),
        ("fuller", "/people/test-person/"), ("fuller", "/objects/test-object/"), ("fuller", "/dialogues/test-talk/"),
        ("fuller", "/videos/test-film/"), ("fuller", "/news/"), ("fuller", "/news/test-news/"),
    ];
}
