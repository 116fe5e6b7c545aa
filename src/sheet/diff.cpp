#include "sheet/diff.h"
