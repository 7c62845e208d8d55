using System.Diagnostics;
using System.Globalization;
using YuGong.Cli;

namespace YuGong.Attack.Mutations;

/// <summary>
/// One process that does a stretch of the attacks and says each before it begins, so that whoever kills it knows which one it was.
/// </summary>
internal static class MutationChild
{
    public const string Option = "--child";

    /// <param name="words"><c>--child SOURCE WORK SEED FROM TO</c></param>
    public static int Run(string[] words)
    {
        var (source, work, seed) = (words[1], words[2], int.Parse(words[3], CultureInfo.InvariantCulture));
        var (from, to) = (int.Parse(words[4], CultureInfo.InvariantCulture), int.Parse(words[5], CultureInfo.InvariantCulture));
        var site = SmallSite.In(Path.Combine(work, $"site-{from}"), source);
        var targets = Target.All(site);
        Target.Begin(site);
        var said = Console.Out;
        Console.SetError(TextWriter.Null);
        for (var number = from; number < to; number++)
        {
            var (target, name, bytes) = Make(site, targets, seed, number);
            said.WriteLine($"{number} {target.Name} {name}");
            said.Flush();
            if (words.Length > 6)
            {
                File.WriteAllBytes(words[6], bytes); // one attack, kept to be looked at
            }

            var watch = Stopwatch.StartNew();
            try
            {
                target.Attack(site, name, bytes);
                said.WriteLine($"held {watch.ElapsedMilliseconds}");
            }
            catch (Exception e) when (e is not StackOverflowException)
            {
                said.WriteLine($"fault {e.GetBaseException().GetType().Name} {Where(e)}" + (words.Length > 6 ? $"\n{e}" : ""));
            }

            said.Flush();
        }

        return 0;
    }

    private static (Target Target, string Name, byte[] Bytes) Make(SmallSite site, IReadOnlyList<Target> targets, int seed, int number)
    {
        var dice = new Random(HashCode(seed, number));
        var at = dice.Next(targets.Sum(t => t.Weight));
        var target = targets.First(t => (at -= t.Weight) < 0);
        var name = target.Seeds[dice.Next(target.Seeds.Count)];
        var bytes = target.Seed(site, name);
        bytes = target.Name == "forms" && dice.Next(4) > 0 ? Target.InsideZip(bytes, dice) : Mutator.Spoil(bytes, target.IsText, dice);
        return (target, name, bytes);
    }

    /// <summary>The same in every process, as <see cref="System.HashCode"/> is not.</summary>
    private static int HashCode(int seed, int number) => unchecked((seed * 1_000_003) ^ (number * 7919));

    /// <summary>Our own innermost frame: two faults there are one.</summary>
    private static string Where(Exception e)
    {
        var frames = new StackTrace(e.GetBaseException(), fNeedFileInfo: true).GetFrames();
        var own = Array.Find(frames, f => f.GetMethod()?.DeclaringType?.FullName?.StartsWith("YuGong", StringComparison.Ordinal) == true);
        return own is null
            ? "?" : $"{own.GetMethod()!.DeclaringType!.Name}.{own.GetMethod()!.Name} {Path.GetFileName(own.GetFileName())}:"
            + $"{own.GetFileLineNumber()}";
    }
}
