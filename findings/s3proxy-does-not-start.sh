#!/usr/bin/env bash
# S3Proxy from Maven Central doesn't start: with it as the only dependency, Maven puts two majors of Jackson on the class
# path, and the annotations of the older one.
#
# Expected: an artifact's POM brings what it needs; S3Proxy's README names "embedding into Java
# applications" as a use, for which Maven Central has its artifacts: https://github.com/gaul/s3proxy
# Why: S3Proxy uses Jackson 3.2, which shares com.fasterxml.jackson.core:jackson-annotations with Jackson 2 and needs
# 2.2x of it: https://github.com/FasterXML/jackson/blob/main/jackson3/MIGRATING_TO_JACKSON_3.md (annotations stay).
# Another dependency of S3Proxy asks for 2.18.3, and Maven takes the first of the nearest
# (Maven's guide "Introduction to the Dependency Mechanism"). S3Proxy's own build and its
# runnable jar are pinned, so nobody there sees it. The same happened to others:
# https://github.com/javalin/javalin-openapi/issues/272
# It matters to who embeds it in tests: name jackson-annotations 2.21 or later, or import Jackson's BOM.
# shellcheck source=findings/lib/finding.sh
. "$(dirname "$0")/lib/finding.sh"

maven_install org.gaul:s3proxy:4.1.0

version_of() {
  find "$work/lib" -name "$1-[0-9]*.jar" -exec basename {} .jar \; | sort | sed "s/^$1-//" | paste -sd, | sed 's/,/ and /'
}

# An endpoint is all that is asked for; port 0 lets the system choose.
mkdir "$work/store"
cat > "$work/s3proxy.properties" <<PROPERTIES
s3proxy.authorization=none
s3proxy.endpoint=http://127.0.0.1:0
jclouds.provider=filesystem-nio2
jclouds.identity=any
jclouds.credential=any
jclouds.filesystem.basedir=$work/store
PROPERTIES
java -cp "$work/lib/*" org.gaul.s3proxy.Main --properties "$work/s3proxy.properties" > "$work/server.log" 2>&1 &
server=$!
for _ in $(seq 60); do
  kill -0 "$server" 2>/dev/null || break
  sleep 0.5
done
if kill -0 "$server" 2>/dev/null; then
  ending=runs
else
  ending="ends with $(grep -o 'NoClassDefFoundError: [A-Za-z/]*' "$work/server.log" | head -1)"
fi

report "S3Proxy from Maven Central doesn't start" \
  "S3Proxy 4.1.0, resolved by Maven" \
  "runs" \
  "databind $(version_of jackson-databind), annotations $(version_of jackson-annotations); $ending" \
  "databind 2.18.3 and 3.2.2, annotations 2.18.3; ends with NoClassDefFoundError: com/fasterxml/jackson/annotation/JsonSerializeAs"
