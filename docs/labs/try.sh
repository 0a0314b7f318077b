#!/usr/bin/env bash
# Runs the local commands of a lab as they are written, and stops at the first that fails: docs/labs/try.sh docs/labs/chaos.md
# Each page that curl or ./shop trace asks for must answer 200, in a pipe too. A comment in a block says what else its
# next commands may be answered: "# answers: 200 or 503". A comment "# shows: TEXT" says what the line below it prints, as an
# extended regular expression; the lab stops if it doesn't.
set -euo pipefail
[ $# -eq 1 ] && [ -r "$1" ] || { echo "try.sh: which lab? For example docs/labs/chaos.md" >&2; exit 2; }
lab=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
awk '
  function quoted(text) { gsub(/\047/, "\047\\\047\047", text); return "\047" text "\047" }
  /^```sh$/ { inside = 1; print "answers=200"; next }
  /^```/ { inside = 0 }
  !inside { next }
  shows != "" { print "said=$(" $0 ")"; print "show " shows " \"$said\""; shows = ""; next }
  /^# shows: / { shows = quoted(substr($0, 10)); next }
  /^# answers: / { print "answers=\"" substr($0, 12) "\"" }
  { print }' "$lab" >"$work/script"
[ -s "$work/script" ] || { echo "try.sh: $1 has no block that starts with \`\`\`sh" >&2; exit 1; }

# Stand in front of the real commands; each is a shell of its own, so that its own steps aren't printed.
cat >"$work/commands" <<'COMMANDS'
judge() { # STATUS COMMAND...
  case " $answers " in
    *" $1 "*) ;;
    *) echo "try.sh: answered ${1:-nothing}, where the lab says $answers: ${*:2}" | tee -a "$work/wrong" >&2 ;;
  esac
}
show() { # REGEX OUTPUT
  { set +x; } 2>/dev/null
  printf '%s\n' "$2"
  grep -qE -- "$1" <<<"$2" || echo "try.sh: the lab says that this shows: $1" | tee -a "$work/wrong" >&2
  set -x
}
curl() (
  { set +ex; } 2>/dev/null
  headers=$(mktemp -p "$work")
  command curl --dump-header "$headers" "$@"
  result=$?
  judge "$(awk '/^HTTP\// { status = $2 } END { print status }' "$headers")" curl "$@"
  exit "$result"
)
./shop() (
  { set +ex; } 2>/dev/null
  [ "${1-}" = trace ] || exec ./shop "$@"
  said=$(command ./shop "$@")
  result=$?
  printf '%s\n' "$said"
  judge "$(sed -n '1s/^GET .* → //p' <<<"$said")" ./shop "$@"
  exit "$result"
)
trap '{ [ ! -s "$work/wrong" ] || exit 1; } 2>/dev/null' DEBUG
set -eux
COMMANDS
work=$work bash <(cat "$work/commands" "$work/script")
[ ! -s "$work/wrong" ]
