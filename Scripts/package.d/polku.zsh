#compdef polku
_arguments '1:command:(run ingest sessionize funnelstats report nightly help)' '*:file:_files'
