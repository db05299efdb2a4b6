complete -c polku -n __fish_use_subcommand -f -a 'run ingest sessionize funnelstats report nightly help'
