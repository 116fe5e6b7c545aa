#include "ui/look/style.h"

#include "ui/look/emphasis.h"
#include "ui/look/icons.h"
#include "ui/look/palette.h"
#include "ui/look/rounded.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>
#include <tuple>

namespace Ui {

namespace {

constexpr double focusLine = 1.6;

QColor lineColor(const QStyleOption *option)
{
    return option->palette.color(QPalette::Mid);
}

QColor focusColor(const QStyleOption *option)
{
    return option->palette.color(isHighContrast(option->palette) ? QPalette::Highlight : QPalette::Link);
}

// Between two colours; `part` of the second.
QColor mixed(const QColor &one, const QColor &other, double part)
{
    const auto between = [part](float a, float b) { return float(a + (b - a) * part); };
    return QColor::fromRgbF(between(one.redF(), other.redF()), between(one.greenF(), other.greenF()),
                            between(one.blueF(), other.blueF()));
}

bool isOn(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

// What the pointer or a press changes.
QColor touched(const QColor &ground, const QStyleOption *option)
{
    if (!isOn(option, QStyle::State_Enabled))
        return ground;
    const QColor text = option->palette.color(QPalette::WindowText);
    if (isOn(option, QStyle::State_Sunken))
        return mixed(ground, text, 0.14);
    return isOn(option, QStyle::State_MouseOver) ? mixed(ground, text, 0.06) : ground;
}

void paintButton(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool isFlat = button && button->features.testFlag(QStyleOptionButton::Flat);
    const bool isEnabled = isOn(option, QStyle::State_Enabled);
    const bool hasFocus = isOn(option, QStyle::State_HasFocus) && isOn(option, QStyle::State_KeyboardFocusChange);
    RoundedLook look;
    if (isPrimary(qobject_cast<const QAbstractButton *>(widget)) && isEnabled) {
        look.ground = touched(option->palette.color(QPalette::Link), option);
        if (hasFocus)
            look.line = option->palette.color(QPalette::WindowText);
    } else {
        const bool isTouched =
            isEnabled && (isOn(option, QStyle::State_MouseOver) || isOn(option, QStyle::State_Sunken));
        if (!isFlat || isTouched || isOn(option, QStyle::State_On))
            look.ground = touched(option->palette.color(isEnabled ? QPalette::Button : QPalette::Window), option);
        if (!isFlat)
            look.line = lineColor(option);
        if (hasFocus)
            look.line = focusColor(option);
    }
    if (hasFocus)
        look.lineWidth = focusLine;
    paintRounded(painter, option->rect, look);
}

void paintField(const QStyleOption *option, QPainter *painter, bool hasFocus)
{
    const bool isEditable = isOn(option, QStyle::State_Enabled) && !isOn(option, QStyle::State_ReadOnly);
    paintRounded(painter, option->rect,
                 {.ground = option->palette.color(isEditable ? QPalette::Base : QPalette::Window),
                  .line = hasFocus ? focusColor(option) : lineColor(option),
                  .lineWidth = hasFocus ? focusLine : 1});
}

void paintCheckBox(const QStyleOption *option, QPainter *painter, bool isRound)
{
    const bool isChecked = isOn(option, QStyle::State_On) || isOn(option, QStyle::State_NoChange);
    const bool isEnabled = isOn(option, QStyle::State_Enabled);
    const int side = std::min(option->rect.width(), option->rect.height());
    QRect box(0, 0, side, side);
    box.moveCenter(option->rect.center());
    const QColor accent = isEnabled ? option->palette.color(QPalette::Link)
                                    : option->palette.color(QPalette::Disabled, QPalette::WindowText);
    const QColor line = mixed(lineColor(option), option->palette.color(QPalette::WindowText), 0.35);
    paintRounded(painter, box,
                 {.ground = isChecked ? accent : touched(option->palette.color(QPalette::Base), option),
                  .line = isChecked ? accent : line,
                  .radius = isRound ? double(side) / 2 : 4});
    if (!isChecked)
        return;
    const QColor mark = option->palette.color(QPalette::BrightText);
    if (isRound)
        paintRounded(painter, box.adjusted(side / 3, side / 3, -side / 3, -side / 3),
                     {.ground = mark, .radius = double(side) / 6});
    else if (isOn(option, QStyle::State_NoChange)) // some of what it stands for
        paintRounded(painter, QRect(box.left() + side / 4, box.center().y(), side - side / 4 * 2, 2),
                     {.ground = mark, .radius = 1});
    else
        paintIcon(painter, box.adjusted(1, 1, -1, -1), Icon::Check, mark);
}

void paintComboBox(const QStyleOptionComboBox *box, QPainter *painter, const QStyle *style, const QWidget *widget)
{
    const bool hasFocus = isOn(box, QStyle::State_HasFocus);
    paintRounded(painter, box->rect,
                 {.ground = touched(
                      box->palette.color(isOn(box, QStyle::State_Enabled) ? QPalette::Base : QPalette::Window), box),
                  .line = hasFocus ? focusColor(box) : lineColor(box),
                  .lineWidth = hasFocus ? focusLine : 1});
    const QRect arrow = style->subControlRect(QStyle::CC_ComboBox, box, QStyle::SC_ComboBoxArrow, widget);
    const int side = box->fontMetrics.height();
    QRect symbol(0, 0, side, side);
    symbol.moveCenter(arrow.center());
    paintIcon(painter, symbol, Icon::Down, box->palette.color(QPalette::PlaceholderText));
}

// A slider darker than its groove: the other way round, it would be read as the gap.
void paintScrollBar(const QStyleOptionSlider *bar, QPainter *painter, const QStyle *style, const QWidget *widget)
{
    const QColor text = bar->palette.color(QPalette::WindowText);
    const QColor ground = bar->palette.color(QPalette::Window);
    painter->fillRect(bar->rect, ground);
    const auto place = [&](QStyle::SubControl part) {
        return style->subControlRect(QStyle::CC_ScrollBar, bar, part, widget);
    };
    const bool isTouched = bar->activeSubControls.testFlag(QStyle::SC_ScrollBarSlider);
    if (bar->maximum > bar->minimum) {
        constexpr int margin = 3;
        const QRect slider = place(QStyle::SC_ScrollBarSlider).adjusted(margin, margin, -margin, -margin);
        paintRounded(painter, slider, {.ground = mixed(ground, text, isTouched ? 0.5 : 0.35), .radius = 4});
    }
    const bool isHorizontal = bar->orientation == Qt::Horizontal;
    const bool isMirrored = isHorizontal && bar->direction == Qt::RightToLeft;
    const auto arrow = [&](QStyle::SubControl part, QStyle::PrimitiveElement element) {
        QStyleOption option;
        option.state = bar->state;
        option.palette = bar->palette;
        option.rect = place(part);
        const int size = std::min(option.rect.width(), option.rect.height()) / 2;
        option.rect = QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, {size, size}, option.rect);
        style->drawPrimitive(element, &option, painter, widget);
    };
    arrow(QStyle::SC_ScrollBarSubLine,
          !isHorizontal    ? QStyle::PE_IndicatorArrowUp
              : isMirrored ? QStyle::PE_IndicatorArrowRight
                           : QStyle::PE_IndicatorArrowLeft);
    arrow(QStyle::SC_ScrollBarAddLine,
          !isHorizontal    ? QStyle::PE_IndicatorArrowDown
              : isMirrored ? QStyle::PE_IndicatorArrowLeft
                           : QStyle::PE_IndicatorArrowRight);
}

void paintSpinBox(const QStyleOptionSpinBox *box, QPainter *painter, const QStyle *style, const QWidget *widget)
{
    paintField(box, painter, isOn(box, QStyle::State_HasFocus));
    for (const auto &[part, step, which] :
         {std::tuple(QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, Icon::Up),
          std::tuple(QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, Icon::Down)}) {
        const QRect place = style->subControlRect(QStyle::CC_SpinBox, box, part, widget);
        const bool canStep = isOn(box, QStyle::State_Enabled) && box->stepEnabled.testFlag(step);
        if (canStep && box->activeSubControls.testFlag(part))
            painter->fillRect(place, touched(box->palette.color(QPalette::Base), box));
        const int side = std::min(place.height(), box->fontMetrics.height() * 3 / 4);
        QRect symbol(0, 0, side, side);
        symbol.moveCenter(place.center());
        paintIcon(painter, symbol, which, box->palette.color(canStep ? QPalette::PlaceholderText : QPalette::Mid));
    }
}

void paintHeader(const QStyleOption *option, QPainter *painter)
{
    painter->fillRect(option->rect, touched(option->palette.color(QPalette::Window), option));
    painter->setPen(lineColor(option));
    painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (header && header->orientation == Qt::Vertical)
        painter->drawLine(option->rect.topRight(), option->rect.bottomRight());
}

void paintProgress(const QStyleOptionProgressBar *bar, QPainter *painter, bool contents)
{
    const int height = std::max(4, bar->fontMetrics.height() / 3);
    QRect groove(bar->rect.left(), bar->rect.center().y() - height / 2, bar->rect.width(), height);
    const double radius = double(height) / 2;
    if (!contents) {
        paintRounded(painter, groove, {.ground = grooveColor(bar->palette), .radius = radius});
        return;
    }
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    if (range <= 0 || bar->progress <= bar->minimum)
        return;
    const int width = int(groove.width() * (qint64(bar->progress) - bar->minimum) / range);
    QRect done(groove.left(), groove.top(), std::max(width, height), height);
    done = QStyle::visualRect(bar->direction, groove, done);
    paintRounded(painter, done, {.ground = bar->palette.color(QPalette::Link), .radius = radius});
}

void paintTab(const QStyleOption *option, QPainter *painter)
{
    const bool isSelected = isOn(option, QStyle::State_Selected);
    if (!isSelected && isOn(option, QStyle::State_MouseOver))
        painter->fillRect(option->rect, touched(option->palette.color(QPalette::Window), option));
    const int line = isSelected ? 2 : 1;
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom() - line + 1, option->rect.width(), line),
                      isSelected ? focusColor(option) : lineColor(option));
}

} // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
    m_themeChanged.setSingleShot(true);
    m_themeChanged.callOnTimeout(this, &Style::dropPalettesOfDesktop);
}

void Style::polish(QPalette &palette)
{
    palette = paletteFor(palette);
}

void Style::polish(QApplication *application)
{
    QProxyStyle::polish(application);
    application->installEventFilter(this);
}

void Style::unpolish(QApplication *application)
{
    application->removeEventFilter(this);
    QProxyStyle::unpolish(application);
}

// Some desktops set another palette without asking the style to polish it, and again for each widget.
bool Style::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange && watched == qApp) {
        const QPalette given = QApplication::palette();
        if (const QPalette wanted = paletteFor(given); wanted != given)
            QApplication::setPalette(wanted);
    } else if (event->type() == QEvent::ThemeChange && watched->isWidgetType()) {
        m_themeChanged.start();
    }
    return QProxyStyle::eventFilter(watched, event);
}

// This program sets single colours of a widget, never all of them.
void Style::dropPalettesOfDesktop()
{
    const auto drop = [](QWidget *widget) {
        if (widget->palette().isBrushSet(QPalette::Active, QPalette::Shadow))
            widget->setPalette({});
    };
    for (QWidget *window : QApplication::topLevelWidgets()) { // parents before their children, which inherit
        drop(window);
        for (QWidget *widget : window->findChildren<QWidget *>())
            drop(widget);
    }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand: return paintButton(option, painter, widget);
    case PE_PanelButtonTool:
        if (!isOn(option, State_AutoRaise))
            return paintButton(option, painter, widget);
        if (isOn(option, State_Enabled)
            && (isOn(option, State_MouseOver) || isOn(option, State_Sunken) || isOn(option, State_On)))
            paintRounded(painter, option->rect, {.ground = touched(option->palette.color(QPalette::Base), option)});
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            return paintField(option, painter, isOn(option, State_HasFocus));
        break;
    case PE_FrameLineEdit: return; // painted with its ground
    case PE_Frame:
        painter->save();
        painter->setPen(lineColor(option));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    case PE_FrameGroupBox: return paintRounded(painter, option->rect, {.line = lineColor(option), .radius = 8});
    case PE_FrameFocusRect:
        if (isOn(option, State_KeyboardFocusChange))
            paintRounded(painter, option->rect, {.line = focusColor(option), .lineWidth = focusLine, .radius = 4});
        return;
    case PE_IndicatorCheckBox: return paintCheckBox(option, painter, false);
    case PE_IndicatorRadioButton: return paintCheckBox(option, painter, true);
    case PE_FrameTabBarBase: return;
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton label = *button;
            if (isPrimary(qobject_cast<const QAbstractButton *>(widget)) && isOn(option, State_Enabled)) {
                label.palette.setColor(QPalette::ButtonText, option->palette.color(QPalette::BrightText));
            } else if (button->features.testFlag(QStyleOptionButton::Flat) && isOn(option, State_Enabled)
                       && !isHighContrast(option->palette)) {
                label.palette.setColor(QPalette::ButtonText, option->palette.color(QPalette::Link)); // as a link
            }
            QProxyStyle::drawControl(element, &label, painter, widget);
            return;
        }
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: return paintHeader(option, painter);
    case CE_ProgressBarGroove:
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
            bar && (element == CE_ProgressBarGroove || bar->minimum != bar->maximum))
            return paintProgress(bar, painter, element == CE_ProgressBarContents);
        break;
    case CE_TabBarTabShape: return paintTab(option, painter);
    case CE_ToolButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button && button->toolButtonStyle == Qt::ToolButtonTextBesideIcon) {
            QStyleOptionToolButton label = *button;
            const int padding = option->fontMetrics.height() / 2;
            label.rect.adjust(padding, 0, -padding / 2, 0);
            return QProxyStyle::drawControl(element, &label, painter, widget);
        }
        break;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto *box = control == CC_ComboBox ? qstyleoption_cast<const QStyleOptionComboBox *>(option) : nullptr;
    if (box && box->frame)
        return paintComboBox(box, painter, this, widget);
    const auto *spin = control == CC_SpinBox ? qstyleoption_cast<const QStyleOptionSpinBox *>(option) : nullptr;
    if (spin && spin->frame && spin->buttonSymbols == QAbstractSpinBox::UpDownArrows)
        return paintSpinBox(spin, painter, this, widget);
    const auto *bar = control == CC_ScrollBar ? qstyleoption_cast<const QStyleOptionSlider *>(option) : nullptr;
    if (bar && !isHighContrast(bar->palette))
        return paintScrollBar(bar, painter, this, widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_HeaderMargin: return 6;
    case PM_FocusFrameHMargin: return 5; // beside the text of an item
    case PM_IndicatorWidth:
    case PM_IndicatorHeight: return 18;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

// The text of a field has some room, as that of a combo box has. (An editor inside another control has no frame.)
QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element != SE_LineEditContents || !frame || frame->lineWidth == 0)
        return rect;
    const int room = frame->fontMetrics.averageCharWidth() / 2;
    return rect.adjusted(room, 0, -room, 0);
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_Table_GridLineColor: {
        const QPalette palette = option ? option->palette : QPalette();
        return int(palette.color(QPalette::Mid).rgba());
    }
    case SH_EtchDisabledText: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int line = option ? option->fontMetrics.height() : 0;
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const int icon = button && !button->icon.isNull() ? line / 3 : 0;
        return {std::max(result.width(), size.width() + line * 3 / 2) + icon,
                std::max(result.height(), line * 3 / 2 + 6)};
    }
    case CT_ToolButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        const bool isBeside = button && button->toolButtonStyle == Qt::ToolButtonTextBesideIcon;
        return {result.width() + (isBeside ? line / 2 : line), std::max(result.height(), line * 3 / 2 + 6)};
    }
    case CT_ItemViewItem: return result + QSize(0, line / 3);
    case CT_LineEdit:
    case CT_SpinBox:
    case CT_ComboBox: return {result.width(), std::max(result.height(), line * 3 / 2 + 6)};
    case CT_HeaderSection: return result + QSize(0, line / 3);
    case CT_TabBarTab: return result + QSize(line / 2, line / 3);
    default: return result;
    }
}

QIcon Style::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    switch (which) {
    case SP_LineEditClearButton: return icon(Icon::Cross, QPalette::PlaceholderText);
    default: return QProxyStyle::standardIcon(which, option, widget);
    }
}

} // namespace Ui
