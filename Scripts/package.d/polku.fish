set -l stages run ingest sessionize funnelstats report nightly help
complete -c polku -n __fish_use_subcommand -f -a "$stages"
# What the stage completes.
complete -c polku -n '__fish_seen_subcommand_from ingest sessionize funnelstats report' -x -a '(__fish_complete_subcommand)'
complete -c polku -n '__fish_seen_subcommand_from help' -f -a "$stages"

complete -c polku -n '__fish_seen_subcommand_from run' -s o -l output -x -a '(__fish_complete_directories)' -d 'Tables and page'
complete -c polku -n '__fish_seen_subcommand_from run' -s r -l recursive -d 'Read the files below folders too'
complete -c polku -n '__fish_seen_subcommand_from run' -s j -l jobs -x -d Threads
complete -c polku -n '__fish_seen_subcommand_from run' -s q -l quiet -d 'Say nothing but errors'

function __polku_complete_nightly
    complete $argv -l logs -r -d 'Logs of the night'
    complete $argv -l date -x -d 'The night, YYYY-MM-DD'
    complete $argv -l out -x -a '(__fish_complete_directories)' -d 'What is kept, and the tables'
    complete $argv -l nights -x -d 'Days that the tables cover'
end

function __polku_complete_both
    complete $argv -l journey -r -d 'Touchpoints and funnels'
    complete $argv -l key-file -r -d 'Key of the visitor hash'
    complete $argv -l site -x -d 'Own hosts'
    complete $argv -l lang -x -a 'en fi' -d 'Language of the page'
    complete $argv -l color -x -a 'auto always never' -d 'Colours of messages'
    for stage in ingest sessionize funnelstats report
        complete $argv -l $stage-arg -x -d "One more argument for $stage"
    end
end

__polku_complete_nightly -c polku -n '__fish_seen_subcommand_from nightly'
__polku_complete_nightly -c polku-nightly
__polku_complete_both -c polku -n '__fish_seen_subcommand_from run nightly'
__polku_complete_both -c polku-nightly
