using YuGong.Api;
using YuGong.Build;
using YuGong.Text;

namespace YuGong.Cli.Webhooks;

/// <summary>After a publication: tells the webhooks of <c>statiq.json</c> what changed. Whatever becomes of it, the site stands.</summary>
internal sealed class WebhookRun(WebhookPatience patience, Func<string, string?> environment)
{
    /// <summary>With the patience and the environment of the process.</summary>
    public static WebhookRun Usual { get; } = new(WebhookPatience.Usual, Environment.GetEnvironmentVariable);

    /// <param name="findings">Gets a warning for each webhook that did not take the notice.</param>
    /// <returns>What people are told in a line; empty where nothing was to do.</returns>
    public Phrase Notify(SitePlan plan, PublishedSite published, DateTimeOffset now, Diagnostics findings, CancellationToken cancel)
    {
        var hooks = plan.Site.Settings.Webhooks;
        if (hooks.Count == 0 || published.Report is { Written.Count: 0, Removed.Count: 0 })
        {
            return Phrase.Empty;
        }

        var place = new SourceFile("statiq.json", "").Whole;
        if (WebhookSecret.Read(plan.Options.Project.Root, environment, out var fault) is not { } secret)
        {
            if (fault is not null)
            {
                findings.Report(ApiRules.NotNotified, place, "Webhooks", fault);
                return Phrase.Empty;
            }

            return new($"没有通知网络钩子:这里没有签名的密钥({WebhookSecret.Variable})。\n",
                $"No webhook was told: there is no secret to sign with here ({WebhookSecret.Variable}).\n");
        }

        var notice = PublicationNotice.Make(plan.Site, published.Report, now);
        var sender = new WebhookSender(patience, secret);
        Phrase?[] faults;
        try
        {
            faults = Task.WhenAll(hooks.Select(hook => sender.SendAsync(hook, notice, cancel))).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return new("网站已经发布;通知网络钩子时中断了。\n", "The site is published; telling the webhooks was interrupted.\n");
        }

        foreach (var (hook, why) in hooks.Zip(faults).Where(f => f.Second is not null))
        {
            findings.Report(ApiRules.NotNotified, place, hook.GetLeftPart(UriPartial.Path), why!);
        }

        var taken = faults.Count(f => f is null);
        return taken > 0 ? new($"已通知 {taken} 个网络钩子。\n", $"{Phrase.Count(taken, "webhook")} told.\n") : Phrase.Empty;
    }
}
