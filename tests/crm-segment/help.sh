# -h describes the command and each of its own options; the common ones follow.
crm-segment -h | sed '/^Common options/,$d'
