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

/* Whether a number stands on the far side of the operator beside a name; a sign may stand before. */
static bool number_beyond(const struct token *tokens, size_t count, size_t at, int step)
{
    const struct token *next = neighbour(tokens, count, at, step);
    if (step > 0 && is_word(next, "not")) {
        next = neighbour(tokens, count, position(tokens, next), step);
    }
    bool between = step > 0 && is_word(next, "between");
    if (!next || (next->kind != TOKEN_OPERATOR && !between)) {
        return false;
    }
    next = neighbour(tokens, count, position(tokens, next), step);
    while (next && step > 0 && next->kind == TOKEN_OPERATOR &&
           (str_eq(next->text, S("-")) || str_eq(next->text, S("+")))) {
        next = neighbour(tokens, count, position(tokens, next), step);
    }
    return next && next->kind == TOKEN_NUMBER;
}

/* A name without its quotes; doubled quotes inside are left, for no header of ours needs them. */
static struct str bare(struct str name)
{
    bool quoted = name.n >= 2 && (name.p[0] == '"' || name.p[0] == '`' || name.p[0] == '[');
    return quoted ? str_slice(name, 1, name.n - 1) : name;
}

/* The last token of a name that may be qualified, t.spend; else the token itself. */
static size_t name_end(const struct token *tokens, size_t count, size_t at)
{
    bool qualified = at + 2 < count && tokens[at].kind == TOKEN_NAME &&
                     str_eq(tokens[at + 1].text, S(".")) && tokens[at + 2].kind == TOKEN_NAME;
    return qualified ? at + 2 : at;
}

void guard_numbers(struct str sql, bool (*unknown)(void *context, struct str name), void *context,
                   struct buf *out)
{
    size_t count;
    struct token *tokens = tokenize(sql, &count);
    for (size_t i = 0; i < count;) {
        size_t last = name_end(tokens, count, i);
        bool guarded = tokens[last].kind == TOKEN_NAME &&
                       unknown(context, bare(tokens[last].text)) &&
                       (number_beyond(tokens, count, last, 1) || number_beyond(tokens, count, i, -1));
        if (guarded) {
            buf_str(out, S(GUARD_FUNCTION "("));
        }
        for (; i <= last; i++) {
            buf_str(out, tokens[i].text);
        }
        if (guarded) {
            buf_byte(out, ')');
        }
    }
    free(tokens);
}
