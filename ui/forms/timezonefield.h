#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace Ui {

// A time zone by its IANA ID, searched by any part of it, with its difference from UTC.
class TimeZoneField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimeZoneField)

public:
    explicit TimeZoneField(QWidget *parent = nullptr);

    [[nodiscard]] static QString here(); // that of this computer

    void setTimeZone(const QString &id); // emits nothing
    [[nodiscard]] QString timeZone() const;
    [[nodiscard]] QLineEdit *field() const { return m_id; } // for a label

Q_SIGNALS:
    void edited(); // by the user

private:
    void showOffset();

    QLineEdit *m_id;
    QLabel *m_offset;
};

} // namespace Ui
