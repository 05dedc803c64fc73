#!/usr/bin/env bash
# S3Proxy lets two writers win the same compare-and-swap: both send If-Match with the same ETag, both are told 200, and
# the first one's object is lost.
#
# Expected: of conditional writes at the same time "the first write operation to finish succeeds", the others get 412
# (or 409, and try again): https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
# Why: S3Proxy with its file system backend compares the ETag when the request begins, and stores when its body has
# ended; nothing compares again. Not in its README; If-Match came with https://github.com/gaul/s3proxy/issues/732
# Other stand-ins had the same and mended it: https://github.com/floci-io/floci/issues/1328
# It matters to who tests a lock or an idempotent upload against it: the test passes, or fails, for the wrong reason.
# (jackson-annotations is named since S3Proxy doesn't start otherwise: s3proxy-does-not-start.sh.)
# shellcheck source=findings/lib/finding.sh
. "$(dirname "$0")/lib/finding.sh"

need python3 "Python 3.10 or later"
maven_install com.fasterxml.jackson.core:jackson-annotations:2.22 org.gaul:s3proxy:4.1.0

mkdir "$work/store"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
cat > "$work/s3proxy.properties" <<PROPERTIES
s3proxy.authorization=none
s3proxy.endpoint=http://127.0.0.1:$port
jclouds.provider=filesystem-nio2
jclouds.identity=any
jclouds.credential=any
jclouds.filesystem.basedir=$work/store
PROPERTIES
java -cp "$work/lib/*" org.gaul.s3proxy.Main --properties "$work/s3proxy.properties" > "$work/server.log" 2>&1 &
server=$!

observed=$(timeout 90 python3 - "$port" <<'PY'
import http.client, socket, sys, time

port = int(sys.argv[1])

def call(method, path, body=None, headers={}):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, path, body, headers)
    response = connection.getresponse()
    return response.status, response.getheader("ETag"), response.read()

def begin(etag, body):
    """Sends the head of a conditional PUT and half of its body."""
    connection = socket.create_connection(("127.0.0.1", port), timeout=20)
    head = f"PUT /bucket/lock HTTP/1.1\r\nHost: localhost\r\nIf-Match: {etag}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    connection.sendall(head.encode() + body[:4])
    return connection

def finish(connection, body):
    connection.sendall(body[4:])
    answer = b""
    while part := connection.recv(4096):
        answer += part
    return answer.split(b" ")[1].decode()

for _ in range(120):
    try:
        call("PUT", "/bucket")
        break
    except OSError:
        time.sleep(0.5)
_, etag, _ = call("PUT", "/bucket/lock", b"nobody")
first, second = begin(etag, b"writer A"), begin(etag, b"writer B")
time.sleep(1)
answers = finish(first, b"writer A"), finish(second, b"writer B")
content = call("GET", "/bucket/lock")[2].decode()
late = call("PUT", "/bucket/lock", b"writer C", {"If-Match": etag})[0]
print(f"A {answers[0]}, B {answers[1]}, stored: {content}; C, who comes after them, {late}")
PY
)

report "S3Proxy lets two conditional writers win" \
  "S3Proxy 4.1.0, filesystem-nio2" \
  "A 200, B 412, stored: writer A; C, who comes after them, 412" \
  "$observed" \
  "A 200, B 200, stored: writer B; C, who comes after them, 412"
