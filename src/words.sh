# The language of what the scripts say, as the program finds it (YuGong.Text/Language.cs): --lang or YUGONG_LANG, else the locale of
# messages, which LANGUAGE may refine; C, POSIX and nothing are Chinese, what is not spoken here is English. Read by yugong, setup.sh and
# tests/run.sh.
speaks() {
  case $1 in
    zh | en) YUGONG_LANG=$1 ;;
    *)
      case ${YUGONG_LANG:-} in
        zh | en) ;;
        *)
          locale=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}
          case $locale in
            '' | C | C.* | POSIX) YUGONG_LANG=zh ;;
            *)
              case ${LANGUAGE:-$locale} in
                zh* | ZH*) YUGONG_LANG=zh ;;
                *) YUGONG_LANG=en ;;
              esac
              ;;
          esac
          ;;
      esac
      ;;
  esac
  export YUGONG_LANG
}

# words CHINESE ENGLISH: the one that is spoken.
words() {
  if [ "$YUGONG_LANG" = en ]; then printf '%s' "$2"; else printf '%s' "$1"; fi
}

# say CHINESE ENGLISH: a line on the error stream.
say() { printf '%s\n' "$(words "$1" "$2")" >&2; }
