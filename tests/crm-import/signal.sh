# Proves that a signal ends the run as an error does: stdout gets the failure's mark, an output file
# stays as it was and leaves no temporary; 128 + 15 = 143, 128 + 1 = 129. The pipe's other end is open
# only once the command has opened its output. What the shell says of it is the shell's affair.
mkfifo orders
echo old >out.csv
{
    crm-import -q orders >stdout 2>stderr &
    exec 3>orders
    kill -TERM $!
    wait $!
    echo "status $?"
    exec 3>&-
    cat stdout stderr
    echo
    crm-import -q -o out.csv orders 2>stderr &
    exec 3>orders
    kill -HUP $!
    wait $!
    echo "status $?"
    cat stderr out.csv
} 2>/dev/null
ls -A
