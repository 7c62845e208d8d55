#!/bin/sh
# Backs up what cannot be made again, encrypted where it is private: deploy/backup.sh FOLDER
#   FOLDER/site.bundle      the repository with all branches, drafts and approvals: git clone site.bundle
#   FOLDER/desk.tar         accounts and the desk's log (.desk/)
#   FOLDER/leads/…          the register, as yugong leads backup seals it, with its anchor
# The register's passphrase is asked for, or taken from YUGONG_LEADS_PASSPHRASE; it is in no backup: keep it somewhere else.
set -eu
SITE=${SITE:-$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)}
to=${1:?a folder}
day=$(date +%Y-%m-%d-%H%M%S)
umask 077
mkdir -p "$to/$day"
cd "$SITE"
git bundle create --quiet "$to/$day/site.bundle" --all
git bundle verify "$to/$day/site.bundle" >/dev/null 2>&1 || { echo "$to/$day/site.bundle is broken" >&2; exit 1; }
if [ -d .desk ]; then tar -cf "$to/$day/desk.tar" .desk; fi
if [ -d leads ]; then ./yugong leads backup "$to/$day/register.backup"; fi
echo "$to/$day"
