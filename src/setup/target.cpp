#include "setup/target.h"

#include "core/inputfault.h"
#include "core/pasted.h"
#include "domo/webaddress.h"
#include "net/weborigin.h"
#include "workiva/webaddress.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Setup {

namespace {

using Core::Contradiction;
using Core::ErrorKind;
using Workiva::BaseUrlRegion;

// An ID, or an address with its host.
struct Pasted
{
    Workiva::SpreadsheetAddress address;
    QString text;
    QString host; // empty: an ID
};

Core::Result<Pasted> understood(const QString &text)
{
    const auto kept = Core::pasted({.text = text});
    if (!kept)
        return Core::propagate(kept);
    const auto address = Workiva::parseAddress(*kept);
    if (!address)
        return Core::propagate(address);
    Pasted pasted{*address, *kept, {}};
    if (kept->contains(u'/'))
        pasted.host = QUrl(kept->contains("://"_L1) ? *kept : u"https://"_s + *kept).host();
    return pasted;
}

constexpr std::array regions{BaseUrlRegion::Us, BaseUrlRegion::Eu, BaseUrlRegion::Apac};

QStringList regionNames()
{
    QStringList names;
    for (const auto region : regions)
        names.append(Workiva::name(region));
    return names;
}

std::optional<BaseUrlRegion> regionOf(const QUrl &workivaUrl)
{
    for (const auto region : regions) {
        if (workivaUrl.host() == Workiva::baseUrl(region).host() || workivaUrl.host() == Workiva::webHost(region))
            return region;
    }
    return {};
}

Core::Failure contradiction(Contradiction::Of of, const QString &one, const QString &other)
{
    return Core::fail(ErrorKind::InvalidInput, one, {}, Contradiction{of, one, other});
}

// Local services are not Workiva's, and what is behind a gateway is not known.
Core::Result<void> agree(const Pasted &pasted, const QUrl &workivaUrl)
{
    const auto region = regionOf(workivaUrl);
    if (pasted.host.isEmpty() || !region || pasted.address.baseUrlRegion == region)
        return {};
    return contradiction(Contradiction::Of::Host, pasted.host, workivaUrl.host());
}

Core::Result<QUrl> workivaUrlOf(const TargetText &text, const Pasted &spreadsheet)
{
    if (text.baseUrlRegion.isEmpty())
        return text.workivaUrl.isEmpty() && spreadsheet.address.baseUrlRegion
            ? Workiva::baseUrl(*spreadsheet.address.baseUrlRegion)
            : text.workivaUrl;
    const auto region = Workiva::fromName(Core::trimmed(text.baseUrlRegion));
    if (!region)
        return Core::fail(ErrorKind::InvalidInput, text.baseUrlRegion, {}, Core::NotOneOf{regionNames()});
    if (!text.workivaUrl.isEmpty() && regionOf(text.workivaUrl) != region)
        return contradiction(Contradiction::Of::Host, Workiva::baseUrl(*region).host(), text.workivaUrl.host());
    return text.workivaUrl.isEmpty() ? Workiva::baseUrl(*region) : text.workivaUrl;
}

// A sheet given separately must be in that spreadsheet.
Core::Result<QString> sheetOf(const Pasted &spreadsheet, const Pasted &sheet)
{
    const bool isAddress = !sheet.host.isEmpty();
    if (isAddress && sheet.address.sheetId.isEmpty())
        return Core::fail(ErrorKind::InvalidInput, sheet.text, {}, Core::NoSheetInAddress{});
    if (isAddress && sheet.address.spreadsheetId != spreadsheet.address.spreadsheetId)
        return contradiction(Contradiction::Of::Spreadsheet, spreadsheet.address.spreadsheetId,
                             sheet.address.spreadsheetId);
    const QString id = isAddress ? sheet.address.sheetId : sheet.address.spreadsheetId; // a bare ID can be either
    if (!spreadsheet.address.sheetId.isEmpty() && spreadsheet.address.sheetId != id)
        return contradiction(Contradiction::Of::Sheet, spreadsheet.address.sheetId, id);
    return id;
}

} // namespace

Core::Result<QString> dataSetIn(const QString &text)
{
    const auto kept = Core::pasted({.text = text});
    return kept ? Domo::dataSetIdIn(*kept) : kept;
}

Core::Result<SheetPlace> sheetIn(const QString &text, const QUrl &workivaUrl)
{
    const auto pasted = understood(text);
    if (!pasted)
        return Core::propagate(pasted);
    if (const auto same = agree(*pasted, workivaUrl); !same)
        return Core::propagate(same);
    return SheetPlace{pasted->address.spreadsheetId, pasted->address.sheetId};
}

Core::Result<Target> targetOf(const TargetText &text)
{
    const auto spreadsheet = understood(text.spreadsheet);
    if (!spreadsheet)
        return Core::propagate(spreadsheet);
    const auto workivaUrl = workivaUrlOf(text, *spreadsheet);
    if (!workivaUrl)
        return Core::propagate(workivaUrl);
    if (const auto same = agree(*spreadsheet, *workivaUrl); !same)
        return Core::propagate(same);
    Target target{*workivaUrl, {spreadsheet->address.spreadsheetId, spreadsheet->address.sheetId}};
    if (!text.sheet.isEmpty()) {
        const auto sheet = understood(text.sheet);
        if (!sheet)
            return Core::propagate(sheet);
        if (target.workivaUrl.isEmpty() && sheet->address.baseUrlRegion)
            target.workivaUrl = Workiva::baseUrl(*sheet->address.baseUrlRegion);
        if (const auto same = agree(*sheet, target.workivaUrl); !same)
            return Core::propagate(same);
        const auto id = sheetOf(*spreadsheet, *sheet);
        if (!id)
            return Core::propagate(id);
        target.place.sheetId = *id;
    }
    if (target.place.sheetId.isEmpty())
        return Core::fail(ErrorKind::InvalidInput, u"Sheet ID"_s, {}, Core::NotGiven{});
    if (target.workivaUrl.isEmpty())
        return Core::fail(ErrorKind::InvalidInput, u"Workiva Base URL Region"_s, {}, Core::NotGiven{});
    return target;
}

} // namespace Setup
