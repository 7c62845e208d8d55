using System.CommandLine;
using YuGong.Build;
using YuGong.Content;
using YuGong.Text;

namespace YuGong.Cli;

/// <summary><c>yugong new story|object|dialogue|video|news|page &lt;id&gt;</c>: a skeleton that explains itself.</summary>
internal static class NewCommand
{
    public static Command Create()
    {
        var kind = new Argument<string>("kind")
        {
            Description = Terminal.Words("story 人物、object 老物件、dialogue 对话、video 视频、news 动态、page 页面",
                "story, object, dialogue, video, news or page"),
        };
        kind.AcceptOnlyFromAmong([.. EntryKind.All.Select(k => k.Name)]);
        var id = new Argument<string>("id") { Description = Terminal.Words("小写字母、数字和 -,例如 shui-xiheng",
            "Small letters, digits and -, such as shui-xiheng") };
        var (root, input) = (SharedOptions.Root(), SharedOptions.Input());
        var command = new Command("new", Terminal.Words("写一个新条目的骨架,每个键都有说明。",
            "Write the skeleton of a new entry, every key explained.")) { kind, id, root, input };
        command.SetAction(parsed =>
        {
            var project = ProjectFolder.At(parsed.GetValue(root)!, parsed.GetValue(input));
            return Run(project, EntryKind.Find(parsed.GetValue(kind)!)!, parsed.GetValue(id)!);
        });
        return command;
    }

    /// <summary>Why no entry of this id can be begun: 2 for misuse, 1 for one that is there already.</summary>
    internal static (int Code, Phrase Words)? WhyNot(ProjectFolder project, EntryKind kind, string id)
    {
        if (!WindowsName.CanBe(id))
        {
            return (2, new($"“{id}”不能当 id:Windows 上不能有这个名字的文件夹。换一个,例如 {id}-1。",
                $"'{id}' cannot be an id: Windows can have no folder of that name. Take another, such as {id}-1."));
        }

        if (!Slug.IsValid(id))
        {
            return (2, new($"“{id}”不能当 id:只用小写字母、数字和 -,例如 shui-xiheng。",
                $"'{id}' cannot be an id: small letters, digits and - only, such as shui-xiheng."));
        }

        return !File.Exists(Path.Combine(project.Input, kind.Folder, id, "index.md")) ? null
            : (1, new($"{project.InputName}/{kind.Folder}/{id}/index.md 已经有了,没有动它。",
                $"{project.InputName}/{kind.Folder}/{id}/index.md exists already and was left alone."));
    }

    private static int Run(ProjectFolder project, EntryKind kind, string id)
    {
        if (WhyNot(project, kind, id) is var (code, why))
        {
            Terminal.Warn(why);
            return code;
        }

        var folder = Path.Combine(project.Input, kind.Folder, id);
        Directory.CreateDirectory(folder);
        var text = Skeleton.Write(kind.Name, id, SchemasCommand.WordsOf(project));
        File.WriteAllText(Path.Combine(folder, "index.md"), text, new System.Text.UTF8Encoding(false));
        Terminal.Say(new($"写好了 {project.InputName}/{kind.Folder}/{id}/index.md。填好后运行 {CommandName.Value} check。",
            $"Wrote {project.InputName}/{kind.Folder}/{id}/index.md. Fill it in, then run {CommandName.Value} check."));
        return 0;
    }
}
