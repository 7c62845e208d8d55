using YuGong.Content;
using YuGong.Leads;
using YuGong.Publishing;
using YuGong.Text;

namespace YuGong.Build;

/// <summary>The empty form for downloading from the call page: <c>call/form.docx</c>.</summary>
public sealed class LeadFormPipeline : IPipeline
{
    /// <summary>Another program may write another form.</summary>
    private static readonly Fingerprint Program = ProgramId.Of(typeof(FormWriter));

    public string Name => "form";

    public IEnumerable<OutputFile> Make(Site site)
    {
        if (site.Call is { } call)
        {
            var said = string.Join('\n', call.FormFields.Select(f => f.Name + "\t" + f.Text).Append(call.FormTitle).Append(call.Mail));
            yield return new(OutputPath.Of("call/form.docx"), Program.With(Fingerprint.Of(said)), () => FormWriter.Write(call));
        }
    }
}
