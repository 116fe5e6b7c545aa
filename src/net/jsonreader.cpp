#include "net/jsonreader.h"
