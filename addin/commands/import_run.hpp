// SPDX-License-Identifier: MPL-2.0
//
// One import from its sources to the document: what a script says at once and a person page by page.
//
//     ImportRun run(context, document, ImportTarget::comparison);
//     run.add(load_source(context, url, texts), {}, {});
//     run.propose(run.parts().front());
//     if (run.lacking(run.parts().front()).empty())
//         run.write(true);
//
// Nothing is written before write(), and that is one undo step.
#pragma once

#include "commands/import_source.hpp"
#include "commands/open_workbook.hpp"
#include "reference/answers.hpp"
#include "reference/import_rows.hpp"

namespace trinvis::commands
{

enum class ImportTarget
{
    comparison, ///< other municipalities' numbers, into Sammenligningsdata
    own         ///< the municipality's own, into Indtastning
};

/// One source and what it means.
struct ImportPart
{
    std::string name;
    std::shared_ptr<const Workbook> workbook; ///< a key-figure workbook: there is nothing to ask
    std::optional<reference::ImportedTable> table;
    reference::ImportMapping mapping; ///< of the table
    Grid grid;                        ///< of an own layout
    Date null_date{std::chrono::year{1899}, std::chrono::month{12}, std::chrono::day{30}};
    std::optional<reference::LayoutMapping> layout;
    bool proposed = false;
    bool asked = false; ///< there was something that the workbook did not remember
};

class ImportRun
{
public:
    /// Reads the workbook. Throws office::UserError when it is none, or when the result could not be written.
    ImportRun(const office::Context& context, const css::uno::Reference<css::frame::XModel>& document,
              ImportTarget target);

    [[nodiscard]] const OpenWorkbook& open() const
    {
        return m_open;
    }
    [[nodiscard]] std::vector<ImportPart>& parts()
    {
        return m_parts;
    }

    /// Reads a source. Gives the fault "decimal-mark" back as a question, unless the workbook remembers the answer; throws
    /// office::UserError for any other, and for an own layout in which nothing is recognised.
    [[nodiscard]] std::optional<reference::ImportFault> add(const ImportSource& source, const std::string& sheet,
                                                            std::optional<reference::DecimalMark> decimal_mark);

    /// The remembered mapping of a StatBank table; null when there is none.
    [[nodiscard]] const reference::ImportMapping* remembered(const std::string& table) const;

    /// Proposes what a part means, from the workbook, what it remembers, and what was answered for earlier parts.
    void propose(ImportPart& part);

    /// The rows of questions and answers of a part, all topics.
    [[nodiscard]] std::vector<reference::Answer> answers(const ImportPart& part, const Texts& texts) const;
    [[nodiscard]] bool set(ImportPart& part, const std::string& name, const std::string& value) const;
    static void confirm(ImportPart& part, reference::AnswerTopic topic);

    /// What is missing before a part can be used, as sentences; none when it can. With a topic what is missing there.
    [[nodiscard]] std::vector<std::string> lacking(const ImportPart& part, const Texts& texts) const;
    [[nodiscard]] std::string lacking(const ImportPart& part, reference::AnswerTopic topic, const Texts& texts) const;

    /// What will happen, for a person. Throws office::UserError with the reason when a part cannot be used.
    [[nodiscard]] std::string summary(bool replace, const Texts& texts) const;

    /// Reads the document again, writes, remembers the answers, and says how many values were written.
    std::size_t write(bool replace);

private:
    struct Results
    {
        std::vector<reference::ImportRows> rows;      ///< by part, for comparison data
        std::vector<reference::LayoutResult> layouts; ///< by part, for own numbers
    };
    [[nodiscard]] Results results(Workbook workbook, bool replace) const;
    void add_layout(ImportPart part, const ImportSource& source, const std::string& sheet);

    office::Context m_context;
    ImportTarget m_target;
    OpenWorkbook m_open;
    std::vector<reference::ImportMapping> m_mappings;
    std::vector<reference::LayoutMapping> m_layouts;
    std::vector<ImportPart> m_parts;
};

/// What a script says.
struct ImportWish
{
    bool own = false;
    std::vector<rtl::OUString> urls;
    std::string table;
    std::string address{reference::statbank_address};
    std::vector<std::string> select;  ///< "OMRÅDE=*"
    std::vector<std::string> mapping; ///< "item:10=institution"
    std::string sheet;
    bool replace = true;
};

/// Imports without asking anything; what the wish does not answer the workbook must remember. Gives the number of values
/// that were written. Throws office::UserError with the questions that are open.
std::size_t import_data(const office::Context& context, const css::uno::Reference<css::frame::XModel>& document,
                        const ImportWish& wish);

/// Asks for everything and imports. Nothing when the user cancels.
std::optional<std::size_t> ask_and_import(const office::Context& context,
                                          const css::uno::Reference<css::frame::XFrame>& frame,
                                          const css::uno::Reference<css::frame::XModel>& document);

} // namespace trinvis::commands
