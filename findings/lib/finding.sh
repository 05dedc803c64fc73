# Shared by the findings: a temporary folder, pinned packages and the form of the output. Sourced, not run.
# shellcheck shell=bash

set -euo pipefail

work=$(mktemp -d)
server=
clean_up() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap clean_up EXIT

# need TOOL HINT: ends with 2 and one line if a tool is missing.
need() {
  command -v "$1" > /dev/null || { echo "missing: $1. Install $2."; exit 2; }
}

# install COMMAND...: runs an installation silently, and ends with 2 if it fails.
install() {
  "$@" > "$work/install.log" 2>&1 || { echo "missing: could not install by '$1': $(tail -1 "$work/install.log")"; exit 2; }
}

# pip_install PACKAGE==VERSION...: into $work/venv; then "$python" runs it.
pip_install() {
  need python3 "Python 3.10 or later with its venv module"
  install python3 -m venv "$work/venv"
  install "$work/venv/bin/pip" install --quiet --no-cache-dir --disable-pip-version-check "$@"
  # shellcheck disable=SC2034
  python=$work/venv/bin/python
}

# ffmpeg_install: FFmpeg 9.0.2 from PyPI's imageio-ffmpeg, as "$ffmpeg"; for inputs, not under test.
ffmpeg_install() {
  pip_install imageio-ffmpeg==0.8.1 "$@"
  # shellcheck disable=SC2034
  ffmpeg=$("$python" -c 'import imageio_ffmpeg; print(imageio_ffmpeg.get_ffmpeg_exe())')
}

# npm_install PACKAGE@VERSION...: into $work/node_modules.
npm_install() {
  need node "Node.js 20 or later"
  need npm "npm"
  install npm install --prefix "$work" --cache "$work/npm" --no-audit --no-fund --ignore-scripts "$@"
}

# maven_install GROUP:ARTIFACT:VERSION...: these and what they depend on, resolved by Maven, into $work/lib.
maven_install() {
  need java "a JDK 17 or later"
  need mvn "Apache Maven 3.8 or later"
  local dependencies='' dependency group artifact version
  for dependency; do
    IFS=: read -r group artifact version <<< "$dependency"
    dependencies+="<dependency><groupId>$group</groupId><artifactId>$artifact</artifactId><version>$version</version></dependency>"
  done
  cat > "$work/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
<dependencies>$dependencies</dependencies></project>
POM
  install mvn -B -q -f "$work/pom.xml" -Dmaven.repo.local="$work/m2" \
    org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory="$work/lib"
}

# report NAME VERSIONS EXPECTED OBSERVED AS_STATED: prints all; AS_STATED is what was observed when this was written.
report() {
  printf '%s\n  versions: %s\n  expected: %s\n  observed: %s\n' "$1" "$2" "$3" "$4"
  if [ "$4" = "$5" ]; then
    echo "  verdict:  as stated"
  else
    printf '  stated:   %s\n  verdict:  CHANGED\n' "$5"
    exit 1
  fi
}
