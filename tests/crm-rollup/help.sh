# -h describes the command and each of its own options; the common ones follow.
crm-rollup --help | sed '/^Common options/,$d'
