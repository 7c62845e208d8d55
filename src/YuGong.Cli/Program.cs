using YuGong.Cli;

return CommandTree.Run(args);
