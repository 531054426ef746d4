#include "base/base.h"

#include "analysis/service.h"
#include "base/map.h"
#include "value/fold.h"

/*
 * The built-in words, folded as fold_header() does. "Pending" waits for the customer in Zendesk,
 * Freshdesk and GLPI; in Jira "waiting for support" is work to be done.
 */
static const struct {
    const char *words;
    enum policy_status state;
    bool answers;
} vocabulary[] = {
    {"open|opened|new|created|reopened|re opened|unassigned|assigned|accepted|in "
     "progress|processing|"
     "working|escalated|waiting for support|waiting for agent|"
     "新建|已创建|待处理|待受理|待分配|已分配|已派单|已受理|受理中|处理中|进行中|重新打开|已重开",
     POLICY_OPEN, false},
    {"answered|replied|responded|reply|response|first response|first reply|acknowledged|"
     "已回复|已答复|已响应|首次响应|首次回复|首次答复|回复客户",
     POLICY_OPEN, true},
    {"wait|waiting|pending|hold|on hold|suspended|paused|waiting for customer|waiting on customer|"
     "awaiting customer|pending customer|awaiting reply|awaiting your reply|waiting for reply|"
     "waiting on third party|waiting for third party|"
     "等待|等待客户|等待客户回复|待客户回复|待客户确认|等待第三方|挂起|已挂起|暂停",
     POLICY_WAITING, true},
    {"resolved|resolve|solved|done|fixed|complete|completed|resolve ticket|"
     "解决|已解决|已处理|处理完成|已完成",
     POLICY_RESOLVED, true},
    {"closed|close|cancelled|canceled|rejected|invalid|duplicate|archived|"
     "关闭|已关闭|结案|已结案|已完结|已取消|已作废",
     POLICY_CLOSED, true},
};

struct service_words {
    struct map index;
    struct service_word *word;
    bool given; /* which words answer */
    struct map responded;
    struct arena *arena;
};

static void put(struct service_words *w, struct str word, struct service_word meaning,
                size_t *count)
{
    bool fresh;
    uint32_t *at = map_put(&w->index, word, &fresh);
    if (fresh) {
        *at = (uint32_t)(*count)++;
    }
    w->word[*at] = meaning;
}

static size_t count_words(const struct policy_service *policy)
{
    size_t most = policy ? policy->word_count : 0;
    for (size_t i = 0; i < COUNT_OF(vocabulary); i++) {
        most += str_count(str_of(vocabulary[i].words), '|') + 1;
    }
    return most;
}

struct service_words *service_words_new(const struct policy_service *policy,
                                        const struct str *responded, size_t responded_count,
                                        struct arena *arena)
{
    struct service_words *w = arena_alloc(arena, sizeof *w);
    size_t count = 0;
    *w = (struct service_words){.arena = arena, .given = responded_count > 0};
    w->word = arena_alloc(arena, count_words(policy) * sizeof *w->word);
    for (size_t i = 0; i < COUNT_OF(vocabulary); i++) {
        struct service_word meaning = {true, vocabulary[i].state, vocabulary[i].answers};
        for (struct str rest = str_of(vocabulary[i].words); rest.n > 0;) {
            put(w, str_cut(&rest, '|'), meaning, &count);
        }
    }
    for (size_t i = 0; policy && i < policy->word_count; i++) {
        enum policy_status state = policy->word[i].status;
        const uint32_t *at = map_find(&w->index, policy->word[i].word);
        bool answers = at && w->word[*at].state == POLICY_OPEN && w->word[*at].answers;
        put(w, policy->word[i].word,
            (struct service_word){true, state, answers || state != POLICY_OPEN}, &count);
    }
    for (size_t i = 0; i < responded_count; i++) {
        bool fresh;
        map_put(&w->responded, fold_header(arena, responded[i]), &fresh);
    }
    return w;
}

struct service_word service_words_find(const struct service_words *w, struct str word)
{
    struct arena scratch = {0};
    struct str folded = fold_header(&scratch, word);
    const uint32_t *at = map_find(&w->index, folded);
    struct service_word meaning =
        at ? w->word[*at] : (struct service_word){false, POLICY_OPEN, false};
    if (w->given) {
        meaning.answers = map_find(&w->responded, folded) != NULL;
    }
    arena_free(&scratch);
    return meaning;
}

bool service_words_are_given(const struct service_words *w)
{
    return w->given;
}
