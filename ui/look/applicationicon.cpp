#include "ui/look/applicationicon.h"

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

QIcon iconOf(std::initializer_list<int> sizes)
{
    QIcon icon;
    for (const int size : sizes)
        icon.addFile(u":/application/%1.png"_s.arg(size), {size, size});
    return icon;
}

} // namespace

QIcon applicationIcon()
{
    return iconOf({16, 24, 32, 48, 64, 128, 256, 512});
}

QIcon windowIcon()
{
    return iconOf({16, 24, 32, 48, 64, 128});
}

} // namespace Ui
