#compdef polku polku-nightly
local stages=(run ingest sessionize funnelstats report nightly help)
local both=(
    '--journey[touchpoints and funnels]:journey:_files -g "*.toml"' '--key-file[key of the visitor hash]:key:_files'
    '--site[own hosts]:host:' '--lang[language of the page]:language:(en fi)'
    '--color[colours of messages]:when:(auto always never)' '(-h --help)'{-h,--help}'[show help]'
    '*--ingest-arg[one more argument for ingest]:argument:'
    '*--sessionize-arg[one more argument for sessionize]:argument:'
    '*--funnelstats-arg[one more argument for funnelstats]:argument:'
    '*--report-arg[one more argument for report]:argument:'
)
if [[ ${words[1]:t} != polku-nightly ]]; then
    if (( CURRENT == 2 )); then
        compadd -a stages
        return
    fi
    shift words
    (( CURRENT -= 1 ))
fi
case ${words[1]:t} in
ingest | sessionize | funnelstats | report) _normal ;; # What the stage completes.
help) compadd -a stages ;;
nightly | polku-nightly)
    _arguments $both '*--logs[logs of the night]:logs:_files' '--date[the night]:YYYY-MM-DD:' \
        '--out[what is kept, and the tables]:folder:_files -/' '--nights[days that the tables cover]:number:'
    ;;
*)
    _arguments $both '*:log:_files' '(-o --output)'{-o,--output}'[tables and page]:folder:_files -/' \
        '(-r --recursive)'{-r,--recursive}'[read the files below folders too]' \
        '(-j --jobs)'{-j,--jobs}'[threads]:number:' '(-q --quiet)'{-q,--quiet}'[say nothing but errors]'
    ;;
esac
