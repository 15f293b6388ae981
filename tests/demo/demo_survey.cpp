// SPDX-License-Identifier: MPL-2.0
#include "demo_survey.hpp"

#include "demo_words.hpp"

#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/text/XTextRange.hpp>

namespace trinvis::demo
{

using namespace office;

void fill_survey(const SpreadsheetDocument& document, const testing::RunningOffice& office)
{
    const auto model = query<css::frame::XModel>(document);
    const auto given = property("Document", css::uno::Any(model));
    const std::string file = std::string(TRINVIS_SOURCE_DIR) + "/tests/data/survey/39_kommuner.csv";
    const auto urls = sequence<rtl::OUString>({from_utf8(testing::file_url(file))});
    office.run("import-survey", {given, property("Urls", css::uno::Any(urls))}, model);
    const auto sheet =
        query<css::sheet::XSpreadsheet>(document->getSheets()->getByName(from_utf8(word(document, "Spørgeskema"))));
    query<css::text::XTextRange>(sheet->getCellByPosition(0, 1))
        ->setString(
            from_utf8(word(document, "Opdigtede tal – et eksempel. Kommunernes rigtige svar er ikke offentliggjort")));
    office.run("survey", {given}, model);
}

} // namespace trinvis::demo
