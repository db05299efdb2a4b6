# shellcheck shell=bash
# What polku and nightly say on standard error, in the words and colours of the stages. They read this file, which is
# beside them or in ../share/polku, and set:
# talker   the name in front of a message
# help     the command that tells the options
# options  each option, which may be followed by other words for it: --jobs:threads:cores
# shellcheck disable=SC2154

# choose_colors ARGUMENT…: red where `--color` says so, of which the last counts; else at a terminal, where neither
# NO_COLOR nor TERM=dumb forbids it.
red='' plain=''
choose_colors() {
    local mode=auto before='' argument
    for argument in "$@"; do
        [ "$argument" != -- ] || break
        [ "$before" != --color ] || argument=--color=$argument
        case $argument in --color=auto | --color=always | --color=never) mode=${argument#*=} ;; esac
        before=$argument
    done
    if [ "$mode" = auto ] && [ -t 2 ] && [ -z "${NO_COLOR:-}" ] && [ "${TERM:-}" != dumb ]; then mode=always; fi
    [ "$mode" != always ] || red=$'\e[1;31m' plain=$'\e[0m'
}

# fail EXIT TEXT: `talker` is the program's name.
fail() {
    printf '%s%s:%s %s\n' "$red" "$talker" "$plain" "${2//[[:cntrl:]]/?}" >&2
    exit "$1"
}

# one_of OPTION VALUE WORD…
one_of() {
    local word words="${*:3:$#-3}"
    for word in "${@:3}"; do [ "$word" != "$2" ] || return 0; done
    fail 64 "$1 takes ${words// /, } or ${!#}, not '$2'; see $help"
}

# known_option OPTION VALUE…: fails where it is none of `options`, or has no value.
known_option() {
    local option
    for option in "${options[@]}"; do
        if [ "${option%%:*}" = "$1" ]; then
            [ $# -ge 2 ] || fail 64 "missing value for '$1'; see $help"
            return
        fi
    done
    case $1 in
    -*) fail 64 "unknown option '$1'$(question "$1" "${options[@]}"); see $help" ;;
    *) fail 64 "unexpected argument '$1'; see $help" ;;
    esac
}

# question WORD NAME…: `; did you mean 'a' or 'b'?`; nothing where no name is near. By meaning where it is one of a name's
# other words; else by letters: at most a third of them are edited (optimal string alignment), or one is a part of the
# other; up to three names, nearest first. Of a name of two words the last is looked at.
question() {
    local word=$1
    shift
    printf '%s\n' "$@" | WORD=$word awk '
        function least(a, b) { return a < b ? a : b }
        function add(name) { names[++found] = "\047" name "\047" }
        function bare(text) { sub(/^-+|.* /, "", text); gsub(/_/, "-", text); return tolower(text) }
        function edits(left, right,   i, j, same, count) {
            for (i = 0; i <= length(left); i++) count[i, 0] = i
            for (j = 0; j <= length(right); j++) count[0, j] = j
            for (i = 1; i <= length(left); i++)
                for (j = 1; j <= length(right); j++) {
                    same = substr(left, i, 1) == substr(right, j, 1)
                    count[i, j] = least(least(count[i - 1, j], count[i, j - 1]) + 1, count[i - 1, j - 1] + !same)
                    if (i > 1 && j > 1 && substr(left, i - 1, 2) == substr(right, j, 1) substr(right, j - 1, 1))
                        count[i, j] = least(count[i, j], count[i - 2, j - 2] + 1)
                }
            return count[length(left), length(right)]
        }
        function is_part(part, whole) { return length(part) >= 3 && index(whole, part) }
        BEGIN {
            FS = ":"
            word = bare(ENVIRON["WORD"])
            limit = length(word) < 3 ? 1 : int(length(word) / 3)
        }
        {
            for (i = 2; i <= NF; i++) if ($i == word) add($1)
            far = edits(word, bare($1))
            if (far > limit) far = is_part(word, bare($1)) || is_part(bare($1), word) ? limit + far : -1
            if (far >= 0) near[$1] = far
        }
        function nearest(   name, best) {
            for (name in near)
                if (best == "" || near[name] < near[best] || near[name] == near[best] && name < best) best = name
            return best
        }
        END {
            meant = found
            while (!meant && found < 3 && (name = nearest()) != "") {
                add(name)
                delete near[name]
            }
            if (!found) exit
            text = names[1]
            for (i = 2; i < found; i++) text = text ", " names[i]
            if (found > 1) text = text " or " names[found]
            printf "; did you mean %s?", text
        }'
}
