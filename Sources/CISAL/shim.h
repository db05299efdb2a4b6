#ifndef POLKU_CISAL_SHIM_H
#define POLKU_CISAL_SHIM_H
#include <isa-l/igzip_lib.h>
#endif
