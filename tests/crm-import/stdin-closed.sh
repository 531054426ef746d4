# Proves that a closed standard input is an I/O error, not an empty input.
crm-import <&-
