#include "sheet/celltyping.h"
