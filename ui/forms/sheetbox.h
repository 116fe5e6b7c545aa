#pragma once

#include "setup/catalogue.h"

#include <QComboBox>

namespace Ui {

// Shows the tree of a spreadsheet's sheets while it is open, and the whole path of the chosen one. A path that is too
// long loses its front.
class SheetBox : public QComboBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SheetBox)

public:
    using QComboBox::QComboBox;

    void addSheet(const Setup::SheetInfo &sheet);

protected:
    void initStyleOption(QStyleOptionComboBox *option) const override;
};

} // namespace Ui
