// Runs a program that may only read: the system ends it with SIGSYS at the first call, whoever makes it,
// that would make, open for writing, rename, remove or change a file. What is open already may be written
// to: the program's output.
//
//   read_only COMMAND [ARGUMENT]...
//
// Exit status 125 where the system takes no such filter.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#define ARCHITECTURE 0
#endif

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define ANSWER(action) BPF_STMT(BPF_RET | BPF_K, action)
// Lets what follows, an answer, be given only where the loaded number has this value, or one of these bits.
#define WHERE(value) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1)
#define WHERE_ANY(bits) BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, bits, 0, 1)

#define REFUSE(name) WHERE(SYS_##name), ANSWER(SECCOMP_RET_KILL_PROCESS)
// As on a system that does not have the call, which there is another for.
#define LACK(name) WHERE(SYS_##name), ANSWER(SECCOMP_RET_ERRNO | ENOSYS)
#define WRITING (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY))
// The flags of a call that opens are its argument of this number; the low half stands first.
#define OPENING(name, number) \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##name, 0, 4), LOAD(args[number]), WHERE_ANY(WRITING), \
      ANSWER(SECCOMP_RET_KILL_PROCESS), ANSWER(SECCOMP_RET_ALLOW)

static struct sock_filter filter[] = {
    LOAD(arch),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
    ANSWER(SECCOMP_RET_KILL_PROCESS),
    LOAD(nr),
    OPENING(openat, 2),
#ifdef SYS_open
    OPENING(open, 1),
    REFUSE(creat),
    REFUSE(mkdir),
    REFUSE(rmdir),
    REFUSE(mknod),
    REFUSE(link),
    REFUSE(symlink),
    REFUSE(unlink),
    REFUSE(rename),
    REFUSE(chmod),
    REFUSE(chown),
    REFUSE(lchown),
    REFUSE(utime),
    REFUSE(utimes),
    REFUSE(futimesat),
#endif
    REFUSE(mkdirat),
    REFUSE(mknodat),
    REFUSE(linkat),
    REFUSE(symlinkat),
    REFUSE(unlinkat),
#ifdef SYS_renameat
    REFUSE(renameat),
#endif
    REFUSE(renameat2),
    REFUSE(truncate),
    REFUSE(fallocate),
    REFUSE(fchmod),
    REFUSE(fchmodat),
    REFUSE(fchown),
    REFUSE(fchownat),
    REFUSE(utimensat),
    REFUSE(setxattr),
    REFUSE(lsetxattr),
    REFUSE(fsetxattr),
    REFUSE(mount),
    LACK(openat2),
    LACK(io_uring_setup),
    ANSWER(SECCOMP_RET_ALLOW),
};

int main(int count, char **words) {
  struct sock_fprog program = {sizeof filter / sizeof *filter, filter};
  if (count < 2) {
    fprintf(stderr, "usage: read_only COMMAND [ARGUMENT]...\n");
    return 125;
  }
  if (!ARCHITECTURE || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) ||
      prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program)) {
    perror("read_only");
    return 125;
  }
  execvp(words[1], words + 1);
  perror(words[1]);
  return 125;
}
