set -l stages run ingest sessionize funnelstats report nightly help
complete -c polku -n __fish_use_subcommand -f -a "$stages"
# What the stage completes.
complete -c polku -n '__fish_seen_subcommand_from ingest sessionize funnelstats report' -x -a '(__fish_complete_subcommand)'
complete -c polku -n '__fish_seen_subcommand_from help' -f -a "$stages"
complete -c polku -n '__fish_seen_subcommand_from run' -l journey -r -d 'Touchpoints and funnels'
complete -c polku -n '__fish_seen_subcommand_from run' -s o -l output -x -a '(__fish_complete_directories)' -d 'Tables and page'
complete -c polku -n '__fish_seen_subcommand_from run' -s r -l recursive -d 'Read the files below folders too'
complete -c polku -n '__fish_seen_subcommand_from run' -s j -l jobs -x -d Threads
complete -c polku -n '__fish_seen_subcommand_from run' -s q -l quiet -d 'Say nothing but errors'
complete -c polku -n '__fish_seen_subcommand_from run' -l key-file -r -d 'Key of the visitor hash'
complete -c polku -n '__fish_seen_subcommand_from run' -l site -x -d 'Own hosts'
complete -c polku -n '__fish_seen_subcommand_from run' -l lang -x -a 'en fi' -d 'Language of the page'
