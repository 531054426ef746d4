# A saved model scores as the fitted one did, and saves itself again as it was. Its figures are those of
# the program of clv: standard errors are the parameter times that of its logarithm (.389198, .459040,
# .444031, .675001).
awk 'function draw(n) { s = s * 16807 % 2147483647; return s % n }
function date(d, m) { for (m = 1; d >= len[m]; m++) d -= len[m]; return sprintf("2023-%02d-%02d", m, d + 1) }
BEGIN {
    s = 7
    split("31 28 31 30 31 30 31 31 30 31 30 31", len)
    print "customer_id,date,amount"
    for (i = 1; i <= 30; i++) {
        day = draw(90); often = 4 + draw(40) * draw(3); stay = 70 + draw(30); spend = 5 + draw(10) * draw(10)
        do {
            print i "," date(day) "," spend + draw(20)
            day += 1 + draw(2 * often)
        } while (day < 365 && draw(100) < stay)
    }
}' >orders.csv
crm-score -q --clv --intervals --as-of 2023-12-31 --save-model model.json -o fitted.csv orders.csv
jq -r '(.as_of, .unit_days, .customers, .repeaters, .lifetime.model, .spend.model, .spend.customers),
    (.lifetime.parameters, .lifetime.standard_errors, .spend.parameters | to_entries[] | [.key, .value]),
    (["log-likelihood", .lifetime.log_likelihood], ["log-likelihood", .spend.log_likelihood],
     ["mean", .spend.population_mean], ["correlation", .spend.correlation],
     ["variance of ln r", .lifetime.covariance_of_logs[0]],
     ["variance of ln gamma", .spend.covariance_of_logs[8]]) |
    if type == "array" then @tsv else . end' model.json |
    awk -F'\t' 'NF == 2 { printf "%s %.5g\n", $1, $2; next } { print }'
crm-score -q --clv --intervals --as-of 2023-12-31 --load-model model.json --save-model again.json \
    orders.csv | cmp - fitted.csv && echo same figures
cmp model.json again.json && echo same model
