_polku() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W "run ingest sessionize funnelstats report nightly help" -- "$word")
        return
    fi
    case ${COMP_WORDS[1]} in
    ingest | sessionize | funnelstats | report)
        # What the stage completes. bash-completion 2.12 gave the function another name.
        if declare -F _comp_command_offset >/dev/null; then
            _comp_command_offset 1
        elif declare -F _command_offset >/dev/null; then
            _command_offset 1
        fi
        return
        ;;
    help)
        mapfile -t COMPREPLY < <(compgen -W "run ingest sessionize funnelstats report nightly" -- "$word")
        return
        ;;
    esac
    case $before in
    --journey) mapfile -t COMPREPLY < <(compgen -f -X '!*.toml' -- "$word"; compgen -d -- "$word") ;;
    --lang) mapfile -t COMPREPLY < <(compgen -W "en fi" -- "$word") ;;
    -o | --output) mapfile -t COMPREPLY < <(compgen -d -- "$word") ;;
    *)
        mapfile -t COMPREPLY < <(compgen -W "--journey --output --recursive --jobs --quiet --key-file --site --lang \
            --ingest-arg --sessionize-arg --funnelstats-arg --report-arg --help" -- "$word"; compgen -f -- "$word")
        ;;
    esac
}
complete -o filenames -F _polku polku
