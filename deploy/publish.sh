#!/bin/sh
# Builds and publishes, for cron, a systemd timer, Gitee Go or a hook: deploy/publish.sh
#   SITE    the clone (default: where this file lies)
#   PUBLIC  where output/ is put (default: $SITE); the folder itself must not be a mount
#   PULL    yes: first takes what the remote has, if it only goes forward
#   RSYNC   where the files go besides, as rsync writes it: www@example.org:/var/www/yugong/
# One at a time; whatever goes wrong, the published site stays as it was, and the exit code says so.
set -eu
SITE=${SITE:-$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)}
PUBLIC=${PUBLIC:-$SITE}
cd "$SITE"
mkdir -p .cache
exec 9>.cache/publish.lock
flock -n 9 || { echo "another publication is at work" >&2; exit 75; }
if [ "${PULL:-}" = yes ]; then git pull --quiet --ff-only; fi
./yugong build --compress --output "$PUBLIC/output"
if [ -n "${RSYNC:-}" ]; then rsync -a --delete-delay --delay-updates --exclude=/.yugong "$PUBLIC/output/" "$RSYNC"; fi
