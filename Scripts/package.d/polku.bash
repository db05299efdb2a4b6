_polku() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]} options
    COMPREPLY=()
    if [ "${COMP_WORDS[0]##*/}" = polku-nightly ]; then
        command=nightly
    elif [ "$COMP_CWORD" -eq 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W "run ingest sessionize funnelstats report nightly help" -- "$word")
        return
    fi
    case $command in
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
    nightly) options='--logs --date --out --nights' ;;
    *) options='--output --recursive --jobs --quiet' ;;
    esac
    case $before in
    --journey) mapfile -t COMPREPLY < <(compgen -f -X '!*.toml' -- "$word"; compgen -d -- "$word") ;;
    --lang) mapfile -t COMPREPLY < <(compgen -W "en fi" -- "$word") ;;
    --color) mapfile -t COMPREPLY < <(compgen -W "auto always never" -- "$word") ;;
    -o | --output | --out) mapfile -t COMPREPLY < <(compgen -d -- "$word") ;;
    *)
        options+=' --journey --key-file --site --lang --color --ingest-arg --sessionize-arg --funnelstats-arg --report-arg --help'
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word"; compgen -f -- "$word")
        ;;
    esac
}
complete -o filenames -F _polku polku polku-nightly
