# Sourced by the scripts beside it: messages in the language of the locale, Debian packages, the compiler, the program.
# GONGKAI_HOME is the folder of the repository.

# say CHINESE ENGLISH: one line on standard error.
say() {
  case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
    zh* | ZH*) printf 'gongkai: %s\n' "$1" >&2 ;;
    *) printf 'gongkai: %s\n' "$2" >&2 ;;
  esac
}

# ensure_packages PACKAGE…: installs Debian packages that are missing.
ensure_packages() {
  local package missing=()
  command -v dpkg-query >/dev/null || {
    say "这不是 Debian 或 Ubuntu。请用系统的软件管理器安装：$*" "This is not Debian or Ubuntu. Install with your package manager: $*"
    return 0
  }
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
      say "缺少 ${missing[*]}。请让管理员运行：apt-get install ${missing[*]}" \
        "${missing[*]} missing. Ask an administrator to run: apt-get install ${missing[*]}"
      exit 2
    }
    as_root=(sudo)
    say "需要管理员权限来安装 ${missing[*]}（sudo 可能会问密码）" "Installing ${missing[*]} needs root (sudo may ask for your password)"
  else
    say "安装 ${missing[*]}" "Installing ${missing[*]}"
  fi
  install() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" >&2; }
  # Package lists may be absent or old on a fresh machine; they are fetched only when the first try fails.
  install 2>/dev/null || { "${as_root[@]}" apt-get update >&2 && install; } || {
    say "没有装上 ${missing[*]}，上面是 apt-get 的说明" "${missing[*]} could not be installed; see what apt-get says above"
    exit 2
  }
}

# ensure_swift: explains how to get the compiler when there is none.
ensure_swift() {
  command -v swift >/dev/null && return 0
  local name
  for name in "$HOME/.local/share/swiftly/bin" /usr/share/swift/usr/bin /opt/swift/usr/bin /usr/local/swift/usr/bin; do
    if [ -x "$name/swift" ]; then
      PATH="$name:$PATH"
      export PATH
      return 0
    fi
  done
  say "没有找到 Swift 编译器。公开需要 Swift 6.2 或更新的版本。" "The Swift compiler was not found. Gongkai needs Swift 6.2 or later."
  say "安装方法：https://www.swift.org/install/linux/ （装好以后重新打开终端，再运行一次）" \
    "How to install it: https://www.swift.org/install/linux/ (then open a new terminal and run this again)"
  exit 2
}

# What the program is compiled from: names, sizes and times of the files. Changes in any direction count, so that a
# checkout of an older commit is compiled as well.
sources_fingerprint() {
  (cd "$GONGKAI_HOME" && find Package.swift Sources -type f -printf '%p %s %T@\n' | LC_ALL=C sort | cksum)
}

# ensure_program: .build/release/gongkai exists and is made from these sources.
ensure_program() {
  local stamp="$GONGKAI_HOME/.build/release/gongkai.sources" now
  now=$(sources_fingerprint)
  if [ -x "$GONGKAI_HOME/.build/release/gongkai" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$now" ]; then return 0; fi
  ensure_swift
  ensure_packages libcmark-dev nettle-dev zlib1g-dev pkg-config git ca-certificates
  say "正在编译，第一次需要几分钟……" "Compiling; the first time takes some minutes …"
  # Standard output belongs to the command that runs afterwards.
  # With Swift's libraries inside, the program runs where there is no Swift, and a tenth faster.
  swift build --package-path "$GONGKAI_HOME" -c release --product gongkai --static-swift-stdlib >&2 || {
    say "编译失败，原因见上" "Compiling failed; see above"
    exit 2
  }
  printf '%s\n' "$now" >"$stamp"
}
