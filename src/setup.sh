#!/bin/sh
# Installs and compiles what ./yugong needs: `program` the compiled command, `theme` fonts and their tools, `desk` the editing desk's forms, `tests` the rest.
set -e
root=$(CDPATH= cd -- "${0%/*}/.." && pwd -P)

say() { printf '%s\n' "$*" >&2; }

# packages NAME:COMMAND … : Debian packages whose command is missing.
packages() {
  missing=
  for pair in "$@"; do
    command -v "${pair#*:}" >/dev/null 2>&1 || missing="$missing ${pair%%:*}"
  done
  install_missing
}

# install_missing: what $missing names, or the line that does it.
install_missing() {
  [ -n "$missing" ] || return 0
  line="apt-get install -y --no-install-recommends$missing"
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "安装 Debian 软件包:$missing"
    apt-get update -qq >/dev/null
    DEBIAN_FRONTEND=noninteractive $line -qq >/dev/null
  else
    say "缺少软件包,请运行(需要管理员权限):"
    say "  sudo apt-get update && sudo $line"
    return 1
  fi
}

# libraries NAME:SONAME … : Debian packages whose library (or file) is missing.
libraries() {
  missing=
  for pair in "$@"; do
    case ${pair#*:} in
      /*) [ -e "${pair#*:}" ] || missing="$missing ${pair%%:*}" ;;
      *) /sbin/ldconfig -p 2>/dev/null | grep -q "${pair#*:}" || missing="$missing ${pair%%:*}" ;;
    esac
  done
  install_missing
}

case $1 in
  program)
    if ! command -v dotnet >/dev/null 2>&1; then
      say "缺少 .NET 10 SDK:请先安装,并让 dotnet 在 PATH 里。"
      exit 1
    fi
    say "编译 yugong(第一次约三分钟)……"
    log=$(mktemp)
    fresh=$root/.dist.new
    rm -rf "$fresh"
    # What the analyzers say is for who changes the code; the tests compile with them.
    publish() {
      dotnet publish "$root/src/YuGong.Cli/YuGong.Cli.csproj" -c Release -v quiet --nologo -p:RunAnalyzers=false "$@" >"$log" 2>&1
    }
    if ! publish -o "$fresh"; then
      cat "$log" >&2
      exit 1
    fi
    # build and check once more, as native code: they start and work several times as fast. Without a linker or the compiler's package the other program does it all.
    # Compiled for what this processor can do.
    level=
    if [ "$(uname -m)" = x86_64 ] && grep -qw avx2 /proc/cpuinfo && grep -qw bmi2 /proc/cpuinfo && grep -qw fma /proc/cpuinfo && grep -qw movbe /proc/cpuinfo; then
      level=x86-64-v3
    fi
    : >"$log"
    if ! { packages gcc:gcc && libraries libc6-dev:/usr/include/stdio.h; } || ! publish -o "$fresh/native" -p:Native=true "-p:IlcInstructionSet=$level"; then
      tail -n 3 "$log" >&2
      say "(没有编译成本机代码,构建会慢一些。)"
      rm -rf "$fresh/native"
    fi
    rm -rf "$root/.dist"
    mv "$fresh" "$root/.dist"
    rm -f "$log"
    touch "$root/.dist/.stamp"
    ;;
  theme)
    libraries libvips42:libvips.so.42 libcairo2:libcairo.so.2 libharfbuzz0b:libharfbuzz.so.0 libharfbuzz-subset0:libharfbuzz-subset.so.0 \
      libfreetype6:libfreetype.so.6 libzbar0:libzbar.so.0 libgs-common:/usr/share/color/icc/ghostscript/default_cmyk.icc || say "(没有这些库时不做海报。)"
    if command -v npm >/dev/null 2>&1; then
      say "安装主题的字体(npm ci)……"
      (cd "$root/themes/yugong" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null)
    else
      say "缺少 Node.js 和 npm:网页用系统字体。"
    fi
    ;;
  desk)
    if ! command -v npm >/dev/null 2>&1; then
      say "缺少 Node.js 和 npm:编辑台没有表单。"
    else
      say "安装编辑台的表单(npm ci)……"
      (cd "$root/desk" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null)
    fi
    ;;
  tests)
    packages qpdf:qpdf poppler-utils:pdftoppm mupdf-tools:mutool chromium:chromium libimage-exiftool-perl:exiftool libxml2-utils:xmllint openjdk-17-jre-headless:java libreoffice-writer-nogui:soffice woff2:woff2_decompress
    libraries libpdfbox2-java:/usr/share/java/preflight.jar libactivation-java:/usr/share/java/javax.activation.jar libjaxb-api-java:/usr/share/java/jaxb-api.jar
    if ! command -v npm >/dev/null 2>&1; then
      say "缺少 Node.js 和 npm:请先安装,并让 npm 在 PATH 里。"
      exit 1
    fi
    judges=$root/tests/judges
    if [ ! -f "$judges/node_modules/.package-lock.json" ] || [ "$judges/package-lock.json" -nt "$judges/node_modules/.package-lock.json" ]; then
      say "安装测试用的校验器(npm ci)……"
      (cd "$judges" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null)
    fi
    ;;
esac
