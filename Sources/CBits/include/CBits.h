#pragma once
#include <stddef.h>
#include <stdint.h>

// What Swift's vectors cannot say: compares as bits of a number, a prefetch, carry-less products.

/// Which of 64 bytes are a tab or a line feed, and which are a line feed: bit k for byte k.
typedef struct {
    uint64_t all;
    uint64_t feeds;
} cbits_separators_t;

/// Swift's `SIMD16<UInt8>`.
typedef uint8_t cbits_16_t __attribute__((ext_vector_type(16)));

#if defined(__SSE2__)
#include <emmintrin.h>

static inline cbits_separators_t cbits_separators(const uint8_t *bytes) {
    const __m128i tab = _mm_set1_epi8('\t'), feed = _mm_set1_epi8('\n');
    cbits_separators_t found = {0, 0};
    for (int part = 0; part < 4; part++) {
        __m128i some = _mm_loadu_si128((const __m128i *)(bytes + 16 * part));
        __m128i feeds = _mm_cmpeq_epi8(some, feed);
        __m128i all = _mm_or_si128(feeds, _mm_cmpeq_epi8(some, tab));
        found.all |= (uint64_t)(uint32_t)_mm_movemask_epi8(all) << (16 * part);
        found.feeds |= (uint64_t)(uint32_t)_mm_movemask_epi8(feeds) << (16 * part);
    }
    return found;
}

/// Which of 16 bytes are `one` or `two`: bit k for byte k.
static inline uint32_t cbits_matches(const uint8_t *bytes, uint8_t one, uint8_t two) {
    __m128i some = _mm_loadu_si128((const __m128i *)bytes);
    __m128i ones = _mm_cmpeq_epi8(some, _mm_set1_epi8((char)one));
    __m128i twos = _mm_cmpeq_epi8(some, _mm_set1_epi8((char)two));
    return (uint32_t)_mm_movemask_epi8(_mm_or_si128(ones, twos));
}

/// The highest bit of each lane: bit k for lane k.
static inline uint32_t cbits_high_bits(cbits_16_t lanes) {
    return (uint32_t)_mm_movemask_epi8((__m128i)lanes);
}
#else
static inline cbits_separators_t cbits_separators(const uint8_t *bytes) {
    cbits_separators_t found = {0, 0};
    for (int at = 0; at < 64; at++) {
        found.all |= (uint64_t)(bytes[at] == '\t' || bytes[at] == '\n') << at;
        found.feeds |= (uint64_t)(bytes[at] == '\n') << at;
    }
    return found;
}

static inline uint32_t cbits_matches(const uint8_t *bytes, uint8_t one, uint8_t two) {
    uint32_t found = 0;
    for (int at = 0; at < 16; at++) found |= (uint32_t)(bytes[at] == one || bytes[at] == two) << at;
    return found;
}

static inline uint32_t cbits_high_bits(cbits_16_t lanes) {
    uint32_t found = 0;
    for (int at = 0; at < 16; at++) found |= (uint32_t)(lanes[at] >> 7) << at;
    return found;
}
#endif

/// Which of 64 bytes are `one` or `two`: bit k for byte k.
static inline uint64_t cbits_matches_64(const uint8_t *bytes, uint8_t one, uint8_t two) {
    uint64_t found = 0;
    for (int part = 0; part < 4; part++)
        found |= (uint64_t)cbits_matches(bytes + 16 * part, one, two) << (16 * part);
    return found;
}

/// Asks for the memory at `address`, which need not be there, before it is read.
static inline void cbits_prefetch(const void *address) { __builtin_prefetch(address); }

/// Whether this machine has the instruction that `cbits_fold` needs.
int cbits_can_fold(void);

/// Writes 16 bytes that have, from the CRC-32 register 0 on, the checksum that the `count` bytes have from
/// the register `state` on. `count` is a multiple of 16 and at least 64.
void cbits_fold(uint32_t state, const uint8_t *bytes, size_t count, uint8_t *folded);
