#!/bin/sh
# ./yugong test: runs the quick tests, then installs and compiles what the others need and runs them; ends with “N passed, N failed”.
# --quick: only the quick ones, which need nothing but the SDK.
# Other arguments go to the xunit runner of both: ./yugong test -class '*CallTests', ./yugong test -namespace YuGong.Tests.Browser
set -u
root=$(CDPATH= cd -- "${0%/*}/.." && pwd -P)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
. "$root/src/words.sh"
speaks ''
log=$(mktemp)
said=$(mktemp)
trap 'rm -f "$log" "$said"' EXIT

quick=
if [ "${1:-}" = --quick ]; then
  quick=yes
  shift
fi

# give_up [CHINESE ENGLISH]: these were not tested, which is a failure; the sum is told all the same.
give_up() {
  [ $# -eq 0 ] || say "$1" "$2"
  printf 'not run\n'
  return 1
}

# compile PROJECT
compile() {
  say "编译 ${1##*/}……" "Compiling ${1##*/} …"
  DOTNET_TieredPGO=0 dotnet build "$root/$1" -c Debug -v quiet --nologo -p:UseSharedCompilation=true >"$said" 2>&1 || { cat "$said" >&2; give_up "编译失败。" "It does not compile."; }
}

# packages FOLDER NAME: those of npm, when they are not there or older than their list.
packages() {
  lock=$root/$1/node_modules/.package-lock.json
  if [ ! -f "$lock" ] || [ "$root/$1/package-lock.json" -nt "$lock" ]; then
    sh "$root/src/setup.sh" "$2" || give_up
  fi
}

# What ./yugong build runs is tested too, also as native code: both are compiled now. Without a compiler of C the latter is skipped.
program() {
  "$root/yugong" build --help >/dev/null 2>"$said" || { cat "$said" >&2; give_up "编译失败。" "It does not compile." || return; }
  if command -v gcc >/dev/null 2>&1 || [ "$(id -u)" = 0 ]; then
    sh "$root/src/setup.sh" native 2>"$said" || { cat "$said" >&2; give_up "本机代码编译失败。" "The native code does not compile."; }
  fi
}

# run PROJECT ARGUMENT…
run() {
  project=$1
  shift
  dotnet "$root/tests/$project/bin/Debug/net10.0/$project.dll" -noLogo -noColor "$@" 2>&1
  printf 'exit %s\n' "$?"
}

quick_tests() {
  compile tests/YuGong.Tests || return
  if [ $# -gt 0 ]; then run YuGong.Tests "$@"; else run YuGong.Tests -reporter verbose; fi
}

# Posters and pictures keep both cores busy in native code: they get a process of their own, and a crash in it would be told apart.
acceptance_tests() {
  sh "$root/src/setup.sh" tests
  packages themes/yugong theme && packages desk desk && compile YuGongSite.sln && program || return
  dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1
  export YUGONG_PROGRAM="$root/.dist/yugong.dll"
  if [ $# -gt 0 ]; then
    run YuGong.Acceptance "$@"
  else
    run YuGong.Acceptance -reporter verbose -namespace- YuGong.Tests.Press -namespace- YuGong.Tests.Posters -namespace- YuGong.Tests.Media -namespace- YuGong.Tests.Books
    run YuGong.Acceptance -reporter verbose -namespace YuGong.Tests.Press -namespace YuGong.Tests.Posters -namespace YuGong.Tests.Media -namespace YuGong.Tests.Books
  fi
}

# Of thousands of tests only every hundredth is told, so that who waits sees that it goes on.
progress() {
  done=0
  while IFS= read -r line; do
    case $line in
      *' [STARTING]') ;;
      *' [FINISHED] Time: '*)
        done=$((done + 1))
        [ $((done % 100)) -ne 0 ] || printf '  …… %s\n' "$done"
        ;;
      *) printf '%s\n' "$line" ;;
    esac
  done
}

{
  if command -v dotnet >/dev/null 2>&1; then
    quick_tests "$@"
    [ -n "$quick" ] || acceptance_tests "$@"
  else
    give_up "缺少 .NET 10 SDK:请先安装,并让 dotnet 在 PATH 里。" "The .NET 10 SDK is missing: install it, and see that dotnet is on the PATH."
  fi
} | progress | tee "$log" | grep --line-buffered -v -e '^exit [0-9]*$' -e '^not run$'

# “YuGong.Tests  Total: 9, Errors: 0, Failed: 1, Skipped: 0, Not Run: 0, Time: 1.2s”; “Total: 0” where a filter leaves nothing.
awk '
  match($0, /Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+, Not Run: [0-9]+/) {
    split(substr($0, RSTART, RLENGTH), n, /[^0-9]+/)
    failed += n[3] + n[4]; skipped += n[5]; passed += n[2] - n[4] - n[5] - n[6]; told++
  }
  /Total: 0$/ { told++ }
  /^not run$/ { failed++ }
  /^exit [0-9]+$/ { ended++; if ($2 != 0) code = $2 }
  END {
    if (told < ended || passed == 0 && failed == 0 || code != 0 && failed == 0) failed += 1
    printf("%d passed, %d failed%s\n", passed, failed, (skipped > 0 ? ", " skipped " skipped" : ""))
    exit (failed > 0)
  }' "$log"
