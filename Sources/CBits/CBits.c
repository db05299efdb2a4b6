#include "CBits.h"

// Folding as in V. Gopal and others, "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ
// Instruction", Intel, 2009: lanes of 128 bits are moved on by two products each, not bit by bit.
#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

int cbits_can_fold(void) {
    unsigned int a, b, c, d;
    return __get_cpuid(1, &a, &b, &c, &d) && (c & bit_PCLMUL) != 0;
}

// Moves `lane` on by the distance that `constants` are for, and adds `next`.
__attribute__((target("pclmul"))) static inline __m128i moved(
    __m128i lane, __m128i constants, __m128i next) {
    __m128i low = _mm_clmulepi64_si128(lane, constants, 0x00);
    __m128i high = _mm_clmulepi64_si128(lane, constants, 0x11);
    return _mm_xor_si128(_mm_xor_si128(low, high), next);
}

__attribute__((target("pclmul"))) void cbits_fold(
    uint32_t state, const uint8_t *bytes, size_t count, uint8_t *folded) {
    // For distances of 64 and 16 bytes: powers of x modulo the polynomial of CRC-32, bits reversed.
    const __m128i by64 = _mm_set_epi64x(0x01c6e41596, 0x0154442bd4);
    const __m128i by16 = _mm_set_epi64x(0x00ccaa009e, 0x01751997d0);
    const __m128i *next = (const __m128i *)bytes, *end = next + count / 16;
    __m128i lanes[4];
    for (int index = 0; index < 4; index++) lanes[index] = _mm_loadu_si128(next++);
    lanes[0] = _mm_xor_si128(lanes[0], _mm_cvtsi32_si128((int)state));
    for (; end - next >= 4; next += 4)
        for (int index = 0; index < 4; index++)
            lanes[index] = moved(lanes[index], by64, _mm_loadu_si128(next + index));
    for (int index = 1; index < 4; index++) lanes[0] = moved(lanes[0], by16, lanes[index]);
    for (; next < end; next++) lanes[0] = moved(lanes[0], by16, _mm_loadu_si128(next));
    _mm_storeu_si128((__m128i *)folded, lanes[0]);
}
#else
int cbits_can_fold(void) { return 0; }

void cbits_fold(uint32_t state, const uint8_t *bytes, size_t count, uint8_t *folded) {
    (void)state, (void)bytes, (void)count, (void)folded;
}
#endif
