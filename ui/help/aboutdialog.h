#pragma once

#include <QDialog>

namespace Ui {

// A part of the program that others have written.
struct ForeignPart
{
    QString name;
    QString licence;
    QString use;
};

[[nodiscard]] QList<ForeignPart> foreignParts();

// The program's version and licence, and the parts of others with theirs.
class AboutDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AboutDialog)

public:
    explicit AboutDialog(QWidget *parent = nullptr);
};

} // namespace Ui
