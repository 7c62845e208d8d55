#!/bin/sh
# A report, not a gate: Lighthouse's four scores of three pages of output/, and what it would improve.
# Lighthouse is large and its scores vary; it is installed outside the project, into LIGHTHOUSE (default /tmp/lighthouse).
set -e
here=$(CDPATH= cd -- "${0%/*}" && pwd -P)
site=${1:-$here/../../output}
tools=${LIGHTHOUSE:-/tmp/lighthouse}
port=${PORT:-5099}
if [ ! -x "$tools/node_modules/.bin/lighthouse" ]; then
  mkdir -p "$tools"
  (cd "$tools" && PUPPETEER_SKIP_DOWNLOAD=1 npm install --ignore-scripts --no-audit --no-fund --loglevel=error lighthouse@12.8.2 >/dev/null)
fi
node "$here/serve.mjs" "$site" "$port" &
server=$!
trap 'kill "$server"' EXIT
sleep 1
for form in mobile desktop; do
  for page in / /hall/ /people/shui-xiheng/; do
    report=$(mktemp)
    CHROME_PATH=${CHROME_PATH:-/usr/bin/chromium} "$tools/node_modules/.bin/lighthouse" "http://127.0.0.1:$port$page" --quiet --output=json --output-path="$report" \
      $([ "$form" = desktop ] && echo --preset=desktop) --chrome-flags="--headless=new --no-sandbox --disable-gpu --disable-background-networking" 2>/dev/null
    node -e '
      const r = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
      const score = Object.values(r.categories).map(c => `${c.title} ${Math.round(c.score * 100)}`).join(", ");
      const poor = Object.values(r.audits).filter(a => a.score !== null && a.score < 0.9 && ["binary", "numeric", "metricSavings"].includes(a.scoreDisplayMode));
      console.log(`${process.argv[2]} ${process.argv[3]}: ${score}`);
      for (const a of poor) console.log(`    ${a.id}: ${a.title}${a.displayValue ? ` (${a.displayValue})` : ""}`);
    ' "$report" "$form" "$page"
    rm -f "$report"
  done
done
