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

printf '编译……\n' >&2
dotnet build "$root/YuGongSite.sln" -c Debug -v quiet --nologo >"$log" 2>&1 || { cat "$log" >&2; give_up "编译失败。"; }

{
  dotnet "$root/tests/YuGong.Tests/bin/Debug/net10.0/YuGong.Tests.dll" -noLogo -noColor "$@" 2>&1
  printf 'exit %s\n' "$?"
} | tee "$log" | grep -v '^exit [0-9]*$'

# “YuGong.Tests  Total: 9, Errors: 0, Failed: 1, Skipped: 0, Not Run: 0, Time: 1.2s”
awk '
  match($0, /Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+, Not Run: [0-9]+/) {
    split(substr($0, RSTART, RLENGTH), n, /[^0-9]+/)
    total = n[2]; failed = n[3] + n[4]; skipped = n[5]; left = n[6]; passed = total - n[4] - skipped - left; told = 1
  }
  /^exit [0-9]+$/ { code = $2 }
  END {
    if (!told || passed == 0 && failed == 0 || code != 0 && failed == 0) failed += 1
    printf("%d passed, %d failed%s\n", passed, failed, (skipped > 0 ? ", " skipped " skipped" : ""))
    exit (failed > 0)
  }' "$log"
