# Whatever a customer is called, it is text in HTML: tags, quotes, line ends, control characters, an entity.
{
    cat <<'END'
customer_id,name,currency,recency_days,frequency,monetary,r,f,m,tier,lifecycle
1,<script>alert(1)</script>,EUR,1,1,900,1,1,1,VIP,at risk
2,"say ""cheese"" & \ 'go'",EUR,1,1,800,1,1,1,VIP,at risk
4,&lt;b&gt; &amp;#60;,EUR,1,1,600,1,1,1,VIP,at risk
<i>5</i>,</td></table><img src=x onerror=alert(1)>,EUR,1,1,500,1,1,1,VIP,at risk
6,$(touch trap)`touch trap`,EUR,1,1,400,1,1,1,VIP,at risk
END
    printf '3,"two\nlines\tand\001a bell\007!",EUR,1,1,700,1,1,1,VIP,at risk\n'
} >rows.csv
crm-report -q -t html --no-charts rows.csv >report.html
sed -n '/slipping/,/<\/table>/{
    /^<tr><td/{
        s/<td class="[^"]*">/<td>/g
        s/<td>VIP.*//
        p
    }
}' report.html
grep -c '<script\|<img\|<i>' report.html
ls
