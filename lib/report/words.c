#include "base/base.h"

#include <pthread.h>

#include "base/map.h"
#include "report/words.h"

static const struct {
    const char *en, *zh;
} table[] = {
    /* tiers */
    {"important", "重要"},
    {"ordinary", "普通"},
    /* lifecycle; new and back are moves, too */
    {"prospect", "潜在"},
    {"new", "新客户"},
    {"active", "活跃"},
    {"loyal", "忠诚"},
    {"at risk", "流失风险"},
    {"lapsed", "流失"},
    {"reactivated", "挽回"},
    /* moves */
    {"up", "升级"},
    {"down", "降级"},
    {"same", "不变"},
    {"back", "回归"},
    {"gone", "退出"},
    /* screening */
    {"pass", "通过"},
    {"hold", "待定"},
    {"reject", "拒绝"},
    /* segments */
    {"Champions", "冠军客户"},
    {"Loyal", "忠诚客户"},
    {"Loyal Customers", "忠诚客户群"},
    {"Potential Loyalist", "潜力忠诚客户"},
    {"New", "新晋客户"},
    {"New Customers", "新晋客户群"},
    {"Promising", "有前景客户"},
    {"Need Attention", "需关注客户"},
    {"About To Sleep", "即将沉睡客户"},
    {"At Risk", "有风险客户"},
    {"Can't Lose", "不可失去客户"},
    {"Can't Lose Them", "不可失去客户群"},
    {"Hibernating", "沉睡客户"},
    {"Lost", "已流失客户"},
    {"Others", "其他"},
    {"Important value", "重要价值客户"},
    {"Important development", "重要发展客户"},
    {"Important retention", "重要保持客户"},
    {"Important win-back", "重要挽留客户"},
    {"General value", "一般价值客户"},
    {"General development", "一般发展客户"},
    {"General retention", "一般保持客户"},
    {"General win-back", "一般挽留客户"},
    /* the tier report; formats have the same conversions in both languages */
    {"Customer tiers", "客户分级报告"},
    {"As of %.*s", "截至 %.*s"},
    {"amounts in %.*s, net of refunds", "金额单位 %.*s，已扣除退款"},
    {"amounts net of refunds", "金额已扣除退款"},
    {"Figure", "指标"},
    {"Value", "数值"},
    {"Customers", "客户数"},
    {"Buyers", "购买客户数"},
    {"Orders", "订单数"},
    {"Net revenue", "净收入"},
    {"Average order", "平均订单金额"},
    {"%.*s: %.*s customers (%.*s) bring %.*s of the net revenue.",
     "%.*s：%.*s 位客户（占 %.*s）带来净收入的 %.*s。"},
    {"Customers at risk: %.*s, who brought %.*s (%.*s of the net revenue); the lapsed brought %.*s.",
     "有流失风险的客户 %.*s 位，曾带来 %.*s（占净收入的 %.*s）；已流失客户曾带来 %.*s。"},
    {"The best 20%% of the buyers bring %.*s of what buyers bring; Gini coefficient %.2f.",
     "前 20%% 的购买客户带来全部购买客户收入的 %.*s；基尼系数 %.2f。"},
    {"Since the last report: %.*s up, %.*s down (net revenue %.*s), %.*s new.",
     "自上次报告以来：升级 %.*s 位，降级 %.*s 位（净收入 %.*s），新客户 %.*s 位。"},
    {"Tiers", "客户分级"},
    {"Tier", "级别"},
    {"no tier", "未分级"},
    {"Share of customers", "客户占比"},
    {"Share of net revenue", "净收入占比"},
    {"Median recency, days", "最近购买距今中位数（天）"},
    {"At risk or lapsed", "有风险或已流失"},
    {"Their net revenue", "其净收入"},
    {"Share of customers and of net revenue by tier:", "各级别的客户占比与净收入占比："},
    {"The largest that are slipping", "正在流失的主要客户"},
    {"Nobody is at risk, and nobody came down a tier.", "没有客户有流失风险，也没有客户降级。"},
    {"Customer", "客户编号"},
    {"Name", "名称"},
    {"Previous tier", "上次级别"},
    {"Lifecycle", "生命周期"},
    {"Days since last order", "距上次订单天数"},
    {"Customers at risk, and those who came down a tier since the last report, by net revenue.",
     "有流失风险的客户，以及自上次报告以来降级的客户，按净收入排列。"},
    {"Movement between tiers", "级别变动"},
    {"From", "原级别"},
    {"To", "现级别"},
    {"Move", "变动"},
    {"not there", "此前没有"},
    {"Net revenue of those who moved:", "变动客户的净收入："},
    {"Tiers of the last time against those of today; net revenue as it stands today.",
     "上次级别与本次级别对照；净收入为当前数值。"},
    {"Recency by frequency: customers", "最近购买 × 购买频率：客户数"},
    {"Recency by frequency: net revenue", "最近购买 × 购买频率：净收入"},
    {"Recency score", "最近购买得分 R"},
    {"Frequency score", "购买频率得分 F"},
    {"The highest score is the best: bought last, bought most often.",
     "得分越高越好：购买越近、越频繁。"},
    {"Customers by recency and frequency score, with their share of net revenue; the tables have the "
     "numbers.", "按 R 与 F 得分的客户数及净收入占比；数值见表。"},
    {"Segments", "客户细分"},
    {"Segment", "细分"},
    {"no orders", "没有订单"},
    {"Stage", "阶段"},
    {"At risk: silent for longer than half of the repeat customers are between two purchases; lapsed: "
     "longer than 95% of them, unless days were given (crm-segment says them).",
     "有流失风险：沉默时间超过半数回头客的平均购买间隔；流失：超过 95% 回头客的间隔，除非另行指定（天数见 "
     "crm-segment 的提示）。"},
    {"Concentration", "集中度"},
    {"best 1%", "前 1%"},
    {"best 5%", "前 5%"},
    {"best 10%", "前 10%"},
    {"best 20%", "前 20%"},
    {"Gini coefficient", "基尼系数"},
    {"Of the buyers' net revenue; a net below 0 counts as 0, parts are rounded up to whole "
     "customers. Gini coefficient: sum of (2i - n - 1) x(i) over n times the sum of x, x ascending; "
     "0 is all alike, 1 one customer has all.",
     "按购买客户的净收入计算；净收入为负者按 0 计，人数向上取整。基尼系数：Σ(2i - n - 1)x(i) / "
     "(nΣx)，x 升序；0 表示完全平均，1 表示集中于一位客户。"},
    {"the best 20%% bring %.*s", "前 20%% 带来 %.*s"},
    {"Share of buyers, the smallest first", "购买客户占比（由小到大）"},
    {"all alike", "完全平均"},
    {"Lorenz curve of net revenue: the best 20%% of buyers bring %.*s; Gini coefficient %.3f.",
     "净收入洛伦兹曲线：前 20%% 的购买客户带来 %.*s；基尼系数 %.3f。"},
    {"Customer report", "客户报告"},
    {"All", "全部"},
    /* lifetime value */
    {"Expected orders", "预期订单数"},
    {"Expected value", "预期收入"},
    {"Lifetime value", "终身价值"},
    {"Rather gone than not", "很可能已离开"},
    {"Expected of %.*s customers: %.*s orders, a lifetime value of %.*s; the best 20%% hold %.*s of it.",
     "%.*s 位客户预期带来 %.*s 个订单，终身价值 %.*s；前 20%% 的客户占其中 %.*s。"},
    {"Rather gone than not: %.*s customers, who brought %.*s and stand for %.*s of lifetime value.",
     "很可能已离开的客户 %.*s 位，曾带来 %.*s，尚余终身价值 %.*s。"},
    {"Share of lifetime value and of revenue to date by tier:", "各级别的终身价值占比与累计收入占比："},
    {"Share of lifetime value", "终身价值占比"},
    {"Share of revenue to date", "累计收入占比"},
    {"Revenue to date", "累计收入"},
    {"Of revenue to date", "与累计收入之比"},
    {"Lifetime value by tier", "各级别终身价值"},
    {"Lifetime value by segment", "各细分终身价值"},
    {"Customers with a forecast of crm-score --clv, over its horizon. Lifetime value is the expected "
     "value, discounted; revenue, not profit, and without new customers. The last column is lifetime "
     "value against revenue to date.",
     "crm-score --clv 给出预测的客户，按其预测期计算。终身价值为折现后的预期收入；是收入而非利润，不含新客户。"
     "最后一列为终身价值与累计收入之比。"},
    {"Their lifetime value", "其终身价值"},
    {"Their revenue to date", "其累计收入"},
    {"Value at risk of leaving", "可能流失的价值"},
    {"Customers whose chance of still being one, p_alive, is below 50%. Shares are of the tier's own. "
     "Their lifetime value is what is still expected of them; their revenue to date is what they "
     "brought.",
     "仍为客户的概率 p_alive 低于 50% 的客户。占比以本级别为基数。其终身价值为仍可预期的收入，其累计收入为已带来的收入。"},
    {"the best 20%% hold %.*s", "前 20%% 占 %.*s"},
    {"Share of customers, the smallest first", "客户占比（由小到大）"},
    {"Lorenz curve of lifetime value: the best 20%% of customers hold %.*s; Gini coefficient %.3f.",
     "终身价值洛伦兹曲线：前 20%% 的客户占 %.*s；基尼系数 %.3f。"},
    {"best 50%", "前 50%"},
    {"Concentration of lifetime value", "终身价值集中度"},
    {"Of the customers with a forecast, by their lifetime value; parts are rounded up to whole "
     "customers. Gini coefficient %.3f.",
     "按有预测的客户的终身价值计算，人数向上取整。基尼系数 %.3f。"},
    /* cohorts */
    {"Retention of customers", "客户留存报告"},
    {"Retention", "留存率"},
    {"Net revenue retention", "净收入留存率"},
    {"Cohort", "同期群"},
    {"All cohorts", "全部同期群"},
    {"Cohort (customers)", "同期群（客户数）"},
    {"Revenue of the first period", "首期收入"},
    {"Months since the first purchase", "首次购买后的月数"},
    {"Quarters since the first purchase", "首次购买后的季度数"},
    {"Years since the first purchase", "首次购买后的年数"},
    {"Periods since the first purchase", "首次购买后的期数"},
    {"Share of a cohort's customers who bought in each period after the one of their first purchase. "
     "Shades go up to the largest share. All cohorts: those together whose period had ended.",
     "同期群客户在首次购买之后各期有购买者的比例；颜色按最大比例分级。“全部同期群”合计该期已结束的同期群。"},
    {"Net revenue of each period against that of the cohort's first one. Shades go up to the largest "
     "share. All cohorts: those together whose period had ended.",
     "各期净收入与该同期群首期净收入之比；颜色按最大比例分级。“全部同期群”合计该期已结束的同期群。"},
    {"*: the period had not ended, the figure still grows.", "*：该期尚未结束，数值仍会增长。"},
    {"Heat map of retention, cohorts %.*s to %.*s by age; the table has the numbers.",
     "留存率热力图，同期群 %.*s 至 %.*s，按期龄；数值见表。"},
    {"Heat map of net revenue retention, cohorts %.*s to %.*s by age; the table has the numbers.",
     "净收入留存率热力图，同期群 %.*s 至 %.*s，按期龄；数值见表。"},
    {"The chart shows the latest %zu of %zu cohorts, and ages up to %zu.",
     "图中为最近 %zu 个同期群（共 %zu 个），期龄至 %zu。"},
    {"Of new customers, %.*s bought in the month after their first one; %zu months after it, %.*s did.",
     "新客户中，%.*s 在首购次月再次购买；首购后第 %zu 个月为 %.*s。"},
    {"Of new customers, %.*s bought in the quarter after their first one; %zu quarters after it, %.*s did.",
     "新客户中，%.*s 在首购次季再次购买；首购后第 %zu 个季度为 %.*s。"},
    {"Of new customers, %.*s bought in the year after their first one; %zu years after it, %.*s did.",
     "新客户中，%.*s 在首购次年再次购买；首购后第 %zu 年为 %.*s。"},
    {"Of new customers, %.*s bought in the period after their first one; %zu periods after it, %.*s did.",
     "新客户中，%.*s 在首购后下一期再次购买；首购后第 %zu 期为 %.*s。"},
    /* survival */
    {"Survival", "生存分析"},
    {"Group", "组别"},
    {"Events", "事件数"},
    {"No event yet", "尚无事件"},
    {"A quarter by", "四分之一时"},
    {"Half by", "半数时"},
    {"Three quarters by", "四分之三时"},
    {"Lower limit", "下限"},
    {"Upper limit", "上限"},
    {"Kaplan and Meier's estimate of the time until an event: leaving, or with --second coming again. "
     "Times are days, or the unit of the input; empty where the curve does not come down so far. The "
     "limits are those of the time of half, 95%.",
     "Kaplan–Meier 估计，至事件发生的时间：离开，或（--second）再次购买。时间以天计，或为输入所用单位；曲线未降至该水平处"
     "为空。上下限为半数时间的 95% 区间。"},
    {"Log-rank test of the groups: chi-square %.*s, p %.*s.", "各组对数秩检验：χ² %.*s，p %.*s。"},
    {"The chart shows the %zu largest of %zu groups, and so do the tables by time.",
     "图与按时间的各表只含最大的 %zu 组（共 %zu 组）。"},
    {"Survival curves; half had the event by:", "生存曲线；半数发生事件于："},
    {"Time (days, or the unit of the input)", "时间（天，或输入所用单位）"},
    {"Share without the event", "未发生事件的比例"},
    {"Share without the event, by time", "各时刻未发生事件的比例"},
    {"Survival at these times; empty behind the end of a curve.", "各时刻的生存率；曲线结束之后为空。"},
    {"Number at risk, by time", "各时刻在险人数"},
    {"At risk are those who were seen at the next event. Where few are, believe the curve little.",
     "在险人数为此后首个事件发生时仍被观察者；人数很少处，曲线不足为凭。"},
    {"Half of %.*s customers have left, or come again, after %.*s days, or units of the input (95%% "
     "limits %.*s to %.*s).",
     "%.*s 位客户中，半数在 %.*s 天（或输入所用单位）后离开或再次购买（95%% 区间 %.*s 至 %.*s）。"},
    /* backtest */
    {"Forecast against outcome", "预测与实际"},
    {"Measure", "度量"},
    {"Actual", "实际"},
    {"Model", "模型"},
    {"Mean rate", "平均速率"},
    {"Last period", "上期同长"},
    {"MAE", "平均绝对误差 MAE"},
    {"RMSE", "均方根误差 RMSE"},
    {"Bias", "偏差"},
    {"MAE is the mean absolute error, RMSE the root of the mean square error, bias the forecast less the "
     "actual number: orders a customer. Mean rate and last period are forecasts without a model: each "
     "customer's rate so far goes on; as many as in the same time before.",
     "MAE 为平均绝对误差，RMSE 为均方根误差，偏差为预测减实际，单位均为每位客户的订单数。“平均速率”与“上期同长”为"
     "不用模型的预测：各客户延续以往的速率；与此前同样长的时间内一样多。"},
    {"Backtest: of %.*s customers the model expected %.*s orders; %.*s came.",
     "回测：对 %.*s 位客户，模型预期 %.*s 个订单，实际 %.*s 个。"},
    {"Its mean absolute error, %.*s orders a customer, is below that of both naive forecasts, %.*s and "
     "%.*s.",
     "其平均绝对误差为每位客户 %.*s 个订单，低于两种朴素预测（%.*s 与 %.*s）。"},
    {"Its mean absolute error, %.*s orders a customer, is not below that of both naive forecasts, %.*s "
     "and %.*s: of no use for these customers.",
     "其平均绝对误差为每位客户 %.*s 个订单，并不低于两种朴素预测（%.*s 与 %.*s）：对这些客户没有用处。"},
    {"Orders since the forecast, actual and expected", "预测以来的实际与预期订单"},
    {"Orders since the forecast", "预测以来的订单数"},
    {"Until", "截至"},
    {"Until the end of the week", "截至周末"},
    {"Orders week by week, actual and expected: %.*s and %.*s until %.*s.",
     "逐周累计订单，实际与预期：%.*s 与 %.*s，截至 %.*s。"},
    {"Actual and expected by earlier repeats", "按此前复购次数的实际与预期"},
    {"Repeats before", "此前复购次数"},
    {"%.*s before", "此前 %.*s 次"},
    {"Orders a customer since the forecast, of those with so many repeat purchases before it.",
     "预测以来每位客户的订单数，按预测前的复购次数分组。"},
    {"Orders a customer, expected and actual, by repeats before:",
     "按此前复购次数，每位客户的预期与实际订单数："},
    {"Expected by the model", "模型预期"},
    {"Actual and expected by tenths", "按十分位的实际与预期"},
    {"Tenth", "十分位"},
    {"Orders a customer since the forecast, in tenths of the customers; the first are those of whom the "
     "model expects the most.",
     "预测以来每位客户的订单数，客户按十等分；第一等分为模型预期最多者。"},
    /* satisfaction, service; names of measures stand in front of others */
    {"NPS", "净推荐值 NPS"},
    {"CSAT", "满意度 CSAT"},
    {"CES", "费力度 CES"},
    {"Tickets opened", "新建工单数"},
    {"First response: share in breach", "首次响应超时率"},
    {"Resolution: share in breach", "解决超时率"},
    {"%.*s (%.*s to %.*s)", "%.*s（%.*s 至 %.*s）"},
    {"Satisfaction", "满意度"},
    {"Satisfaction and loyalty", "满意度与忠诚度"},
    {"Question", "题目"},
    {"Period", "期间"},
    {"Answers", "答案数"},
    {"Favourable", "好评占比"},
    {"Mean", "均值"},
    {"%.*s of %.*s in %.*s: %.*s, of %.*s answers.", "%.*s（%.*s，%.*s）：%.*s，共 %.*s 份答案。"},
    {"%.*s of %.*s: %.*s, of %.*s answers.", "%.*s（%.*s）：%.*s，共 %.*s 份答案。"},
    {"NPS: promoters (9, 10) less detractors (0 to 6), in points; CSAT: the share of favourable answers; "
     "CES: the mean answer. Limits are those of 95% intervals. Favourable: of NPS the promoters.",
     "NPS：推荐者（9、10 分）占比减贬损者（0 至 6 分）占比，以分计；CSAT：好评占比；CES：答案均值。上下限为 95% 区间。"
     "“好评占比”在 NPS 中为推荐者占比。"},
    {"%.*s by period", "%.*s（按期间）"},
    {"%.*s by period, with its intervals, %.*s to %.*s; the table has the numbers.",
     "%.*s（按期间，含区间），%.*s 至 %.*s；数值见表。"},
    {"The bands are 95% intervals: where they overlap by much, periods do not differ by more than chance.",
     "色带为 95% 区间：重叠较多时，各期差异不超出偶然。"},
    {"%.*s by %.*s", "%.*s（按 %.*s）"},
    {"%.*s by group:", "%.*s（按组）："},
    {"Groups in the last period, with 95% intervals.", "最近一期各组，附 95% 区间。"},
    {"Groups with 95% intervals.", "各组，附 95% 区间。"},
    {"What satisfaction hangs on", "满意度的驱动因素"},
    {"No.", "序号"},
    {"Driver", "因素"},
    {"Importance", "重要性"},
    {"Performance", "表现"},
    {"Quadrant", "象限"},
    {"concentrate", "优先改进"},
    {"keep up", "继续保持"},
    {"possible overkill", "可能过度"},
    {"low priority", "次要"},
    {"Importance against performance:", "重要性与表现："},
    {"Important and done badly, with the share of what is explained: %.*s.",
     "重要而表现不佳者（及其在解释力中的占比）：%.*s。"},
    {"Of %.*s responses; the drivers explain %.*s of the variance, and importance is the share of a driver "
     "in that (Lindeman, Merenda and Gold). The map is split at the means. Look at the 95%% limits before a "
     "driver that lies close to a border; what goes along with satisfaction need not make it.",
     "共 %.*s 份答卷；各因素合计解释方差的 %.*s，重要性为各因素在其中的占比（Lindeman、Merenda 与 Gold）。图以均值分为四"
     "象限。靠近分界线的因素请先看其 95%% 区间；与满意度相伴者未必是其原因。"},
    {"Service", "服务"},
    {"First response", "首次响应"},
    {"Resolution", "解决"},
    {"Answered", "已响应"},
    {"Resolved", "已解决"},
    {"Tickets", "工单数"},
    {"Open", "未结"},
    {"Median of those", "其中位数"},
    {"Median of all", "全部的中位数"},
    {"In breach", "超时率"},
    {"Tickets of %.*s: %.*s, of which %.*s are open.", "%.*s 的工单 %.*s 件，其中 %.*s 件未结。"},
    {"Tickets: %.*s, of which %.*s are open.", "工单 %.*s 件，其中 %.*s 件未结。"},
    {"In breach of the targets: first response %.*s, resolution %.*s.",
     "超出时限：首次响应 %.*s，解决 %.*s。"},
    {"Share in breach, %s:", "超时率，%s："},
    {"Times in the unit and by the clock that crm-ticket was asked for, hours as a rule. The median of those "
     "that are done leaves out who still waits; the median of all, of Kaplan and Meier, does not. Limits are "
     "those of 95% intervals. The dashed line of the chart is the share of all; with periods, its bars are "
     "of the last one.",
     "时间按 crm-ticket 所用的单位与时钟，通常为小时。已完成者的中位数不计仍在等待者；全部的中位数（Kaplan–Meier）"
     "计入。上下限为 95% 区间。图中虚线为全部的超时率；分期时，条形为最近一期。"},
    {"Backlog", "积压"},
    {"Opened", "新建"},
    {"Open at the end", "期末未结"},
    {"Median of their ages", "未结时长中位数"},
    {"Nine of ten younger than", "九成未结短于"},
    {"In %.*s %.*s tickets were opened and %.*s resolved; %.*s were open at its end.",
     "%.*s 新建工单 %.*s 件，解决 %.*s 件；期末未结 %.*s 件。"},
    {"Tickets opened, resolved and open at the end, by period, %.*s to %.*s; the table has the numbers.",
     "各期新建、解决与期末未结的工单，%.*s 至 %.*s；数值见表。"},
    {"Ages of the open tickets in the unit and by the clock that crm-ticket was asked for, hours as a rule.",
     "未结时长按 crm-ticket 所用的单位与时钟，通常为小时。"},
    {"Causes", "原因"},
    {"Cause", "原因类别"},
    {"(none)", "（无）"},
    {"Share", "占比"},
    {"Together", "累计占比"},
    {"Come again", "重复率"},
    {"Median until resolved", "解决时间中位数"},
    {"Per 1,000 orders", "每千单"},
    {"The most frequent cause, %.*s, makes up %.*s of the tickets; %zu of %zu causes make up %.*s.",
     "最常见的原因“%.*s”占工单的 %.*s；前 %zu 类（共 %zu 类）合计 %.*s。"},
    {"Causes, the most frequent first, with the sum of their shares:", "各原因由多到少，及累计占比："},
    {"Share of tickets (bars), and of these causes together (line)", "占工单的比例（条形）与累计占比（折线）"},
    {"Together: the share of this cause and those above it. Come again: tickets that followed another one of "
     "the same customer. Times in the unit and by the clock that crm-ticket was asked for, hours as a rule.",
     "累计占比：本类及以上各类合计。重复率：同一客户再次提出的工单占比。时间按 crm-ticket 所用的单位与时钟，通常为小时。"},
    {"Control charts", "控制图"},
    {"Control chart: %.*s", "控制图：%.*s"},
    {"Control chart of %.*s; signals:", "%.*s 的控制图；异常："},
    {"none", "无"},
    {"Number", "数量"},
    {"Centre", "中心线"},
    {"Control limits", "控制限"},
    {"Signal", "异常"},
    {"above the upper limit", "高于上限"},
    {"below the lower limit", "低于下限"},
    {"eight or more in a row above the centre", "连续八期或更多高于中心线"},
    {"eight or more in a row below the centre", "连续八期或更多低于中心线"},
    {"above the upper limit, in a row of eight or more", "高于上限，且连续八期或更多在同侧"},
    {"below the lower limit, in a row of eight or more", "低于下限，且连续八期或更多在同侧"},
    {"Periods unlike the others", "异常的期间"},
    {"Periods unlike the others: %.*s (%.*s).", "异常的期间共 %.*s 个（%.*s）。"},
    {"Periods unlike the others: %.*s, such as %.*s.", "异常的期间共 %.*s 个，例如 %.*s。"},
    {"No period is unlike the others: chance alone explains how they differ.",
     "没有异常的期间：各期差异仅凭偶然即可解释。"},
    {"Limits are 3 standard deviations from the centre: within them chance alone may keep a period. A signal "
     "is a period beyond a limit, or the eighth in a row on one side of the centre and those that follow "
     "there.",
     "控制限距中心线 3 个标准差：其内的波动可出于偶然。异常为超出控制限的期间，或连续位于中心线同侧的第八期及其后各期。"},
    {"The report has %d of %zu control charts; signals are of all.",
     "报告只含 %d 张控制图（共 %zu 张）；异常列表包含全部。"},
    {"Without gnuplot there are no charts; the tables have the numbers.",
     "未能使用 gnuplot，因此没有图表；数值见表。"},
};

/* Where each text stands in the table; of two the first. Labels are asked for row by row. */
static struct map english_at, chinese_at;

static void note(struct map *map, const char *text, size_t at)
{
    bool fresh;
    uint32_t *place = map_put(map, str_of(text), &fresh);
    if (fresh) {
        *place = (uint32_t)at;
    }
}

static void index_table(void)
{
    for (size_t i = 0; i < COUNT_OF(table); i++) {
        note(&english_at, table[i].en, i);
        note(&chinese_at, table[i].zh, i);
    }
}

static const uint32_t *find(const struct map *map, struct str text)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, index_table);
    return map_find(map, text);
}

struct str words_chinese(struct str english)
{
    const uint32_t *at = find(&english_at, english);
    return at ? str_of(table[*at].zh) : english;
}

const char *words(enum words_language language, const char *english)
{
    return language == WORDS_ZH ? words_chinese(str_of(english)).p : english;
}

struct str words_english(struct str label)
{
    const uint32_t *at = label.n > 0 ? find(&chinese_at, label) : NULL;
    return at ? str_of(table[*at].en) : label;
}
