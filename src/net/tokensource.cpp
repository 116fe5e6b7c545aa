#include "net/tokensource.h"
