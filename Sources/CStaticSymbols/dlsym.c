// swift-subprocess asks `dlsym` whether `posix_spawn` can change the folder and close all files. A static
// executable has no table of symbols to look in, so it would fork each time instead, and copy the page tables
// of the whole tool. The release is linked with `--wrap=dlsym`, and this answers for the two.

#ifdef __linux__

#define _GNU_SOURCE
#include <dlfcn.h>
#include <spawn.h>
#include <string.h>

// Weak, since it is there only where the linker wraps.
__attribute__((weak)) void *__real_dlsym(void *handle, const char *name);

void *__wrap_dlsym(void *handle, const char *name) {
  if (strcmp(name, "posix_spawn_file_actions_addclosefrom_np") == 0)
    return (void *)posix_spawn_file_actions_addclosefrom_np;
  if (strcmp(name, "posix_spawn_file_actions_addfchdir_np") == 0)
    return (void *)posix_spawn_file_actions_addfchdir_np;
  return __real_dlsym ? __real_dlsym(handle, name) : NULL;
}

#endif
