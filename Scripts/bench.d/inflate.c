/* The floor: zlib inflate of gzip files, 64 KB in, 1 MB out, nothing else. Prints the bytes. */
#include <stdio.h>
#include <string.h>
#include <zlib.h>

static unsigned char in[64 << 10], out[1 << 20];

static int inflate_file(const char *path, unsigned long long *total) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) return 1;
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    if (inflateInit2(&stream, 15 + 16) != Z_OK) return 1;
    int status = Z_OK;
    size_t count;
    while (status != Z_STREAM_END && (count = fread(in, 1, sizeof in, file)) > 0) {
        stream.next_in = in;
        stream.avail_in = (unsigned)count;
        do {
            stream.next_out = out;
            stream.avail_out = sizeof out;
            status = inflate(&stream, Z_NO_FLUSH);
            if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) return 1;
            *total += sizeof out - stream.avail_out;
        } while (stream.avail_out == 0 && status != Z_STREAM_END);
    }
    inflateEnd(&stream);
    fclose(file);
    return status == Z_STREAM_END ? 0 : 1;
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
