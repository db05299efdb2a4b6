/* The floor with ISA-L: inflate of gzip files, 64 KB in, 1 MB out, nothing else. Prints the bytes. */
#include <isa-l/igzip_lib.h>
#include <stdio.h>

static unsigned char in[64 << 10], out[1 << 20];
static struct inflate_state state;

static int inflate_file(const char *path, unsigned long long *total) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) return 1;
    isal_inflate_init(&state);
    state.crc_flag = ISAL_GZIP;
    size_t count;
    while (state.block_state != ISAL_BLOCK_FINISH && (count = fread(in, 1, sizeof in, file)) > 0) {
        state.next_in = in;
        state.avail_in = (unsigned)count;
        do {
            state.next_out = out;
            state.avail_out = sizeof out;
            if (isal_inflate(&state) != ISAL_DECOMP_OK) return 1;
            *total += sizeof out - state.avail_out;
        } while (state.avail_out == 0 && state.block_state != ISAL_BLOCK_FINISH);
    }
    fclose(file);
    return state.block_state == ISAL_BLOCK_FINISH ? 0 : 1;
}

int main(int count, char **paths) {
    unsigned long long total = 0;
    for (int number = 1; number < count; number++)
        if (inflate_file(paths[number], &total) != 0) {
            fprintf(stderr, "inflate: %s\n", paths[number]);
            return 1;
        }
    printf("%llu\n", total);
    return 0;
}
