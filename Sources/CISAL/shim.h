#ifndef POLKU_CISAL_SHIM_H
#define POLKU_CISAL_SHIM_H
#include <isa-l/igzip_lib.h>

/// Whether the block that `state` stands in has a Huffman code that zlib refuses: some bits stand for no
/// symbol. ISA-L reads on until it meets such bits.
///
/// The code that is all ones is the last one, and the one that is not there. The tables are those of
/// ISA-L 2.30: they are looked up by the next bits, a flag says that more bits decide, 0 is no symbol.
/// Were they others, damage would be told of later, and nothing else.
static inline int isal_code_is_incomplete(const struct inflate_state *state)
{
    const uint32_t literal_flag = 1 << 25, literal_length_shift = 26;
    const uint16_t distance_flag = 1 << 10, distance_length_shift = 11;
    const uint32_t literal = state->lit_huff_code.short_code_lookup[(1 << 12) - 1];
    const uint16_t *const distances = state->dist_huff_code.short_code_lookup;
    const uint16_t distance = distances[(1 << 10) - 1];

    if (state->block_state != ISAL_BLOCK_CODED)
        return 0;
    if (literal == 0)
        return 1;
    if (literal & literal_flag) {
        uint32_t last = (literal & 0xFFFF) + (1u << ((literal >> literal_length_shift) - 12)) - 1;
        if (last >= ISAL_HUFF_CODE_LARGE_LONG_ALIGNED || state->lit_huff_code.long_code_lookup[last] == 0)
            return 1;
    }
    if (distance == 0) {
        // No distance at all is allowed, and a single one of one bit.
        int is_single = distances[1] == 0 && distances[2] == distances[0];
        return distances[0] != 0 && !is_single;
    }
    if (distance & distance_flag) {
        uint32_t last = (distance & 0x1FF) + (1u << ((distance >> distance_length_shift) - 10)) - 1;
        if (last >= ISAL_HUFF_CODE_SMALL_LONG_ALIGNED || state->dist_huff_code.long_code_lookup[last] == 0)
            return 1;
    }
    return 0;
}
#endif
