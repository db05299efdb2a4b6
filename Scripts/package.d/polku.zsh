#compdef polku
local stages=(run ingest sessionize funnelstats report nightly help)
if (( CURRENT == 2 )); then
    compadd -a stages
    return
fi
case $words[2] in
ingest | sessionize | funnelstats | report)
    # What the stage completes.
    shift words
    (( CURRENT -= 1 ))
    _normal
    ;;
help) compadd -a stages ;;
*)
    shift words
    (( CURRENT -= 1 ))
    _arguments '*:log:_files' '--journey[touchpoints and funnels]:journey:_files -g "*.toml"' \
        '(-o --output)'{-o,--output}'[tables and page]:folder:_files -/' \
        '(-r --recursive)'{-r,--recursive}'[read the files below folders too]' \
        '(-j --jobs)'{-j,--jobs}'[threads]:number:' '(-q --quiet)'{-q,--quiet}'[say nothing but errors]' \
        '--key-file[key of the visitor hash]:key:_files' '--site[own hosts]:host:' \
        '--lang[language of the page]:language:(en fi)' \
        '*--ingest-arg[one more argument for ingest]:argument:' \
        '*--sessionize-arg[one more argument for sessionize]:argument:' \
        '*--funnelstats-arg[one more argument for funnelstats]:argument:' \
        '*--report-arg[one more argument for report]:argument:'
    ;;
esac
