#include "sheet/updatemethod.h"

#include <QtGlobal>

namespace Sheet {

Grid compose(UpdateMethod method, Grid source)
{
    switch (method) {
    case UpdateMethod::Replace: return source;
    }
    Q_UNREACHABLE();
}

} // namespace Sheet
