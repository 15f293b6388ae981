// SPDX-License-Identifier: MPL-2.0
#include "office_fixture.hpp"

#include "cells.hpp"
#include "demo/demo_workbook.hpp"
#include "shared_office.hpp"

#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XDesktop.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <cstdlib>

namespace trinvis::testing
{

namespace
{

using namespace office;

/// Numbers that fit together when they are the same in every round.
constexpr std::pair<const char*, double> usual_values[] = {
    {"befolkning_0_22", 10000}, {"anbragte", 100},      {"institution", 30},          {"varighed_institution", 20.5},
    {"plejefamilie", 60},       {"netvaerk", 12},       {"hjemmebaseret", 150},       {"forebyggende", 80},
    {"inst_aar_siden", 30},     {"ikke_anbragt_nu", 6}, {"bevaegelser_op", 5},        {"hjemmebaseret_forrige", 150},
    {"bevaegelser_ned", 15},    {"udgifter", 30000000}, {"forebyggende_startet", 40}, {"opfoelgning_rettidig", 150},
    {"opfoelgning_sager", 200}};

void store(const Document& document, const std::string& url, const char* filter)
{
    query<css::frame::XStorable>(document)->storeToURL(
        from_utf8(url), sequence<css::beans::PropertyValue>(
                            {property("FilterName", css::uno::Any(rtl::OUString::createFromAscii(filter)))}));
}

std::vector<std::string> open_documents(const RunningOffice& running)
{
    const auto components =
        running.create<css::frame::XDesktop>("com.sun.star.frame.Desktop")->getComponents()->createEnumeration();
    std::vector<std::string> open;
    while (components->hasMoreElements())
    {
        const auto model = query_if<css::frame::XModel>(components->nextElement());
        open.push_back(model.is() ? to_utf8(model->getURL()) : "no document");
    }
    return open;
}

} // namespace

const std::vector<std::string>& usual_rounds()
{
    static const std::vector<std::string> rounds{"2023-09-30", "2024-03-31", "2024-09-30", "2025-03-31"};
    return rounds;
}

OfficeTest::OfficeTest()
{
    std::string pattern = (std::filesystem::temp_directory_path() / "trinvis-test-XXXXXX").string();
    if (!mkdtemp(pattern.data()))
        throw std::runtime_error("no temporary folder could be made");
    m_folder = pattern;
}

void OfficeTest::TearDown()
{
    for (const Model& document : m_opened)
        try
        {
            close(document);
        }
        catch (const css::uno::Exception&)
        {
            // Closed by the test itself, or gone with the office, which is told below.
            continue;
        }
    m_opened.clear();
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
    bool answers = running().alive();
    if (answers)
        try
        {
            EXPECT_EQ(open_documents(running()), std::vector<std::string>{}) << "a document was left open";
        }
        catch (const css::uno::Exception&)
        {
            answers = false;
        }
    if (answers)
        return;
    ADD_FAILURE() << "soffice died in this test, with code " << running().stop();
    shared_office::start();
}

RunningOffice& OfficeTest::running() const
{
    return shared_office::office();
}

KeyFigures OfficeTest::service() const
{
    return running().create<org::trinvis::XKeyFigures>("org.trinvis.KeyFigures");
}

std::string OfficeTest::url_of(const std::string& file_name) const
{
    return file_url((m_folder / file_name).string());
}

Document OfficeTest::new_workbook(const std::vector<std::string>& rounds, const std::string& municipality)
{
    std::vector<rtl::OUString> dates;
    for (const std::string& round : rounds)
        dates.push_back(from_utf8(round));
    const auto document =
        query<css::sheet::XSpreadsheetDocument>(service()->newWorkbook(from_utf8(municipality), sequence(dates)));
    closed_at_end(document);
    return document;
}

Document OfficeTest::filled_workbook()
{
    return copy_of(
        "filled.ods",
        [this]
        {
            const Document made = new_workbook();
            const Sheet entry = sheet_named(made, "Indtastning");
            for (const auto& [item, value] : usual_values)
                for (std::size_t round = 0; round < usual_rounds().size(); ++round)
                    entry->getCellByPosition(first_round_column + static_cast<sal_Int32>(round), item_row(entry, item))
                        ->setValue(value);
            return made;
        });
}

Document OfficeTest::demo_workbook()
{
    return copy_of("demo.ods",
                   [this]
                   {
                       const Document made = demo::make_demo_workbook(running());
                       closed_at_end(made);
                       return made;
                   });
}

Document OfficeTest::copy_of(const std::string& name, const std::function<Document()>& make)
{
    const std::filesystem::path file = shared_office::store_room() / name;
    if (!std::filesystem::exists(file))
        store(make(), file_url(file.string()), "calc8");
    const std::filesystem::path own = m_folder / name;
    std::filesystem::copy_file(file, own, std::filesystem::copy_options::overwrite_existing);
    return query<css::sheet::XSpreadsheetDocument>(load(file_url(own.string())));
}

Model OfficeTest::load(const std::string& url, bool read_only)
{
    const Model document = running().load(url, false, read_only);
    closed_at_end(document);
    return document;
}

Document OfficeTest::reloaded(const Document& document, const std::string& file_name, const char* filter)
{
    store(document, url_of(file_name), filter);
    return query<css::sheet::XSpreadsheetDocument>(load(url_of(file_name)));
}

void OfficeTest::run(const std::string& command, const Document& document,
                     std::vector<css::beans::PropertyValue> arguments) const
{
    arguments.push_back(property("Document", css::uno::Any(query<css::frame::XModel>(document))));
    EXPECT_EQ(refusal(command, std::move(arguments)), "");
}

std::string OfficeTest::refusal(const std::string& command, std::vector<css::beans::PropertyValue> arguments) const
{
    try
    {
        running().run(command, arguments);
    }
    catch (const css::uno::Exception& error)
    {
        return error.Message.isEmpty() ? "(no message)" : to_utf8(error.Message);
    }
    return {};
}

std::string OfficeTest::refusal(const std::string& command, const Document& document) const
{
    return refusal(command, {property("Document", css::uno::Any(query<css::frame::XModel>(document)))});
}

std::vector<Finding> OfficeTest::findings(const Document& document, const std::string& severity) const
{
    std::vector<Finding> found;
    for (const Finding& finding : service()->validate(query<css::lang::XComponent>(document)))
        if (severity.empty() || to_utf8(finding.severity) == severity)
            found.push_back(finding);
    return found;
}

std::vector<Comparison> OfficeTest::comparisons(const Document& document) const
{
    const css::uno::Sequence<Comparison> all = service()->compare(query<css::lang::XComponent>(document));
    return {all.begin(), all.end()};
}

void OfficeTest::closed_at_end(const Model& document)
{
    m_opened.push_back(document);
}

void OfficeTest::closed_at_end(const Document& document)
{
    m_opened.push_back(query<css::frame::XModel>(document));
}

css::uno::Reference<css::document::XUndoManager> undo_manager(const Document& document)
{
    return query<css::document::XUndoManagerSupplier>(document)->getUndoManager();
}

std::vector<std::string> undo_titles(const Document& document)
{
    std::vector<std::string> titles;
    for (const rtl::OUString& title : undo_manager(document)->getAllUndoActionTitles())
        titles.push_back(to_utf8(title));
    return titles;
}

bool is_modified(const Document& document)
{
    return query<css::util::XModifiable>(document)->isModified();
}

std::vector<std::string> cells_of(const std::vector<Finding>& findings, const std::string& rule)
{
    std::vector<std::string> cells;
    for (const Finding& finding : findings)
        if (to_utf8(finding.ruleId) == rule)
            cells.push_back(to_utf8(finding.cell));
    return cells;
}

Finding finding_of(const std::vector<Finding>& findings, const std::string& rule)
{
    for (const Finding& finding : findings)
        if (to_utf8(finding.ruleId) == rule)
            return finding;
    ADD_FAILURE() << "nothing was found by the rule " << rule;
    return {};
}

std::vector<std::string> lines_of(const std::vector<Finding>& findings)
{
    std::vector<std::string> lines;
    for (const Finding& finding : findings)
        lines.push_back(to_utf8(finding.ruleId + " " + finding.severity + " " + finding.sheet + " " + finding.cell +
                                " [" + finding.figure + "] [" + finding.period + "] [" + finding.value + "] " +
                                finding.message + " | " + finding.remedy));
    return lines;
}

} // namespace trinvis::testing
