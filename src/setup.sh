#!/bin/sh
# Installs and compiles what ./yugong needs, without administrator's rights: `program` the compiled command, `theme` the fonts, `desk` the
# editor of texts. On request: `native` the same program as native code, `tests` the judges of the tests.
set -e
root=$(CDPATH= cd -- "${0%/*}/.." && pwd -P)

. "$root/src/words.sh"
speaks ''

# step CHINESE ENGLISH COMMAND …: says what is being done and how long it took; what it printed only when it fails.
step() {
  zh=$1 en=$2
  shift 2
  log=$(mktemp)
  began=$(date +%s)
  say "$zh……" "$en …"
  if "$@" >"$log" 2>&1; then
    rm -f "$log"
    took=$(($(date +%s) - began))
    say "$zh:$took 秒" "$en: $took s"
  else
    cat "$log" >&2
    rm -f "$log"
    return 1
  fi
}

# packages NAME:COMMAND … : Debian packages whose command (or, with a slash, file) is missing; the first of several names that Debian has.
packages() {
  missing=
  for pair in "$@"; do
    case ${pair#*:} in
      /*) [ -e "${pair#*:}" ] || missing="$missing ${pair%%:*}" ;;
      *) command -v "${pair#*:}" >/dev/null 2>&1 || missing="$missing ${pair%%:*}" ;;
    esac
  done
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    step "安装 Debian 软件包$missing" "Installing Debian packages$missing" install_packages $missing
  else
    line="  sudo apt-get update && sudo apt-get install -y --no-install-recommends$missing"
    say "缺少软件包,请运行(需要管理员权限):" "Packages are missing; please run (as administrator):"
    say "$line" "$line"
    return 1
  fi
}

# install_packages NAME … : those that this Debian has. No server among them is started, now (policy-rc.d: invoke-rc.d(8)) or when the
# machine starts: they are for the tests, which start their own.
install_packages() {
  apt-get update -qq
  there=
  for name in "$@"; do
    if apt-cache policy "$name" | grep -q 'Candidate: [^(]'; then there="$there $name"; fi
  done
  policy=/usr/sbin/policy-rc.d
  if [ -e "$policy" ]; then
    policy=
  else
    trap 'rm -f "$policy"' EXIT
    trap 'exit 1' HUP INT TERM
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
  fi
  failed=
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $there || failed=yes
  [ -z "$policy" ] || rm -f "$policy"
  for pair in nginx:nginx apache2:apache2 caddy:caddy rsync:rsync openssh-server:ssh; do
    package=${pair%%:*} service=${pair#*:}
    case " $there " in
      *" $package "* | *" $package-"*)
        if command -v systemctl >/dev/null 2>&1; then
          systemctl disable "$service" >/dev/null 2>&1 || true
        else
          deb-systemd-helper disable "$service.service" >/dev/null 2>&1 || true
        fi
        ;;
    esac
  done
  [ -z "$failed" ]
}

# The compiler runs too shortly to gain from watching itself.
publish() {
  DOTNET_TieredPGO=0 dotnet publish "$root/src/YuGong.Cli/YuGong.Cli.csproj" "@$root/src/publish.rsp" "$@"
}

need_dotnet() {
  command -v dotnet >/dev/null 2>&1 || {
    say "缺少 .NET 10 SDK:请先安装,并让 dotnet 在 PATH 里。" "The .NET 10 SDK is missing: install it, and see that dotnet is on the PATH."
    exit 1
  }
}

# npm_ci FOLDER CHINESE ENGLISH: offline it takes what it has downloaded before, and gives up soon.
npm_ci() {
  (cd "$root/$1" && step "$2" "$3" npm ci --ignore-scripts --no-audit --no-fund --prefer-offline --fetch-retries=1 --loglevel=error)
}

case $1 in
  program)
    need_dotnet
    fresh=$root/.dist.new
    rm -rf "$fresh"
    if ! step "下载程序用到的软件包(NuGet)" "Downloading the program's packages (NuGet)" dotnet restore "$root/src/YuGong.Cli/YuGong.Cli.csproj" "@$root/src/publish.rsp"; then
      say "下载不到软件包:请检查网络或 NuGet 的设置,再运行一次。" "The packages cannot be downloaded: check the network or the settings of NuGet, and run this again."
      exit 1
    fi
    step "编译 yugong" "Compiling yugong" publish --no-restore -o "$fresh"
    rm -rf "$root/.dist"
    mv "$fresh" "$root/.dist"
    touch "$root/.dist/.stamp"
    ;;
  native)
    need_dotnet
    [ -x "$root/.dist/yugong" ] || sh "$0" program
    if ! packages gcc:gcc libc6-dev:/usr/include/stdio.h; then
      say "(本机代码要用它们来连接;没有也行,只是大网站构建慢一些。)" "(Native code is linked by them; without them only large sites build more slowly.)"
      exit 1
    fi
    # Compiled for what this processor can do.
    level=
    if [ "$(uname -m)" = x86_64 ] && grep -qw avx2 /proc/cpuinfo && grep -qw bmi2 /proc/cpuinfo && grep -qw fma /proc/cpuinfo && grep -qw movbe /proc/cpuinfo; then
      level=x86-64-v3
    fi
    rm -rf "$root/.dist.native"
    step "编译成本机代码" "Compiling to native code" publish -o "$root/.dist.native" -p:Native=true "-p:IlcInstructionSet=$level"
    rm -rf "$root/.dist/native"
    mv "$root/.dist.native" "$root/.dist/native"
    say "以后 build 和 check 用本机代码;程序改了以后要再编译一次。" "From now on build and check run native code; compile it again when the program changes."
    ;;
  theme)
    if ! command -v npm >/dev/null 2>&1; then
      say "缺少 Node.js 和 npm:网页用系统字体,不做海报。" "Node.js and npm are missing: pages use system fonts, and no posters are made."
    elif ! npm_ci themes/yugong "下载主题的字体(npm)" "Downloading the theme's fonts (npm)"; then
      say "下载不到主题的字体(离线?):网页用系统字体,不做海报;有网络时再运行一次。" \
        "The theme's fonts cannot be downloaded (offline?): pages use system fonts, and no posters are made; run this again with a network."
    fi
    ;;
  desk)
    if ! command -v npm >/dev/null 2>&1; then
      say "缺少 Node.js 和 npm:编辑台里的正文写成 Markdown。" "Node.js and npm are missing: texts at the desk are written as Markdown."
    elif ! npm_ci desk "下载编辑台的正文编辑器(npm)" "Downloading the desk's editor of texts (npm)" || ! (cd "$root/desk" && npm run --silent bundle); then
      say "下载不到正文编辑器(离线?):编辑台里的正文写成 Markdown;有网络时再运行一次。" \
        "The editor of texts cannot be had (offline?): texts at the desk are written as Markdown; run this again with a network."
    fi
    ;;
  tests)
    # What cannot be had is no reason to stop: the tests that ask it are skipped by name.
    packages qpdf:qpdf poppler-utils:pdftoppm mupdf-tools:mutool chromium:chromium libimage-exiftool-perl:exiftool libxml2-utils:xmllint \
      default-jre-headless:java libreoffice-writer-nogui:soffice woff2:woff2_decompress \
      openssh-server:/usr/sbin/sshd openssh-client:ssh rsync:rsync nginx-light:/usr/sbin/nginx apache2-bin:/usr/sbin/apache2 caddy:caddy \
      libpdfbox2-java:/usr/share/java/preflight.jar libactivation-java:/usr/share/java/javax.activation.jar libjaxb-api-java:/usr/share/java/jaxb-api.jar \
      epubcheck:/usr/share/java/epubcheck.jar ||
      say "用到缺的那些的测试会跳过,并计数。" "Tests that ask them are skipped, and counted."
    judges=$root/tests/judges
    if ! command -v npm >/dev/null 2>&1; then
      say "缺少 Node.js 和 npm:用到它们的测试会跳过,并计数。" "Node.js and npm are missing: tests that ask them are skipped, and counted."
    elif [ ! -f "$judges/node_modules/.package-lock.json" ] || [ "$judges/package-lock.json" -nt "$judges/node_modules/.package-lock.json" ]; then
      npm_ci tests/judges "下载测试用的校验器(npm)" "Downloading the judges of the tests (npm)" ||
        say "下载不到测试用的校验器(离线?):用到它们的测试会跳过,并计数。" "The judges cannot be had (offline?): tests that ask them are skipped, and counted."
    fi
    (cd "$judges" && dotnet tool restore >/dev/null 2>&1) || say "下载不到 Kiota(离线?):用它的那一项测试跳过。"
    ;;
esac
