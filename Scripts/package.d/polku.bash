_polku() {
    local word=${COMP_WORDS[COMP_CWORD]}
    if [ "$COMP_CWORD" -eq 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W "run ingest sessionize funnelstats report nightly help" -- "$word")
    elif [ "${COMP_WORDS[COMP_CWORD - 1]}" = --lang ]; then
        mapfile -t COMPREPLY < <(compgen -W "en fi" -- "$word")
    else
        mapfile -t COMPREPLY < <(compgen -W "--journey --output --recursive --jobs --quiet --key-file --site --lang" -f -- "$word")
    fi
}
complete -o filenames -F _polku polku
