namespace YuGong.Content;

public sealed record Site;
