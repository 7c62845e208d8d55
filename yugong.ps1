# The same as ./yugong, for Windows: installs what is missing, compiles when sources changed, and runs the compiled program.
# Written for Windows PowerShell 5.1 and later; the mark at the beginning of the file tells it that this is UTF-8.
$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $MyInvocation.MyCommand.Path
$dist = Join-Path $root '.dist'
$stamp = Join-Path $dist '.stamp'
$project = Join-Path $root 'src/YuGong.Cli/YuGong.Cli.csproj'
$options = '@' + (Join-Path $root 'src/publish.rsp')
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
try { [Console]::OutputEncoding = New-Object Text.UTF8Encoding $false } catch { }

# --lang or YUGONG_LANG, else a locale in the environment, else the language of Windows; what is not Chinese is English.
$asked = [regex]::Match(" $args ", ' --lang[ =](zh|en) ').Groups[1].Value
if ($asked) { $env:YUGONG_LANG = $asked }
$locale = @($env:LC_ALL, $env:LC_MESSAGES, $env:LANG, (Get-UICulture).Name) | Where-Object { $_ } | Select-Object -First 1
if ($env:YUGONG_LANG -notin 'zh', 'en') { $env:YUGONG_LANG = if ($locale -match '^(zh|C$|C\.|POSIX|$)') { 'zh' } else { 'en' } }

function Words([string] $zh, [string] $en) { if ($env:YUGONG_LANG -eq 'en') { $en } else { $zh } }

function Print([string] $words) { [Console]::Error.WriteLine($words) }

function Say([string] $zh, [string] $en) { Print (Words $zh $en) }

function Has([string] $command) { [bool](Get-Command $command -ErrorAction SilentlyContinue) }

# Says what is being done and how long it took; what it printed only when it fails.
function Step([string] $zh, [string] $en, [scriptblock] $work) {
  $began = Get-Date
  Say "$zh……" "$en …"
  $ErrorActionPreference = 'Continue'
  $said = & $work 2>&1
  if ($LASTEXITCODE -ne 0) {
    $said | ForEach-Object { Print "$_" }
    return $false
  }
  $took = '{0:0}' -f ((Get-Date) - $began).TotalSeconds
  Say "${zh}:$took 秒" "${en}: $took s"
  return $true
}

# Newer sources than the compiled program.
function Test-Ready {
  if (-not (Test-Path $stamp) -or -not (Test-Path (Join-Path $dist 'yugong.dll'))) { return $false }
  $compiled = (Get-Item $stamp -Force).LastWriteTimeUtc
  $sources = Get-ChildItem (Join-Path $root 'src') -Recurse -File | Where-Object { $_.FullName -notmatch '[\\/](bin|obj)[\\/]' }
  $settings = Get-Item (Join-Path $root 'Directory.Build.props'), (Join-Path $root 'Directory.Packages.props')
  return -not (@($sources) + @($settings) | Where-Object { $_.LastWriteTimeUtc -gt $compiled } | Select-Object -First 1)
}

# The npm packages of a folder are not there, or older than their list.
function Test-Lacks([string] $folder) {
  $list = Join-Path $root "$folder/package-lock.json"
  $there = Join-Path $root "$folder/node_modules/.package-lock.json"
  if (-not (Test-Path $list)) { return $false }
  return -not (Test-Path $there) -or (Get-Item $list).LastWriteTimeUtc -gt (Get-Item $there -Force).LastWriteTimeUtc
}

# Offline it takes what it has downloaded before, and gives up soon.
function Install-Npm([string] $folder, [string[]] $words, [string[]] $without) {
  if (-not (Has 'npm')) {
    Say "缺少 Node.js 和 npm:$($without[0])。" "Node.js and npm are missing: $($without[1])."
    return
  }
  Push-Location (Join-Path $root $folder)
  try {
    $done = Step $words[0] $words[1] { npm ci --ignore-scripts --no-audit --no-fund --prefer-offline --fetch-retries=1 --loglevel=error }
    if (-not $done) {
      Say "下载不到(离线?):$($without[0]);有网络时再运行一次。" "It cannot be downloaded (offline?): $($without[1]); run this again with a network."
    }
  } finally { Pop-Location }
}

function Publish-Program {
  if (-not (Has 'dotnet')) {
    Say '缺少 .NET 10 SDK:请先安装,并让 dotnet 在 PATH 里。' 'The .NET 10 SDK is missing: install it, and see that dotnet is on the PATH.'
    exit 1
  }
  $fresh = "$dist.new"
  if (Test-Path $fresh) { Remove-Item $fresh -Recurse -Force }
  if (-not (Step '下载程序用到的软件包(NuGet)' 'Downloading the packages of the program (NuGet)' { dotnet restore $project $options })) {
    Say '下载不到软件包:请检查网络或 NuGet 的设置,再运行一次。' 'The packages cannot be downloaded: check the network or the settings of NuGet, and run this again.'
    exit 1
  }
  $env:DOTNET_TieredPGO = '0'
  if (-not (Step '编译 yugong' 'Compiling yugong' { dotnet publish $project $options --no-restore -o $fresh })) { exit 1 }
  if (Test-Path $dist) { Remove-Item $dist -Recurse -Force }
  Move-Item $fresh $dist
  [void](New-Item $stamp -ItemType File)
}

$command = if ($args.Count -gt 0) { "$($args[0])" } else { '--help' }
$words = @(if ($args.Count -gt 0) { $args } else { '--help' })
if ($command -eq 'test') {
  Say '这里只运行快的测试;其余的要 Debian(./yugong test)。' 'Only the quick tests run here; the others need Debian (./yugong test).'
  dotnet test (Join-Path $root 'tests/YuGong.Tests')
  exit $LASTEXITCODE
}
if ($command -eq 'native') {
  Say '本机代码在 Linux 和 macOS 上编译(./yugong native);Windows 上不需要。' 'Native code is compiled on Linux and macOS (./yugong native); Windows does not need it.'
  exit 2
}
$asksForHelp = @($words | Where-Object { $_ -in '--help', '-h', '-?' }).Count -gt 0
$draws = $command -in 'build', 'preview', 'posters', 'desk', 'withdraw' -or $words -contains 'certificates'
if ($draws -and -not $asksForHelp -and (Test-Lacks 'themes/yugong')) {
  Install-Npm 'themes/yugong' @('下载主题的字体(npm)', 'Downloading the fonts of the theme (npm)') `
    @('网页用系统字体,不做海报', 'pages use system fonts, and no posters are made')
}
if (-not (Test-Ready)) { Publish-Program }
$env:DOTNET_EnableWriteXorExecute = '0'
$env:DOTNET_TieredPGO = '0'
if (-not $env:YUGONG_COMMAND) { $env:YUGONG_COMMAND = '.\yugong' }
if ($command -ne 'init' -and -not (Test-Path 'statiq.json')) { Set-Location $root }
dotnet (Join-Path $dist 'yugong.dll') @words
exit $LASTEXITCODE
