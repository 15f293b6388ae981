// SPDX-License-Identifier: MPL-2.0
//
// What the tests in a real office begin with: one office for the whole binary, and a fixture that closes what a test
// opened and fails the test in which the office died.
//
//     TEST_F(OfficeTest, AFreshWorkbookHasNoErrors)
//     {
//         const Document document = filled_workbook();
//         EXPECT_EQ(findings(document, "error").size(), 0U);
//     }
#pragma once

#include "catalogue/built_in_checks.hpp"
#include "running_office.hpp"

#include <com/sun/star/document/XUndoManager.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <filesystem>
#include <functional>
#include <gtest/gtest.h>
#include <org/trinvis/XKeyFigures.hpp>
#include <vector>

namespace trinvis::testing
{

using Model = css::uno::Reference<css::frame::XModel>;
using Document = css::uno::Reference<css::sheet::XSpreadsheetDocument>;
using Sheet = css::uno::Reference<css::sheet::XSpreadsheet>;
using KeyFigures = css::uno::Reference<org::trinvis::XKeyFigures>;
using Finding = org::trinvis::Finding;
using Comparison = org::trinvis::Comparison;

/// The rounds of workbooks that a test does not care about: four, half a year apart, in the past.
[[nodiscard]] const std::vector<std::string>& usual_rounds();

class OfficeTest : public ::testing::Test
{
protected:
    OfficeTest();
    void TearDown() override;

    [[nodiscard]] RunningOffice& running() const;
    [[nodiscard]] KeyFigures service() const;
    /// A folder of this test's own, taken away afterwards.
    [[nodiscard]] const std::filesystem::path& folder() const
    {
        return m_folder;
    }
    [[nodiscard]] std::string url_of(const std::string& file_name) const;

    /// An empty workbook from the scripting service.
    [[nodiscard]] Document new_workbook(const std::vector<std::string>& rounds = usual_rounds(),
                                        const std::string& municipality = "706");
    /// A workbook with numbers that fit together in every round, so that no error and no warning is found.
    [[nodiscard]] Document filled_workbook();
    /// The demonstration workbook: eleven rounds and all 98 municipalities.
    [[nodiscard]] Document demo_workbook();
    [[nodiscard]] Model load(const std::string& url, bool read_only = false);
    /// Saves a copy under a filter's name ("calc8", "Calc MS Excel 2007 XML") and loads it.
    [[nodiscard]] Document reloaded(const Document& document, const std::string& file_name, const char* filter);

    /// Runs a command on a document; fails the test when the command fails.
    void run(const std::string& command, const Document& document,
             std::vector<css::beans::PropertyValue> arguments = {}) const;
    /// The sentence with which a command refuses; empty when it does not.
    [[nodiscard]] std::string refusal(const std::string& command,
                                      std::vector<css::beans::PropertyValue> arguments) const;
    [[nodiscard]] std::string refusal(const std::string& command, const Document& document) const;

    /// The findings of the scripting service, all or those of one severity.
    [[nodiscard]] std::vector<Finding> findings(const Document& document, const std::string& severity = {}) const;
    [[nodiscard]] std::vector<Comparison> comparisons(const Document& document) const;

    /// Documents that a test opened by other ways, so that they are closed.
    void closed_at_end(const Model& document);
    void closed_at_end(const Document& document);

private:
    /// A workbook that is made once in this binary; each test gets a copy from a file of its own.
    [[nodiscard]] Document copy_of(const std::string& name, const std::function<Document()>& make);

    std::filesystem::path m_folder;
    std::vector<Model> m_opened;
};

/// The undo manager of a document.
[[nodiscard]] css::uno::Reference<css::document::XUndoManager> undo_manager(const Document& document);

/// What stands on the undo stack, the newest first.
[[nodiscard]] std::vector<std::string> undo_titles(const Document& document);

[[nodiscard]] bool is_modified(const Document& document);

/// The findings of one rule, as cells: {"F7", "G7"}.
[[nodiscard]] std::vector<std::string> cells_of(const std::vector<Finding>& findings, const std::string& rule);

[[nodiscard]] inline std::vector<std::string> cells_of(const std::vector<Finding>& findings, Check check)
{
    return cells_of(findings, std::string(check_id(check)));
}

/// The first finding of a rule; fails the test and gives an empty one when there is none.
[[nodiscard]] Finding finding_of(const std::vector<Finding>& findings, const std::string& rule);

[[nodiscard]] inline Finding finding_of(const std::vector<Finding>& findings, Check check)
{
    return finding_of(findings, std::string(check_id(check)));
}

/// One line a finding, for messages and comparisons: "V04 error Indtastning F7 ...".
[[nodiscard]] std::vector<std::string> lines_of(const std::vector<Finding>& findings);

} // namespace trinvis::testing
