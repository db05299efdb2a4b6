#ifndef POLKU_CZLIB_SHIM_H
#define POLKU_CZLIB_SHIM_H
#include <zlib.h>
#endif
