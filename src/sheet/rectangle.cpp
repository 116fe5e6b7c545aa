#include "sheet/rectangle.h"
