/*
 * lanes.h - four doubles at once: what sums over many histories are made of.
 *
 *     LANES_INLINE lanes work(...)                        generic code
 *     static double plain(...) { ... work() ... }         compiled for every processor
 *     LANES_WIDE static double wide(...) { ... work() ... }  and for those with registers for four
 *     (lanes_wide() ? wide : plain)(...)
 *
 * Written in the compiler's own vectors: +, -, *, / and comparisons are by lane. Both of the above
 * give the same bits, for nothing is used that one of them would round otherwise; and what is in a
 * lane does not depend on its neighbours. All of it is inlined: how a compiler would pass such a vector
 * to a function (-Wpsabi) does not matter.
 *
 * exp and expm1 are within 6e-16 of their value, log of it or of 1, where it is smaller, in the range
 * that is said; there is no check of it.
 */
#ifndef CRM_LANES_H
#define CRM_LANES_H

#include "base/base.h"

#define LANES 4
#define LANES_INLINE static inline __attribute__((always_inline, unused))

#if defined(__x86_64__) && !defined(CRM_PORTABLE) && !defined(CRM_SSE2)
#define LANES_WIDE __attribute__((target("avx2")))
#define lanes_wide() __builtin_cpu_supports("avx2")
#else
#define LANES_WIDE
#define lanes_wide() false
#endif

typedef double lanes __attribute__((vector_size(8 * LANES)));
typedef int64_t lanes_mask __attribute__((vector_size(8 * LANES))); /* by lane: all bits or none */
typedef uint64_t lanes_bits __attribute__((vector_size(8 * LANES)));

LANES_INLINE lanes lanes_all(double value)
{
    return (lanes){value, value, value, value};
}

LANES_INLINE lanes lanes_load(const double *from)
{
    lanes x;
    memcpy(&x, from, sizeof x);
    return x;
}

LANES_INLINE void lanes_store(double *to, lanes x)
{
    memcpy(to, &x, sizeof x);
}

LANES_INLINE double lanes_sum(lanes x)
{
    return (x[0] + x[1]) + (x[2] + x[3]);
}

LANES_INLINE double lanes_most(lanes x)
{
    double a = x[0] > x[1] ? x[0] : x[1], b = x[2] > x[3] ? x[2] : x[3];
    return a > b ? a : b;
}

LANES_INLINE lanes lanes_if(lanes_mask which, lanes yes, lanes no)
{
    return (lanes)((which & (lanes_mask)yes) | (~which & (lanes_mask)no));
}

LANES_INLINE lanes lanes_min(lanes a, lanes b)
{
    return lanes_if(a < b, a, b);
}

LANES_INLINE lanes lanes_max(lanes a, lanes b)
{
    return lanes_if(a > b, a, b);
}

/*
 * x = n ln 2 + rest, |rest| <= ln 2 / 2: 2^n, and e^rest - 1 by its series to rest^13. Adding 1.5 x
 * 2^52 rounds to a whole number and leaves it in the low bits.
 */
LANES_INLINE lanes lanes_split_exp(lanes x, lanes *power)
{
    const double shift = 0x1.8p52;
    lanes shifted = x * 0x1.71547652b82fep0 + shift;
    lanes n = shifted - shift;
    lanes r = (x - n * 0x1.62e42fefa3800p-1) - n * 0x1.ef35793c76730p-45;
    lanes r2 = r * r, r4 = r2 * r2;
    lanes low = (1 / 2. + r * (1 / 6.)) + (1 / 24. + r * (1 / 120.)) * r2;
    lanes middle = (1 / 720. + r * (1 / 5040.)) + (1 / 40320. + r * (1 / 362880.)) * r2;
    lanes high = (1 / 3628800. + r * (1 / 39916800.)) +
                 (1 / 479001600. + r * (1 / 6227020800.)) * r2;
    *power = (lanes)(((lanes_bits)shifted << 52) + (lanes_bits)lanes_all(1));
    return r + r2 * (low + (middle + high * r4) * r4);
}

/* -708 <= x <= 709; below it is that of -708. */
LANES_INLINE lanes lanes_exp(lanes x)
{
    lanes power, rest = lanes_split_exp(lanes_max(x, lanes_all(-708)), &power);
    return power + power * rest;
}

/* e^x - 1, -708 <= x <= 709. */
LANES_INLINE lanes lanes_expm1(lanes x)
{
    lanes power, rest = lanes_split_exp(x, &power);
    return power * rest + (power - 1);
}

/*
 * x a positive number, not below 2^-1022. x = 2^n m, m between the roots of 1/2 and 2; ln m =
 * 2 artanh((m - 1) / (m + 1)) by its series.
 */
LANES_INLINE lanes lanes_log(lanes x)
{
    const uint64_t root = 0x3fe6a09e667f3bcdu, one = 0x3ff0000000000000u;
    lanes_bits bits = (lanes_bits)x;
    lanes_bits n = (bits + (one - root)) >> 52; /* 1023 more than n */
    lanes m = (lanes)(bits - (n << 52) + one);
    lanes exponent = (lanes)(n | 0x4330000000000000u) - (0x1p52 + 1023);
    lanes s = (m - 1) / (m + 1);
    lanes z = s * s, z2 = z * z, z4 = z2 * z2;
    lanes low = (1 / 3. + z * (1 / 5.)) + (1 / 7. + z * (1 / 9.)) * z2;
    lanes high = (1 / 11. + z * (1 / 13.)) + (1 / 15. + z * (1 / 17.)) * z2;
    lanes series = low + (high + z4 * (1 / 19.)) * z4;
    lanes twice = s + s;
    return exponent * 0x1.62e42fefa3800p-1 +
           (twice + (twice * z * series + exponent * 0x1.ef35793c76730p-45));
}

#endif
