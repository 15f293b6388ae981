// SPDX-License-Identifier: MPL-2.0
#include "calc/repairer.hpp"

#include "calc/styles.hpp"
#include "office/text.hpp"

#include <com/sun/star/beans/XPropertyState.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>
#include <set>

namespace trinvis::calc
{

namespace
{

using namespace office;
using CellReference = css::uno::Reference<css::table::XCell>;

/// How a cell was shown before.
struct Look
{
    Place place;
    sal_Int32 number_format = 0;
    rtl::OUString style;
};

Sheet sheet_at(const Document& document, int index)
{
    return query<css::sheet::XSpreadsheet>(
        query<css::container::XIndexAccess>(document->getSheets())->getByIndex(index));
}

CellReference cell_at(const Document& document, const Place& place)
{
    return sheet_at(document, place.sheet)->getCellByPosition(place.column, place.row);
}

/// Tells whether a number format shows a number, or a date, as what it is.
class Formats
{
public:
    explicit Formats(const Document& document)
        : m_formats(query<css::util::XNumberFormatsSupplier>(document)->getNumberFormats())
    {
    }

    [[nodiscard]] bool suits(const CellReference& cell, bool date) const
    {
        using namespace css::util::NumberFormat;
        const auto key = get_property<sal_Int32>(cell, "NumberFormat");
        const auto type = get_property<sal_Int16>(m_formats->getByKey(key), "Type");
        return date ? (type & DATE) != 0 : (type & (TEXT | DATE | TIME | PERCENT | LOGICAL)) == 0;
    }

private:
    css::uno::Reference<css::util::XNumberFormats> m_formats;
};

/// Lets the cell's style decide, and gives it one of ours where that does not do. Setting a number format would be
/// shorter, but undo does not take that back in LibreOffice 7.4.
void make_suitable(const CellReference& cell, const Formats& formats, bool date, const Texts& texts)
{
    query<css::beans::XPropertyState>(cell)->setPropertyToDefault("NumberFormat");
    if (!formats.suits(cell, date))
        set_property(cell, "CellStyle",
                     css::uno::Any(style_name(date ? Style::cell_date : Style::cell_plain_number, texts)));
}

} // namespace

void refuse_unrepairable(const Document& document, const std::vector<Repair>& repairs, const Texts& texts)
{
    std::set<int> sheets;
    for (const Repair& repair : repairs)
        sheets.insert(repair.place.sheet);
    for (const int sheet : sheets)
        refuse_unwritable(document, sheet_at(document, sheet), texts);
}

void perform_repairs(const Document& document, const std::vector<Repair>& repairs, const Texts& texts, UndoStep& step)
{
    const Formats formats(document);
    std::vector<Look> unsuitable;
    for (const Repair& repair : repairs)
        if (const CellReference cell = cell_at(document, repair.place);
            std::holds_alternative<double>(repair.after) && !formats.suits(cell, repair.date))
            unsuitable.push_back({repair.place, get_property<sal_Int32>(cell, "NumberFormat"),
                                  get_property<rtl::OUString>(cell, "CellStyle")});
    step.on_failure(
        [document, repairs, unsuitable]
        {
            for (const Repair& repair : repairs)
                query<css::text::XTextRange>(cell_at(document, repair.place))->setString(from_utf8(repair.before));
            for (const Look& look : unsuitable)
            {
                const CellReference cell = cell_at(document, look.place);
                set_property(cell, "CellStyle", css::uno::Any(look.style));
                set_property(cell, "NumberFormat", css::uno::Any(look.number_format));
            }
        });
    for (const Repair& repair : repairs)
    {
        const CellReference cell = cell_at(document, repair.place);
        if (const double* number = std::get_if<double>(&repair.after))
        {
            if (!formats.suits(cell, repair.date))
                make_suitable(cell, formats, repair.date, texts);
            cell->setValue(*number);
        }
        else if (const std::string* text = std::get_if<std::string>(&repair.after))
            query<css::text::XTextRange>(cell)->setString(from_utf8(*text));
        else
            cell->setFormula({});
    }
}

} // namespace trinvis::calc
