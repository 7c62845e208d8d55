#!/bin/sh
# Installs and compiles what ./yugong needs, without administrator's rights: `program` the compiled command, `theme` the fonts, `desk` the
# editing desk's forms. On request: `native` the same program as native code, `tests` the judges of the tests.
set -e
root=$(CDPATH= cd -- "${0%/*}/.." && pwd -P)

say() { printf '%s\n' "$*" >&2; }

# step WORDS COMMAND …: says what is being done and how long it took; what it printed only when it fails.
step() {
  words=$1
  shift
  log=$(mktemp)
  began=$(date +%s)
  say "$words……"
  if "$@" >"$log" 2>&1; then
    rm -f "$log"
    say "$words:$(($(date +%s) - began)) 秒"
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
  line="apt-get install -y --no-install-recommends$missing"
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    step "安装 Debian 软件包$missing" sh -c "apt-get update -qq && DEBIAN_FRONTEND=noninteractive $line -qq"
  else
    say "缺少软件包,请运行(需要管理员权限):"
    say "  sudo apt-get update && sudo $line"
    return 1
  fi
}

# The compiler runs too shortly to gain from watching itself.
publish() {
  DOTNET_TieredPGO=0 dotnet publish "$root/src/YuGong.Cli/YuGong.Cli.csproj" "@$root/src/publish.rsp" "$@"
}

need_dotnet() {
  command -v dotnet >/dev/null 2>&1 || {
    say "缺少 .NET 10 SDK:请先安装,并让 dotnet 在 PATH 里。"
    exit 1
  }
}

# npm_ci FOLDER WORDS: offline it takes what it has downloaded before, and gives up soon.
npm_ci() {
  (cd "$root/$1" && step "$2" npm ci --ignore-scripts --no-audit --no-fund --prefer-offline --fetch-retries=1 --loglevel=error)
}

case $1 in
  program)
    need_dotnet
    fresh=$root/.dist.new
    rm -rf "$fresh"
    if ! step "下载程序用到的软件包(NuGet)" dotnet restore "$root/src/YuGong.Cli/YuGong.Cli.csproj" "@$root/src/publish.rsp"; then
      say "下载不到软件包:请检查网络或 NuGet 的设置,再运行一次。"
      exit 1
    fi
    step "编译 yugong" publish --no-restore -o "$fresh"
    rm -rf "$root/.dist"
    mv "$fresh" "$root/.dist"
    touch "$root/.dist/.stamp"
    ;;
  native)
    need_dotnet
    [ -x "$root/.dist/yugong" ] || sh "$0" program
    if ! packages gcc:gcc libc6-dev:/usr/include/stdio.h; then
      say "(本机代码要用它们来连接;没有也行,只是大网站构建慢一些。)"
      exit 1
    fi
    # Compiled for what this processor can do.
    level=
    if [ "$(uname -m)" = x86_64 ] && grep -qw avx2 /proc/cpuinfo && grep -qw bmi2 /proc/cpuinfo && grep -qw fma /proc/cpuinfo && grep -qw movbe /proc/cpuinfo; then
      level=x86-64-v3
    fi
    rm -rf "$root/.dist.native"
    step "编译成本机代码" publish -o "$root/.dist.native" -p:Native=true "-p:IlcInstructionSet=$level"
    rm -rf "$root/.dist/native"
    mv "$root/.dist.native" "$root/.dist/native"
    say "以后 build 和 check 用本机代码;程序改了以后要再编译一次。"
    ;;
  theme)
    if ! command -v npm >/dev/null 2>&1; then
      say "缺少 Node.js 和 npm:网页用系统字体,不做海报。"
    elif ! npm_ci themes/yugong "下载主题的字体(npm)"; then
      say "下载不到主题的字体(离线?):网页用系统字体,不做海报;有网络时再运行一次。"
    fi
    ;;
  desk)
    if ! command -v npm >/dev/null 2>&1; then
      say "缺少 Node.js 和 npm:编辑台没有表单。"
    elif ! npm_ci desk "下载编辑台的表单(npm)"; then
      say "下载不到编辑台的表单(离线?):有网络时再运行一次。"
    fi
    ;;
  tests)
    packages qpdf:qpdf poppler-utils:pdftoppm mupdf-tools:mutool chromium:chromium libimage-exiftool-perl:exiftool libxml2-utils:xmllint \
      default-jre-headless:java libreoffice-writer-nogui:soffice woff2:woff2_decompress \
      nginx-light:/usr/sbin/nginx apache2-bin:/usr/sbin/apache2 caddy:caddy \
      libpdfbox2-java:/usr/share/java/preflight.jar libactivation-java:/usr/share/java/javax.activation.jar libjaxb-api-java:/usr/share/java/jaxb-api.jar
    if ! command -v npm >/dev/null 2>&1; then
      say "缺少 Node.js 和 npm:请先安装,并让 npm 在 PATH 里。"
      exit 1
    fi
    judges=$root/tests/judges
    if [ ! -f "$judges/node_modules/.package-lock.json" ] || [ "$judges/package-lock.json" -nt "$judges/node_modules/.package-lock.json" ]; then
      npm_ci tests/judges "下载测试用的校验器(npm)"
    fi
    (cd "$judges" && dotnet tool restore >/dev/null 2>&1) || say "下载不到 Kiota(离线?):用它的那一项测试跳过。"
    ;;
esac
