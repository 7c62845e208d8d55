namespace YuGong.Text;

/// <summary>Which program made something that is kept: another one may make it otherwise.</summary>
public static class ProgramId
{
    /// <summary>Builds are deterministic: the same source has the same id.</summary>
    /// <param name="rooms">A type of each room whose change may change what is kept; Text is always one of them.</param>
    public static Fingerprint Of(params IEnumerable<Type> rooms) =>
        Fingerprint.Of(string.Join('|', rooms.Append(typeof(ProgramId)).Select(type => type.Module.ModuleVersionId)));
}
