/* Makes system calls fail or come short, as the environment says:
 *
 *   FAULTS_SHORT=SEED     read, pread, write and pwrite move 1 to 7 bytes a call
 *   FAULTS_EINTR=K        every Kth read, pread, write, pwrite, fsync and poll is interrupted
 *   FAULTS_KILL_WRITE=N   the Nth write is not done: SIGKILL
 *   FAULTS_THREADS=N      no thread is created after the first N
 *   FAULTS_WRITE_AGAIN=K  every Kth write says that it would block
 *   FAULTS_CLOCK=T        the clock stands at T seconds when the program starts, and runs 1,000 times too fast
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static atomic_ulong calls, writes, threads, state;

static unsigned long setting(const char *name) {
    const char *text = getenv(name);
    return text ? strtoul(text, NULL, 10) : 0;
}

/* 1 to 7, at most `count`; all of it where short calls are not asked for. */
static size_t shortened(size_t count) {
    unsigned long seed = setting("FAULTS_SHORT");
    if (!seed || count == 0) return count;
    unsigned long next = atomic_fetch_add(&state, 0x9E3779B97F4A7C15ul) + seed;
    next = (next ^ (next >> 30)) * 0xBF58476D1CE4E5B9ul;
    size_t room = (next >> 40) % 7 + 1;
    return room < count ? room : count;
}

static int interrupted(void) {
    unsigned long step = setting("FAULTS_EINTR");
    if (!step || (atomic_fetch_add(&calls, 1) + 1) % step != 0) return 0;
    errno = EINTR;
    return 1;
}

#define REAL(name) \
    static __typeof__(name) *real; \
    if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

ssize_t read(int file, void *bytes, size_t count) {
    REAL(read);
    return interrupted() ? -1 : real(file, bytes, shortened(count));
}

ssize_t pread(int file, void *bytes, size_t count, off_t offset) {
    REAL(pread);
    return interrupted() ? -1 : real(file, bytes, shortened(count), offset);
}

ssize_t write(int file, const void *bytes, size_t count) {
    REAL(write);
    unsigned long number = atomic_fetch_add(&writes, 1) + 1;
    unsigned long again = setting("FAULTS_WRITE_AGAIN");
    if (number == setting("FAULTS_KILL_WRITE")) kill(getpid(), SIGKILL);
    if (again && number % again == 0) {
        errno = EAGAIN;
        return -1;
    }
    return interrupted() ? -1 : real(file, bytes, shortened(count));
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
    REAL(pwrite);
    return interrupted() ? -1 : real(file, bytes, shortened(count), offset);
}

int fsync(int file) {
    REAL(fsync);
    return interrupted() ? -1 : real(file);
}

int poll(struct pollfd *files, nfds_t count, int limit) {
    REAL(poll);
    return interrupted() ? -1 : real(files, count, limit);
}

int pthread_create(
    pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument) {
    REAL(pthread_create);
    const char *limit = getenv("FAULTS_THREADS");
    if (limit && atomic_fetch_add(&threads, 1) >= strtoul(limit, NULL, 10)) return EAGAIN;
    return real(thread, attributes, start, argument);
}

int clock_gettime(clockid_t clock, struct timespec *moment) {
    REAL(clock_gettime);
    static struct timespec first;
    int code = real(clock, moment);
    unsigned long start = setting("FAULTS_CLOCK");
    if (code != 0 || !start || clock != CLOCK_REALTIME) return code;
    if (!first.tv_sec) first = *moment;
    long passed = (moment->tv_sec - first.tv_sec) * 1000000000L + moment->tv_nsec - first.tv_nsec;
    moment->tv_sec = start + passed / 1000000;
    moment->tv_nsec = passed % 1000000 * 1000;
    return 0;
}
