#include "ui/look/applicationicon.h"

using namespace Qt::StringLiterals;

namespace Ui {

QIcon applicationIcon()
{
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256, 512})
        icon.addFile(u":/application/%1.png"_s.arg(size), {size, size});
    return icon;
}

} // namespace Ui
