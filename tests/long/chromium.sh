#!/bin/sh
# Reports as a browser sees them: pages of the sample data in English and Chinese, of tiers, of all parts, and of
# satisfaction and service, in headless Chromium. Charts and tables are there with as many rows as SQL counts, no
# script runs, the console is silent, nothing is requested; labels of charts are not cut off, texts not too pale,
# and nothing but tables and charts is wider than a phone. Skipped where Chromium is not there and cannot be
# installed.
# B: the build directory.
set -u
cd "$(dirname "$0")/../.." || exit 1
B=${B:-build}
case $B in /*) ;; *) B=$PWD/$B ;; esac
samples=$PWD/samples
PATH=$B/bin:$PATH
export LC_ALL=C
if ! command -v chromium >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium >/dev/null 2>&1
fi
if ! command -v chromium >/dev/null || ! command -v gnuplot >/dev/null; then
    echo 'skipped: no chromium or no gnuplot'
    echo '0 passed, 0 failed'
    exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 4

passed=0
failed=0
is() { # WHAT GOT WANT
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'not ok: %s\n    got:  %s\n    want: %s\n' "$1" "$2" "$3"
    fi
}

# browse PAGE [OPTION ...]: what the page has become in PAGE.dom, the log in PAGE.log, requests in PAGE.net.
# No name is resolved: nothing leaves the machine.
browse() {
    page=$1
    shift
    HOME=$work timeout 120 chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/profile" \
        --no-first-run --disable-background-networking --disable-component-update --disable-sync \
        --host-resolver-rules='MAP * ~NOTFOUND' --enable-logging=stderr --v=0 \
        --log-net-log="$work/$page.net" --virtual-time-budget=3000 "$@" --dump-dom \
        "file://$work/$page.html" >"$page.dom" 2>"$page.log"
    is "$page: status of chromium" $? 0
}
title() {
    sed -n 's/.*<title>\([^<]*\)<.*/\1/p' "$1.dom" | head -n 1
}
console() { # lines that the page wrote
    grep -c 'CONSOLE' "$1.log"
}
requests() { # of the page; Chromium's own have no origin
    grep '"initiator":"' "$1.net" | grep -v '"initiator":"not an origin"' | grep -o '"url":"[^"]*"' |
        sort -u | tr '\n' ' '
}

# A page that does all that a report must not: it is seen.
cat >control.html <<'END'
<!DOCTYPE html><html><head><title>quiet</title></head><body><img src="http://report.invalid/x.png">
<script>document.title = "ran"; console.error("an error"); fetch("http://other.invalid/y").catch(() => 0)
</script></body></html>
END
browse control
is 'control: script' "$(title control)" ran
is 'control: console' "$(console control)" 1
is 'control: requests' "$(requests control)" \
    '"url":"http://other.invalid/y" "url":"http://report.invalid/x.png" '

# The trading company at the middle and at the end of 2024. The largest customer at risk gets a name that is
# a script.
crm-import -q "$samples/trading/orders.csv.gz" -o orders.csv
crm-score -q --keep name --as-of 2024-06-30 orders.csv | crm-segment -q -o before.csv
crm-score -q --keep name orders.csv -o scores.csv
crm-segment -q --previous before.csv scores.csv -o en.csv
crm-segment -q --previous before.csv --lang zh scores.csv -o zh.csv
crm-query -q 'SELECT name FROM en WHERE lifecycle = '"'at risk'"' ORDER BY monetary DESC LIMIT 1' en.csv |
    tail -n 1 >name
hostile="<script>document.title='ran';console.error('ran')</script><img src=http://report.invalid/x>"
for lang in en zh; do
    sed -i "s|,$(cat name),|,$hostile,|" $lang.csv
    crm-report -q --lang $lang -t html $lang.csv -o $lang.html
done

count() { # SQL over the rows in English
    crm-query -q "SELECT $1" en.csv | tail -n 1
}
{
    count "count(DISTINCT coalesce(tier, '')) FROM en"
    count "min(10, count(*)) FROM en WHERE (lifecycle = 'at risk' OR move = 'down') AND monetary > 0"
    count "count(DISTINCT coalesce(previous_tier, '') || '>' || coalesce(tier, '') || '>' || move) FROM en"
    count 'max(max(r), max(f)) FROM en'
    count 'max(max(r), max(f)) FROM en'
    count "count(DISTINCT coalesce(segment, '')) FROM en"
    count 'count(DISTINCT lifecycle) FROM en'
    echo 4 # four parts
} >rows.want

# What a browser measures in a copy of the page: labels of charts that stick out of their chart, how much
# the page is wider than its frame, charts that have a size, short cells on several lines, texts too pale. A
# frame, for a window has no less than 500 pixels.
cat >probe <<'END'
<script>
const range = (cell) => {
  const all = document.createRange();
  all.selectNodeContents(cell);
  return all.getBoundingClientRect();
};
addEventListener("load", () => {
  let out = 0, charts = 0;
  for (const svg of document.querySelectorAll("figure svg")) {
    const box = svg.getBoundingClientRect();
    charts += box.width > 200 && box.height > 30;
    for (const text of svg.querySelectorAll("text")) {
      const b = text.getBoundingClientRect();
      out += b.left < box.left - 1 || b.right > box.right + 1 || b.top < box.top - 1 ||
             b.bottom > box.bottom + 1;
    }
  }
  // Short cells, such as the name of a tier, that stand on more than one line.
  let broken = 0;
  for (const cell of document.querySelectorAll("td")) {
    const line = parseFloat(getComputedStyle(cell).lineHeight);
    broken += cell.textContent.length <= 6 && range(cell).height > 1.5 * line;
  }
  const wide = document.documentElement.scrollWidth - innerWidth;
  // Texts and what they stand on: at least 4.5 to 1 (WCAG 2.2, 1.4.3).
  const css = getComputedStyle(document.documentElement);
  const light = (name) => {
    let hex = css.getPropertyValue("--" + name).trim().slice(1);
    hex = hex.length === 3 ? hex.replace(/./g, "$&$&") : hex;
    const [r, g, b] = [0, 2, 4].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
      .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const pale = [["ink", "paper"], ["soft", "paper"], ["ink", "card"], ["soft", "card"]]
    .concat([1, 2, 3, 4, 5, 6].map((i) => ["c2" + i, "c1" + i]))
    .concat([4, 5, 6, 7, 8, 9].map((i) => ["c" + i, "paper"])) // lines of charts
    .map(([a, b]) => [a, b, Math.max(light(a), light(b)) / Math.min(light(a), light(b))])
    .filter(([a, b, ratio]) => !(ratio >= 4.5))
    .map(([a, b, ratio]) => ", pale: " + a + " on " + b + " " + ratio.toFixed(2)).join("");
  const scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  parent.postMessage(scheme + ", " + innerWidth + " wide: " + charts + " charts, " + out + " labels cut, " +
                     broken + " cells broken, " + Math.max(0, wide) + " too wide" + pale, "*");
});
</script>
END

# measured PAGE CHARTS: what the probe finds on a screen and on a phone, dark and light.
measured() {
    cat $1.html probe >$1-probe.html
    for width in 1280 390; do
        printf '<title></title><script>onmessage = (e) => { document.title = e.data }</script>
            <iframe src=%s-probe.html width=%d height=844 style="border:0"></iframe>\n' $1 $width >frame.html
        for scheme in dark light; do
            case $scheme in dark) number=0 ;; light) number=1 ;; esac
            browse frame --window-size=1400,900 --blink-settings=preferredColorScheme=$number
            is "$1: measured" "$(title frame)" \
                "$scheme, $width wide: $2 charts, 0 labels cut, 0 cells broken, 0 too wide"
        done
    done
}

for lang in en zh; do
    browse $lang
    case $lang in en) want='Customer tiers' ;; zh) want=客户分级报告 ;; esac
    is "$lang: title" "$(title $lang)" "$want"
    is "$lang: console" "$(console $lang)" 0
    is "$lang: requests" "$(requests $lang)" ''
    is "$lang: no script, no image" "$(grep -c '<script\|<img\|<iframe\|<object\|<link rel="s' $lang.dom)" 0
    is "$lang: the name is text" "$(grep -c ">&lt;script&gt;document.title='ran';" $lang.dom)" 1
    # A figure with a text of its own, and an svg in it.
    is "$lang: charts" "$(tr '\n' ' ' <$lang.dom |
        grep -o '<figure role="img" aria-label="[^"]\{20,\}"> *<svg [^<]*<' | wc -l)" 4
    is "$lang: figures" "$(grep -c '<figure' $lang.dom)" 4
    awk '/<h2>/ { n++ } /<tr><td/ { rows[n]++ } END { for (i = 1; i <= n; i++) print rows[i] + 0 }' \
        $lang.dom >rows
    is "$lang: rows of each table" "$(tr '\n' ' ' <rows)" "$(tr '\n' ' ' <rows.want)"
    is "$lang: figures at the top" "$(grep -c '<dd>[0-9][0-9,.]*</dd>' $lang.dom)" 6
    measured $lang 4
done

# All parts at once: 24 monthly cohorts, survival by salesman, a backtest, lifetime value. Charts: tiers, grid,
# Lorenz curves of revenue and of lifetime value, tiers by value, two heat maps, curves, tracking, calibration.
crm-score -q --clv orders.csv | crm-segment -q -o valued.csv
crm-cohort -q orders.csv -o cohorts.csv
crm-cohort -q --survival --second --curve --by 业务员 orders.csv -o second.csv
crm-score -q --clv --backtest 2024-06-30 orders.csv -o backtest.csv
for lang in en zh; do
    crm-report -q --lang $lang valued.csv cohorts=cohorts.csv survival=second.csv backtest=backtest.csv \
        -o all-$lang.html
    browse all-$lang
    case $lang in en) want='Customer report' ;; zh) want=客户报告 ;; esac
    is "all, $lang: title" "$(title all-$lang)" "$want"
    is "all, $lang: console" "$(console all-$lang)" 0
    is "all, $lang: requests" "$(requests all-$lang)" ''
    is "all, $lang: no script, no image" \
        "$(grep -c '<script\|<img\|<iframe\|<object\|<link rel="s' all-$lang.dom)" 0
    # A row for each cohort, and one for all, in both tables.
    is "all, $lang: rows of cohorts" "$(grep -c '<tr><td class="text">2023-\|<tr><td class="text">2024-[0-9]*<' all-$lang.dom)" \
        $((2 * $(tail -n +2 cohorts.csv | cut -d , -f 1 | sort -u | wc -l)))
    is "all, $lang: rows of weeks" "$(grep -c '<tr><td class="text">20[0-9-]*-[0-9]*-[0-9]*<' all-$lang.dom)" \
        "$(grep -c '^week,' backtest.csv)"
    measured all-$lang 10
done
# Satisfaction and service on one page. Charts: three trends, groups of three measures, the map of drivers, breaches of
# first response and of resolution, backlog, causes, and control charts of three figures.
survey() {
    crm-survey -q --nps Recommend --csat Satisfaction --ces Ease --missing 99,n/a "$@" "$samples/shop/survey.csv"
}
survey --by Region --per quarter -o survey.csv
survey --drivers Recommend --predictors Satisfaction,Ease -o drivers.csv
awk 'BEGIN {
    print "ticket_id,opened_at,first_response_at,resolved_at,status,category,team"
    for (n = 0; n < 600; n++) {
        day = sprintf("2024-%02d-%02d", 1 + n % 6, 1 + n % 28)
        printf "T%d,%s 09:00:00,%s %02d:00:00,%s,%s,%s,%s\n", n, day, day, 10 + n % 9,
            n % 7 ? day " 20:00:00" : "", n % 7 ? "closed" : "open",
            n % 2 ? "Late delivery" : n % 3 ? "A rather long name of a cause that nobody can shorten" : "<b>发票</b>",
            n % 5 ? "North" : "South"
    }
}' >tickets.csv
echo '{"calendar":{"zone":"UTC","week":{"monday-sunday":["00:00-24:00"]}},
    "service":{"targets":[{"name":"all","first_response":"4h","resolution":"2d"}]}}' >policy.json
ticket() {
    crm-ticket -q --policy policy.json --as-of 2024-06-30 "$@" tickets.csv
}
ticket --by team -o service.csv
ticket --backlog --per month -o backlog.csv
ticket --causes -o causes.csv
ticket --control --per month -o control.csv
for lang in en zh; do
    crm-report -q --lang $lang survey=survey.csv drivers=drivers.csv service=service.csv backlog=backlog.csv \
        causes=causes.csv control=control.csv -o voice-$lang.html
    browse voice-$lang
    is "voice, $lang: console" "$(console voice-$lang)" 0
    is "voice, $lang: requests" "$(requests voice-$lang)" ''
    is "voice, $lang: the name is text" "$(grep -c '&lt;b&gt;发票&lt;/b&gt;</td>' voice-$lang.dom)" 1
    is "voice, $lang: rows of causes" "$(grep -c '<td class="text[a-z ]*">\(Late delivery\|A rather long\|&lt;b&gt;\)' voice-$lang.dom)" 3
    measured voice-$lang 14
done
printf '%d passed, %d failed\n' $passed $failed
[ $failed = 0 ]
