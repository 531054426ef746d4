#include "base/base.h"

#include "base/mem.h"
#include "rules/guard.h"

enum token_kind { TOKEN_NAME, TOKEN_NUMBER, TOKEN_STRING, TOKEN_OPERATOR, TOKEN_OTHER };

struct token {
    enum token_kind kind;
    struct str text; /* as it stands; names in quotes with them */
};

static bool is_name_start(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (unsigned char)c >= 0x80;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Behind a quoted text that begins at i; a doubled quote stays inside. */
static size_t skip_quoted(struct str sql, size_t i, char close)
{
    for (i++; i < sql.n; i++) {
        if (sql.p[i] == close) {
            if (i + 1 < sql.n && sql.p[i + 1] == close && close != ']') {
                i++;
                continue;
            }
            return i + 1;
        }
    }
    return sql.n;
}

static size_t skip_comment(struct str sql, size_t i)
{
    if (sql.p[i] == '-') {
        return i + str_find(str_slice(sql, i, sql.n), S("\n"));
    }
    size_t end = i + 2 + str_find(str_slice(sql, i + 2, sql.n), S("*/"));
    return end + 2 < sql.n ? end + 2 : sql.n;
}

static size_t skip_number(struct str sql, size_t i)
{
    for (; i < sql.n; i++) {
        char c = sql.p[i];
        bool sign = (c == '+' || c == '-') && (sql.p[i - 1] == 'e' || sql.p[i - 1] == 'E');
        if (!is_digit(c) && c != '.' && c != 'e' && c != 'E' && !sign) {
            break;
        }
    }
    return i;
}

static size_t operator_length(struct str rest)
{
    static const char *const operators[] = {"<=", ">=", "<>", "!=", "==", "<", ">",
                                            "=",  "+",  "-",  "*",  "/", "%"};
    for (size_t i = 0; i < COUNT_OF(operators); i++) {
        if (str_starts(rest, str_of(operators[i]))) {
            return strlen(operators[i]);
        }
    }
    return 0;
}

static bool begins_comment(struct str rest)
{
    return str_starts(rest, S("--")) || str_starts(rest, S("/*"));
}

/* The token at i; blanks and comments are OTHER and keep their text. */
static struct token token_at(struct str sql, size_t i)
{
    struct str rest = str_slice(sql, i, sql.n);
    char c = rest.p[0];
    size_t end = i + 1;
    enum token_kind kind = TOKEN_OTHER;
    if (c == '\'') {
        kind = TOKEN_STRING;
        end = skip_quoted(sql, i, '\'');
    } else if (c == '"' || c == '`' || c == '[') {
        kind = TOKEN_NAME;
        end = skip_quoted(sql, i, c == '[' ? ']' : c);
    } else if (begins_comment(rest)) {
        end = skip_comment(sql, i);
    } else if (is_digit(c) || (c == '.' && rest.n > 1 && is_digit(rest.p[1]))) {
        kind = TOKEN_NUMBER;
        end = skip_number(sql, i);
    } else if (is_name_start(c)) {
        kind = TOKEN_NAME;
        while (end < sql.n && (is_name_start(sql.p[end]) || is_digit(sql.p[end]))) {
            end++;
        }
    } else if (operator_length(rest) > 0) {
        kind = TOKEN_OPERATOR;
        end = i + operator_length(rest);
    }
    return (struct token){kind, str_slice(sql, i, end)};
}

static struct token *tokenize(struct str sql, size_t *count)
{
    struct token *tokens = mem_new(sql.n + 1, sizeof *tokens);
    *count = 0;
    for (size_t i = 0; i < sql.n;) {
        tokens[*count] = token_at(sql, i);
        i += tokens[(*count)++].text.n;
    }
    return tokens;
}

static bool is_blank(const struct token *token)
{
    char c = token->text.p[0];
    return token->kind == TOKEN_OTHER &&
           (c == ' ' || c == '\t' || c == '\n' || c == '\r' || begins_comment(token->text));
}

/* The next token in a direction that is no blank, or NULL. */
static const struct token *neighbour(const struct token *tokens, size_t count, size_t at, int step)
{
    for (size_t i = at + (size_t)step; i < count; i += (size_t)step) { /* wraps below 0 */
        if (!is_blank(&tokens[i])) {
            return &tokens[i];
        }
    }
    return NULL;
}

static size_t position(const struct token *tokens, const struct token *token)
{
    return (size_t)(token - tokens);
}

static bool is_word(const struct token *token, const char *word)
{
    return token && token->kind == TOKEN_NAME && str_eq_nocase(token->text, str_of(word));
}

static bool is_sign(const struct token *token, const char *sign)
{
    return token && str_eq(token->text, str_of(sign));
}

/* A name without its quotes; doubled quotes inside are left, for no header of ours needs them. */
static struct str bare(struct str name)
{
    bool quoted = name.n >= 2 && (name.p[0] == '"' || name.p[0] == '`' || name.p[0] == '[');
    return quoted ? str_slice(name, 1, name.n - 1) : name;
}

struct walk {
    const struct token *token;
    size_t count;
    enum guard_column (*column)(void *context, struct str name);
    void *context;
};

static const struct token *beside(const struct walk *w, const struct token *token, int step)
{
    return neighbour(w->token, w->count, position(w->token, token), step);
}

/* The operand beyond the operator that begins at `op`, its signs and opening brackets passed
 * over. */
static const struct token *operand(const struct walk *w, const struct token *op, int step)
{
    const struct token *next = beside(w, op, step);
    const char *bracket = step > 0 ? "(" : ")";
    while (next && (is_sign(next, bracket) ||
                    (step > 0 && (is_sign(next, "-") || is_sign(next, "+"))))) {
        next = beside(w, next, step);
    }
    /* Of t.amount the last part says what it is. */
    const struct token *dot = next && step > 0 ? beside(w, next, 1) : NULL;
    return is_sign(dot, ".") ? beside(w, dot, 1) : next;
}

/* What stands on the far side of the operator beside the tokens from..to: "number", "text" or
 * NULL. */
static const char *beyond(const struct walk *w, size_t at, int step)
{
    const struct token *op = neighbour(w->token, w->count, at, step);
    if (step > 0 && is_word(op, "not")) {
        op = beside(w, op, step);
    }
    bool word = step > 0 && (is_word(op, "between") || is_word(op, "in"));
    if (!op || (op->kind != TOKEN_OPERATOR && !word)) {
        return NULL;
    }
    const struct token *far = operand(w, op, step);
    if (!far) {
        return NULL;
    }
    bool arithmetic = strchr("+-*/%", op->text.p[0]) != NULL;
    bool numeric = far->kind == TOKEN_NUMBER ||
                   (far->kind == TOKEN_NAME &&
                    w->column(w->context, bare(far->text)) == GUARD_NUMERIC);
    return numeric || arithmetic            ? GUARD_NUMBER
           : far->kind == TOKEN_STRING ? GUARD_TEXT
                                       : NULL;
}

/* The last token of a name that may be qualified, t.spend; else the token itself. */
static size_t name_end(const struct walk *w, size_t at)
{
    size_t last = at;
    while (last + 2 < w->count && w->token[last].kind == TOKEN_NAME &&
           is_sign(&w->token[last + 1], ".") && w->token[last + 2].kind == TOKEN_NAME) {
        last += 2;
    }
    return last;
}

/* The function that the name at..last has to pass, or NULL. */
static const char *guard_of(const struct walk *w, size_t at, size_t last)
{
    if (w->token[last].kind != TOKEN_NAME ||
        w->column(w->context, bare(w->token[last].text)) != GUARD_UNKNOWN ||
        is_sign(neighbour(w->token, w->count, last, 1), "(")) { /* a function of that name */
        return NULL;
    }
    const char *after = beyond(w, last, 1);
    return after ? after : beyond(w, at, -1);
}

void guard_sql(struct str sql, enum guard_column (*column)(void *context, struct str name),
               void *context, struct buf *out)
{
    struct walk w = {.column = column, .context = context};
    struct token *tokens = tokenize(sql, &w.count);
    w.token = tokens;
    for (size_t i = 0; i < w.count;) {
        size_t last = name_end(&w, i);
        const char *function = guard_of(&w, i, last);
        if (function) {
            buf_printf(out, "%s(", function);
        }
        for (; i <= last; i++) {
            buf_str(out, tokens[i].text);
        }
        if (function) {
            buf_byte(out, ')');
        }
    }
    free(tokens);
}

void guard_undo(struct str sql, struct buf *out)
{
    size_t count;
    struct token *tokens = tokenize(sql, &count);
    bool inside = false; /* a function of ours, which holds one name */
    for (size_t i = 0; i < count; i++) {
        if (is_word(&tokens[i], GUARD_NUMBER) || is_word(&tokens[i], GUARD_TEXT)) {
            inside = true;
            i++; /* its bracket */
        } else if (inside && is_sign(&tokens[i], ")")) {
            inside = false;
        } else {
            buf_str(out, tokens[i].text);
        }
    }
    free(tokens);
}
