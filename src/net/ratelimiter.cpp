#include "net/ratelimiter.h"
