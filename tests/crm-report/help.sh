# -h describes the command and each of its own options; the common ones follow.
crm-report -h | sed '/^Common options/,$d'
