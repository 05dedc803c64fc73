# Ends what the local cloud leaves behind: waits until the parent's end of the pipe closes, however that comes
# about (SIGKILL included), then ends every process named in $0/pids with all it has started, and deletes $0.
trap '' HUP INT QUIT TERM
cat >/dev/null
cd /
# A library starts PostgreSQL, so its ids are not among ours: it is known by its data folder.
ps -A -o pid= -o args= | grep -F -e " -D $0/" | while read -r pid _; do
  : >"$0/pids/$pid"
done
# With -s, for the dash of Debian takes no -- after -KILL.
signal() {
  for file in "$0"/pids/*; do
    pid=${file##*/}
    [ "$pid" = '*' ] || kill -s "$1" -- "-$pid" 2>/dev/null || kill -s "$1" "$pid" 2>/dev/null
  done
}
left() {
  for file in "$0"/pids/*; do
    pid=${file##*/}
    [ "$pid" = '*' ] || ! { kill -s 0 -- "-$pid" || kill -s 0 "$pid"; } 2>/dev/null || return 0
  done
  return 1
}
# INT first: PostgreSQL then gives its shared memory back.
signal INT
tries=100
while left && [ $tries -gt 0 ]; do
  sleep 0.1
  tries=$((tries - 1))
done
signal KILL
until rm -rf "$0" || [ $tries -lt -20 ]; do
  sleep 0.1
  tries=$((tries - 1))
done 2>/dev/null
