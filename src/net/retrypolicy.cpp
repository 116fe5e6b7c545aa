#include "net/retrypolicy.h"
