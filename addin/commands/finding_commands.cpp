// SPDX-License-Identifier: MPL-2.0
#include "commands/finding_commands.hpp"

#include "commands/commands.hpp"
#include "commands/cursor.hpp"
#include "commands/followed_document.hpp"
#include "commands/open_workbook.hpp"
#include "office/text.hpp"
#include "office/user_error.hpp"
#include "ui/dialogs.hpp"
#include "ui/explanation_dialog.hpp"
#include "ui/help.hpp"
#include "ui/message.hpp"

#include <algorithm>
#include <array>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/sheet/XCellAddressable.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

namespace trinvis::commands
{

using namespace office;

namespace
{

using Frame = css::uno::Reference<css::frame::XFrame>;

constexpr std::array<std::string_view, 5> finding_commands{"next-finding", "show-finding", "repair-cell",
                                                           "explain-finding", "rule-help"};

std::string cell_name(const Cursor& cursor)
{
    return cursor.sheet_name + "!" + cell_address(cursor.place.row, cursor.place.column);
}

css::uno::Reference<css::container::XIndexAccess> sheets_of(const Model& document)
{
    return query<css::container::XIndexAccess>(query<css::sheet::XSpreadsheetDocument>(document)->getSheets());
}

/// The cell that is meant by "Indtastning!C7"; nothing where there is no such cell.
std::optional<Cursor> cell_named(const Model& document, const std::string& name)
{
    const std::size_t mark = name.rfind('!');
    if (mark == std::string::npos)
        return std::nullopt;
    Cursor cursor;
    cursor.sheet_name = name.substr(0, mark);
    cursor.single = true;
    try
    {
        const auto sheets = query<css::sheet::XSpreadsheetDocument>(document)->getSheets();
        const auto sheet = query<css::sheet::XSpreadsheet>(sheets->getByName(from_utf8(cursor.sheet_name)));
        const auto address = query<css::sheet::XCellAddressable>(
                                 sheet->getCellRangeByName(from_utf8(name.substr(mark + 1)))->getCellByPosition(0, 0))
                                 ->getCellAddress();
        cursor.place = {address.Sheet, address.Row, address.Column};
    }
    catch (const css::uno::Exception&)
    {
        return std::nullopt;
    }
    return cursor;
}

/// One command on its way: the workbook's findings, the cell, and who asked.
class FindingCommand
{
public:
    FindingCommand(const Context& context, const Frame& frame, const Model& document, const Given& given)
        : m_context(context), m_frame(given.any ? Frame() : frame), m_document(document), m_given(given),
          m_texts(Package::of(context).words().in(interface_language(context))), m_view(findings_now(context, document))
    {
    }

    css::uno::Any run(std::string_view command)
    {
        if (command == "next-finding")
            return css::uno::Any(from_utf8(go_to_next()));
        const Cursor cell = the_cell();
        const std::vector<std::size_t> lines = lines_at(*m_view, cell.place);
        if (lines.empty())
            throw UserError(
                m_texts.format("error.no_finding", {{"cell", cell_address(cell.place.row, cell.place.column)},
                                                    {"sheet", cell.sheet_name}}));
        if (command == "show-finding")
            return css::uno::Any(from_utf8(show(lines)));
        if (command == "repair-cell")
            return css::uno::Any(repair(cell));
        if (command == "explain-finding")
            return css::uno::Any(explain(cell, lines));
        return css::uno::Any(from_utf8(help(m_view->lines[lines.front()].finding.rule)));
    }

private:
    [[nodiscard]] Cursor the_cell() const
    {
        const std::optional<Cursor> cell =
            m_given.cells.empty() ? cursor_of(m_document) : cell_named(m_document, m_given.cells.front());
        if (!cell)
            throw UserError(m_texts.get("error.show_in_plan.no_cell"));
        return *cell;
    }

    [[nodiscard]] std::string go_to_next() const
    {
        std::optional<Cursor> from =
            m_given.cells.empty() ? cursor_of(m_document) : cell_named(m_document, m_given.cells.front());
        const std::optional<Place> next = next_open_place(*m_view, from ? from->place : Place{});
        if (!next)
        {
            ui::show_message(m_context, m_frame, ui::MessageKind::information, m_texts.get("done.no_open_finding"));
            return {};
        }
        const auto sheet = query<css::sheet::XSpreadsheet>(sheets_of(m_document)->getByIndex(next->sheet));
        if (const auto selection = query_if<css::view::XSelectionSupplier>(m_document->getCurrentController());
            selection.is())
            selection->select(css::uno::Any(sheet->getCellByPosition(next->column, next->row)));
        return cell_name({*next, to_utf8(query<css::container::XNamed>(sheet)->getName()), true});
    }

    [[nodiscard]] std::string show(const std::vector<std::size_t>& lines) const
    {
        std::string detail = cell_detail(*m_view, lines, m_texts);
        ui::show_message(m_context, m_frame, ui::MessageKind::information, detail);
        return detail;
    }

    [[nodiscard]] sal_Int32 repair(const Cursor& cell) const
    {
        const std::string name = cell_name(cell);
        if (m_given.any)
            return static_cast<sal_Int32>(repair_workbook(m_context, m_document, {name}));
        const std::vector<ProposedRepair> proposed = proposed_repairs(m_context, m_document);
        const auto ours =
            std::find_if(proposed.begin(), proposed.end(), [&](const ProposedRepair& one) { return one.cell == name; });
        if (ours == proposed.end())
            throw UserError(m_texts.format("error.no_repair", {{"cell", name}}));
        if (ui::ask_repairs(m_context, m_frame, {ours->line}).empty())
            return 0;
        return static_cast<sal_Int32>(repair_workbook(m_context, m_document, {name}));
    }

    [[nodiscard]] sal_Int32 explain(const Cursor& cell, const std::vector<std::size_t>& lines) const
    {
        const std::optional<std::size_t> line = line_to_explain(*m_view, lines);
        if (!line)
            throw UserError(
                m_texts.format("error.not_explainable", {{"cell", cell_address(cell.place.row, cell.place.column)},
                                                         {"sheet", cell.sheet_name}}));
        const Finding& finding = m_view->lines[*line].finding;
        std::optional<std::string> text = m_given.text;
        if (m_given.any && !text)
            throw UserError(m_texts.get("error.no_explanation_given"));
        if (!m_given.any)
            text = ui::ask_explanation(m_context, m_frame, finding_detail(m_view->lines[*line], m_texts),
                                       finding.explanation);
        return text && explain_finding(m_context, m_document, finding, *text) ? 1 : 0;
    }

    [[nodiscard]] std::string help(const std::string& rule) const
    {
        // A rule of the workbook's own has no place on the page; the page then opens at its beginning.
        std::string page = rule.empty() ? "rules" : "rules#" + rule;
        if (m_frame.is() && m_frame->getContainerWindow().is())
            ui::open_help(m_context, page);
        return page;
    }

    Context m_context;
    Frame m_frame; ///< empty for a script, to which nothing is shown
    Model m_document;
    const Given& m_given;
    const Texts& m_texts;
    std::shared_ptr<const FindingsView> m_view;
};

} // namespace

bool is_finding_command(std::string_view command)
{
    return std::find(finding_commands.begin(), finding_commands.end(), command) != finding_commands.end();
}

std::shared_ptr<const FindingsView> findings_now(const Context& context, const Model& document)
{
    if (auto followed = FollowedDocument::view_up_to_date(document))
        return followed;
    const OpenWorkbook open = open_workbook(context, document);
    const Words& words = open.package.words();
    const Validation validation =
        validate(open.workbook, words, open.package.municipalities(), today(), Extent::findings);
    return std::make_shared<const FindingsView>(
        findings_view(validation, open.workbook, words, words.in(interface_language(context))));
}

css::uno::Any run_finding_command(std::string_view command, const Context& context, const Frame& frame,
                                  const Model& document, const Given& given)
{
    return FindingCommand(context, frame, document, given).run(command);
}

} // namespace trinvis::commands
