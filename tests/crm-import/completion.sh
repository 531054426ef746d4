# Proves the completion script for bash: choices of the options that have them, then all options.
crm-import --completion
