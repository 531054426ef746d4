#include "base/base.h"

#include <pthread.h>

#include "value/phone_country.h"

/*
 * Where countries share a code, the first row of it answers for the code.
 * Lengths stand only where the plan is known to have no customer's number outside them; a national
 * number shorter than that lacks its area code. A trunk prefix that is not 0 may also begin a
 * number (8 in Russia: 8 812 ... and 812 ...): it is one only in front of a number of full length.
 */
static const struct phone_country countries[] = {
    /* id, code, trunk, international, keeps zero, shortest, longest */

    /* 1: the North American plan, ten digits */
    {"US", "1", "1", "011", false, 10, 10},
    {"CA", "1", "1", "011", false, 10, 10},
    {"AG", "1", "1", "011", false, 10, 10},
    {"AI", "1", "1", "011", false, 10, 10},
    {"AS", "1", "1", "011", false, 10, 10},
    {"BB", "1", "1", "011", false, 10, 10},
    {"BM", "1", "1", "011", false, 10, 10},
    {"BS", "1", "1", "011", false, 10, 10},
    {"DM", "1", "1", "011", false, 10, 10},
    {"DO", "1", "1", "011", false, 10, 10},
    {"GD", "1", "1", "011", false, 10, 10},
    {"GU", "1", "1", "011", false, 10, 10},
    {"JM", "1", "1", "011", false, 10, 10},
    {"KN", "1", "1", "011", false, 10, 10},
    {"KY", "1", "1", "011", false, 10, 10},
    {"LC", "1", "1", "011", false, 10, 10},
    {"MP", "1", "1", "011", false, 10, 10},
    {"MS", "1", "1", "011", false, 10, 10},
    {"PR", "1", "1", "011", false, 10, 10},
    {"SX", "1", "1", "011", false, 10, 10},
    {"TC", "1", "1", "011", false, 10, 10},
    {"TT", "1", "1", "011", false, 10, 10},
    {"UM", "1", "1", "011", false, 10, 10},
    {"VC", "1", "1", "011", false, 10, 10},
    {"VG", "1", "1", "011", false, 10, 10},
    {"VI", "1", "1", "011", false, 10, 10},

    /* 2: Africa, and what lies around it */
    {"EG", "20", "0", "", false, 8, 10},
    {"SS", "211", "0", "", false, 9, 9},
    {"MA", "212", "0", "", false, 9, 9},
    {"EH", "212", "0", "", false, 9, 9},
    {"DZ", "213", "0", "", false, 8, 9},
    {"TN", "216", "", "", false, 8, 8},
    {"LY", "218", "0", "", false, 8, 9},
    {"GM", "220", "", "", false, 7, 7},
    {"SN", "221", "", "", false, 9, 9},
    {"MR", "222", "", "", false, 8, 8},
    {"ML", "223", "", "", false, 8, 8},
    {"GN", "224", "", "", false, 8, 9},
    {"CI", "225", "", "", true, 10, 10},
    {"BF", "226", "", "", false, 8, 8},
    {"NE", "227", "", "", false, 8, 8},
    {"TG", "228", "", "", false, 8, 8},
    {"BJ", "229", "", "", true, 8, 10},
    {"MU", "230", "", "020", false, 7, 8},
    {"LR", "231", "0", "", false, 7, 9},
    {"SL", "232", "0", "", false, 8, 8},
    {"GH", "233", "0", "", false, 8, 9},
    {"NG", "234", "0", "009", false, 7, 11},
    {"TD", "235", "", "", false, 8, 8},
    {"CF", "236", "", "", false, 8, 8},
    {"CM", "237", "", "", false, 8, 9},
    {"CV", "238", "", "", false, 7, 7},
    {"ST", "239", "", "", false, 7, 7},
    {"GQ", "240", "", "", false, 9, 9},
    {"GA", "241", "", "", true, 7, 8},
    {"CG", "242", "", "", true, 9, 9},
    {"CD", "243", "0", "", false, 7, 10},
    {"AO", "244", "", "", false, 9, 9},
    {"GW", "245", "", "", false, 7, 9},
    {"IO", "246", "", "", false, 7, 7},
    {"SC", "248", "", "", false, 7, 7},
    {"SD", "249", "0", "", false, 9, 9},
    {"RW", "250", "0", "", false, 8, 9},
    {"ET", "251", "0", "", false, 9, 9},
    {"SO", "252", "0", "", false, 0, 0},
    {"DJ", "253", "", "", false, 8, 8},
    {"KE", "254", "0", "000", false, 7, 10},
    {"TZ", "255", "0", "000", false, 9, 9},
    {"UG", "256", "0", "000", false, 9, 9},
    {"BI", "257", "", "", false, 8, 8},
    {"MZ", "258", "", "", false, 8, 9},
    {"ZM", "260", "0", "", false, 9, 9},
    {"MG", "261", "0", "", false, 9, 9},
    {"RE", "262", "0", "", false, 9, 9},
    {"YT", "262", "0", "", false, 9, 9},
    {"TF", "262", "0", "", false, 9, 9},
    {"ZW", "263", "0", "", false, 0, 0},
    {"NA", "264", "0", "", false, 8, 10},
    {"MW", "265", "0", "", false, 7, 9},
    {"LS", "266", "", "", false, 8, 8},
    {"BW", "267", "", "", false, 7, 10},
    {"SZ", "268", "", "", false, 8, 9},
    {"KM", "269", "", "", false, 7, 7},
    {"ZA", "27", "0", "", false, 9, 10},
    {"SH", "290", "", "", false, 4, 5},
    {"ER", "291", "0", "", false, 7, 7},
    {"AW", "297", "", "", false, 7, 7},
    {"FO", "298", "", "", false, 6, 6},
    {"GL", "299", "", "", false, 6, 6},

    /* 3 and 4: Europe */
    {"GR", "30", "", "", false, 10, 10},
    {"NL", "31", "0", "", false, 7, 11},
    {"BE", "32", "0", "", false, 8, 9},
    {"FR", "33", "0", "", false, 9, 9},
    {"ES", "34", "", "", false, 9, 9},
    {"GI", "350", "", "", false, 8, 8},
    {"PT", "351", "", "", false, 9, 9},
    {"LU", "352", "", "", false, 4, 11},
    {"IE", "353", "0", "", false, 7, 10},
    {"IS", "354", "", "", false, 7, 9},
    {"AL", "355", "0", "", false, 0, 0},
    {"MT", "356", "", "", false, 8, 8},
    {"CY", "357", "", "", false, 8, 8},
    {"FI", "358", "0", "", false, 0, 0},
    {"AX", "358", "0", "", false, 0, 0},
    {"BG", "359", "0", "", false, 7, 9},
    {"HU", "36", "06", "", false, 8, 9},
    {"LT", "370", "0 8", "", false, 8, 8},
    {"LV", "371", "", "", false, 8, 8},
    {"EE", "372", "", "", false, 7, 10},
    {"MD", "373", "0", "", false, 8, 8},
    {"AM", "374", "0", "", false, 8, 8},
    {"BY", "375", "80 0", "810", false, 9, 9},
    {"AD", "376", "", "", false, 6, 9},
    {"MC", "377", "0", "", false, 8, 9},
    {"SM", "378", "", "", true, 6, 10},
    {"UA", "380", "0", "", false, 9, 10},
    {"RS", "381", "0", "", false, 0, 0},
    {"ME", "382", "0", "", false, 8, 9},
    {"XK", "383", "0", "", false, 8, 9},
    {"HR", "385", "0", "", false, 0, 0},
    {"SI", "386", "0", "", false, 0, 0},
    {"BA", "387", "0", "", false, 8, 9},
    {"MK", "389", "0", "", false, 8, 8},
    {"IT", "39", "", "", true, 6, 11},
    {"VA", "39", "", "", true, 6, 11},
    {"RO", "40", "0", "", false, 9, 9},
    {"CH", "41", "0", "", false, 9, 9},
    {"CZ", "420", "", "", false, 9, 9},
    {"SK", "421", "0", "", false, 9, 9},
    {"LI", "423", "", "", false, 7, 9},
    {"AT", "43", "0", "", false, 0, 0},
    {"GB", "44", "0", "", false, 9, 10},
    {"GG", "44", "0", "", false, 9, 10},
    {"IM", "44", "0", "", false, 9, 10},
    {"JE", "44", "0", "", false, 9, 10},
    {"DK", "45", "", "", false, 8, 8},
    {"SE", "46", "0", "", false, 7, 10},
    {"NO", "47", "", "", false, 5, 8},
    {"SJ", "47", "", "", false, 5, 8},
    {"BV", "47", "", "", false, 5, 8},
    {"PL", "48", "", "", false, 9, 9},
    {"DE", "49", "0", "", false, 0, 0},

    /* 5: Latin America */
    {"FK", "500", "", "", false, 5, 5},
    {"GS", "500", "", "", false, 5, 5},
    {"BZ", "501", "", "", false, 7, 7},
    {"GT", "502", "", "", false, 8, 8},
    {"SV", "503", "", "", false, 8, 8},
    {"HN", "504", "", "", false, 8, 8},
    {"NI", "505", "", "", false, 8, 8},
    {"CR", "506", "", "", false, 8, 8},
    {"PA", "507", "", "", false, 7, 8},
    {"PM", "508", "0", "", false, 6, 9},
    {"HT", "509", "", "", false, 8, 8},
    {"PE", "51", "0", "", false, 8, 9},
    {"MX", "52", "044 045 01", "", false, 10, 11},
    {"CU", "53", "0", "119", false, 0, 0},
    {"AR", "54", "0", "", false, 10, 11},
    {"BR", "55", "0", "", false, 8, 11},
    {"CL", "56", "", "", false, 9, 11},
    {"CO", "57", "0", "009", false, 8, 11},
    {"VE", "58", "0", "", false, 10, 10},
    {"GP", "590", "0", "", false, 9, 9},
    {"BL", "590", "0", "", false, 9, 9},
    {"MF", "590", "0", "", false, 9, 9},
    {"BO", "591", "0", "", false, 8, 8},
    {"GY", "592", "", "001", false, 7, 7},
    {"EC", "593", "0", "", false, 8, 9},
    {"GF", "594", "0", "", false, 9, 9},
    {"PY", "595", "0", "", false, 0, 0},
    {"MQ", "596", "0", "", false, 9, 9},
    {"SR", "597", "", "", false, 6, 7},
    {"UY", "598", "0", "", false, 8, 8},
    {"CW", "599", "", "", false, 7, 8},
    {"BQ", "599", "", "", false, 7, 8},

    /* 6: Southeast Asia and Oceania */
    {"MY", "60", "0", "", false, 8, 10},
    {"AU", "61", "0", "0011", false, 6, 10},
    {"CC", "61", "0", "0011", false, 6, 10},
    {"CX", "61", "0", "0011", false, 6, 10},
    {"ID", "62", "0", "001", false, 0, 0},
    {"PH", "63", "0", "", false, 0, 0},
    {"NZ", "64", "0", "", false, 8, 10},
    {"PN", "64", "0", "", false, 8, 10},
    {"SG", "65", "", "001", false, 8, 11},
    {"TH", "66", "0", "001", false, 8, 10},
    {"TL", "670", "", "", false, 7, 8},
    {"NF", "672", "", "", false, 5, 6},
    {"AQ", "672", "", "", false, 5, 6},
    {"HM", "672", "", "", false, 5, 6},
    {"BN", "673", "", "", false, 7, 7},
    {"NR", "674", "", "", false, 7, 7},
    {"PG", "675", "", "", false, 7, 8},
    {"TO", "676", "", "", false, 5, 7},
    {"SB", "677", "", "", false, 5, 7},
    {"VU", "678", "", "", false, 5, 7},
    {"FJ", "679", "", "", false, 7, 7},
    {"PW", "680", "", "011", false, 7, 7},
    {"WF", "681", "", "", false, 6, 6},
    {"CK", "682", "", "", false, 5, 5},
    {"NU", "683", "", "", false, 4, 7},
    {"WS", "685", "", "0", false, 5, 7},
    {"KI", "686", "", "", false, 5, 8},
    {"NC", "687", "", "", false, 6, 6},
    {"TV", "688", "", "", false, 5, 7},
    {"PF", "689", "", "", false, 6, 8},
    {"TK", "690", "", "", false, 4, 7},
    {"FM", "691", "", "", false, 7, 7},
    {"MH", "692", "1", "011", false, 7, 7},

    /* 7: ten digits */
    {"RU", "7", "8", "810", false, 10, 10},
    {"KZ", "7", "8", "810", false, 10, 10},

    /* 8: East Asia */
    {"JP", "81", "0", "010", false, 9, 10},
    {"KR", "82", "0", "001", false, 8, 11},
    {"VN", "84", "0", "", false, 8, 10},
    {"KP", "850", "0", "", false, 8, 10},
    {"HK", "852", "", "001", false, 8, 9},
    {"MO", "853", "", "", false, 8, 8},
    {"KH", "855", "0", "001", false, 8, 9},
    {"LA", "856", "0", "", false, 8, 10},
    {"CN", "86", "0", "", false, 10, 11},
    {"BD", "880", "0", "", false, 0, 0},
    {"TW", "886", "0", "002", false, 8, 10},

    /* 9: West, South and Central Asia */
    {"TR", "90", "0", "", false, 7, 10},
    {"IN", "91", "0", "", false, 10, 11},
    {"PK", "92", "0", "", false, 8, 11},
    {"AF", "93", "0", "", false, 9, 9},
    {"LK", "94", "0", "", false, 9, 9},
    {"MM", "95", "0", "", false, 0, 0},
    {"MV", "960", "", "", false, 7, 10},
    {"LB", "961", "0", "", false, 7, 8},
    {"JO", "962", "0", "", false, 8, 9},
    {"SY", "963", "0", "", false, 8, 9},
    {"IQ", "964", "0", "", false, 8, 10},
    {"KW", "965", "", "", false, 7, 8},
    {"SA", "966", "0", "", false, 9, 10},
    {"YE", "967", "0", "", false, 7, 9},
    {"OM", "968", "", "", false, 8, 9},
    {"PS", "970", "0", "", false, 8, 10},
    {"AE", "971", "0", "", false, 0, 0},
    {"IL", "972", "0", "", false, 8, 10},
    {"BH", "973", "", "", false, 8, 8},
    {"QA", "974", "", "", false, 7, 8},
    {"BT", "975", "", "", false, 7, 8},
    {"MN", "976", "0", "001", false, 8, 8},
    {"NP", "977", "0", "", false, 8, 10},
    {"IR", "98", "0", "", false, 10, 10},
    {"TJ", "992", "", "810", false, 9, 9},
    {"TM", "993", "8", "810", false, 8, 8},
    {"AZ", "994", "0", "", false, 9, 9},
    {"GE", "995", "0", "", false, 8, 9},
    {"KG", "996", "0", "", false, 9, 9},
    {"UZ", "998", "", "810", false, 9, 9},

    /* Codes of no country: freephone, shared cost, satellites, networks, relief, premium */
    {"", "800", "", "", true, 8, 8},
    {"", "808", "", "", true, 8, 8},
    {"", "870", "", "", true, 0, 0},
    {"", "878", "", "", true, 0, 0},
    {"", "881", "", "", true, 0, 0},
    {"", "882", "", "", true, 0, 0},
    {"", "883", "", "", true, 0, 0},
    {"", "888", "", "", true, 0, 0},
    {"", "979", "", "", true, 9, 9},
};

/* Rows by code, which is at most 999, and by the two letters of the id; plus 1, 0 for none. */
static uint16_t by_code[1000];
static uint16_t by_id[26][26];

static unsigned letter_of(char c)
{
    return (unsigned)((c | 0x20) - 'a');
}

static void index_countries(void)
{
    for (size_t i = COUNT_OF(countries); i-- > 0;) { /* the first row of several stays */
        uint64_t code;
        const char *id = countries[i].id;
        if (str_to_u64(str_of(countries[i].code), &code) && code < COUNT_OF(by_code)) {
            by_code[code] = (uint16_t)(i + 1);
        }
        if (*id) {
            by_id[letter_of(id[0])][letter_of(id[1])] = (uint16_t)(i + 1);
        }
    }
}

static void make_index(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, index_countries);
}

const struct phone_country *phone_country_of(struct str id)
{
    if (id.n != 2 || letter_of(id.p[0]) > 25 || letter_of(id.p[1]) > 25) {
        return NULL;
    }
    make_index();
    uint16_t row = by_id[letter_of(id.p[0])][letter_of(id.p[1])];
    return row > 0 ? &countries[row - 1] : NULL;
}

/* No code begins another, so the first match is the only one; none begins with 0. */
const struct phone_country *phone_country_called(struct str digits)
{
    make_index();
    unsigned code = 0;
    for (size_t i = 0; i < digits.n && i < 3; i++) {
        code = code * 10 + (unsigned)(digits.p[i] - '0');
        if (code == 0 || code >= COUNT_OF(by_code)) {
            return NULL;
        }
        if (by_code[code] > 0) {
            return &countries[by_code[code] - 1];
        }
    }
    return NULL;
}
