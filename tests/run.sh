#!/bin/sh
# ./yugong test: installs what tests need, compiles once, runs every test and ends with “N passed, N failed”.
# Arguments go to the xunit runner: ./yugong test -class '*CallTests', ./yugong test -namespace YuGong.Tests.Browser
set -u
root=$(CDPATH= cd -- "${0%/*}/.." && pwd -P)
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# give_up LINE…: nothing was tested, which is a failure.
give_up() {
  [ $# -eq 0 ] || printf '%s\n' "$@" >&2
  printf '0 passed, 1 failed\n'
  exit 1
}

command -v dotnet >/dev/null 2>&1 || give_up "缺少 .NET 10 SDK:请先安装,并让 dotnet 在 PATH 里。"
sh "$root/src/setup.sh" tests || give_up
theme=$root/themes/yugong
if [ ! -f "$theme/node_modules/.package-lock.json" ] || [ "$theme/package-lock.json" -nt "$theme/node_modules/.package-lock.json" ]; then
  sh "$root/src/setup.sh" theme || give_up
fi

if [ ! -f "$root/desk/node_modules/.package-lock.json" ] || [ "$root/desk/package-lock.json" -nt "$root/desk/node_modules/.package-lock.json" ]; then
  sh "$root/src/setup.sh" desk || give_up
fi

printf '编译……\n' >&2
dotnet build "$root/YuGongSite.sln" -c Debug -v quiet --nologo >"$log" 2>&1 || { cat "$log" >&2; give_up "编译失败。"; }

# What ./yugong build runs is tested too: it is compiled now.
"$root/yugong" build --help >/dev/null 2>"$log" || { cat "$log" >&2; give_up "编译失败。"; }

run() {
  dotnet "$root/tests/YuGong.Tests/bin/Debug/net10.0/YuGong.Tests.dll" -noLogo -noColor "$@" 2>&1
  printf 'exit %s\n' "$?"
}

# Posters and pictures keep both cores busy in native code: they get a process of their own, and a crash in it would be told apart.
{
  if [ $# -gt 0 ]; then
    run "$@"
  else
    run -namespace- YuGong.Tests.Press -namespace- YuGong.Tests.Posters -namespace- YuGong.Tests.Media
    run -namespace YuGong.Tests.Press -namespace YuGong.Tests.Posters -namespace YuGong.Tests.Media
  fi
} | tee "$log" | grep -v '^exit [0-9]*$'

# “YuGong.Tests  Total: 9, Errors: 0, Failed: 1, Skipped: 0, Not Run: 0, Time: 1.2s”
awk '
  match($0, /Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+, Not Run: [0-9]+/) {
    split(substr($0, RSTART, RLENGTH), n, /[^0-9]+/)
    failed += n[3] + n[4]; skipped += n[5]; passed += n[2] - n[4] - n[5] - n[6]; told++
  }
  /^exit [0-9]+$/ { ended++; if ($2 != 0) code = $2 }
  END {
    if (told < ended || !ended || passed == 0 && failed == 0 || code != 0 && failed == 0) failed += 1
    printf("%d passed, %d failed%s\n", passed, failed, (skipped > 0 ? ", " skipped " skipped" : ""))
    exit (failed > 0)
  }' "$log"
