#include "net/weborigin.h"
