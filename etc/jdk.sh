# Sourced by ./run and ./test: finds a JDK of release 25 or newer and exports it as JAVA_HOME.

jdk_release() {
  [ -x "$1/bin/javac" ] && "$1/bin/java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p'
}

is_recent_jdk() {
  local release
  release=$(jdk_release "$1") && [ -n "$release" ] && [ "$release" -ge 25 ]
}

find_jdk() {
  local candidate on_path=""
  if command -v javac >/dev/null; then
    on_path=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
  fi
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/*; do
    if [ -n "$candidate" ] && is_recent_jdk "$candidate"; then
      export JAVA_HOME=$candidate
      return 0
    fi
  done
  echo "No JDK of release 25 or newer was found. Install one (for example Temurin 25) and set JAVA_HOME to it." >&2
  return 1
}

require_maven() {
  command -v mvn >/dev/null && return 0
  echo "Maven was not found: install it (for example: apt install maven) and put mvn on the PATH." >&2
  return 1
}
