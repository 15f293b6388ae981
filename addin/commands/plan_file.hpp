// SPDX-License-Identifier: MPL-2.0
//
// The plan that belongs to a workbook: where its file is, and its text opened to be read.
//
//     remember_plan(workbook, url);                       // when it is made
//     const PlanFile plan(context, open, remembered_plan(workbook));
//     writer::linked_numbers(plan.document());
#pragma once

#include "commands/open_workbook.hpp"
#include "office/hidden_document.hpp"
#include "plan/plan_content.hpp"

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <optional>

namespace trinvis::commands
{

using Model = css::uno::Reference<css::frame::XModel>;

/// Writes the plan's address into the properties of the workbook: the name alone where the plan stands beside it, so that
/// the folder may be moved. It is saved when the workbook is; a workbook that is no file yet remembers nothing.
void remember_plan(const Model& workbook, const rtl::OUString& plan_url);

/// The address that was written; empty when there is none.
[[nodiscard]] rtl::OUString remembered_plan(const Model& workbook);

/// The document of a file that is open in a window or hidden; null when it is not open.
[[nodiscard]] Model open_document(const office::Context& context, const rtl::OUString& url);

/// All blocks of a plan; where in the plan they stand does not matter here.
[[nodiscard]] PlanBlocks blocks_of(const PlanContent& plan);

/// A plan that is read: the one in its window, with what is not saved yet, else the file.
class PlanFile
{
public:
    /// Throws office::UserError when there is no address, no file, no text document in it, when the plan is another
    /// municipality's, and when none of its numbers is a link.
    PlanFile(const office::Context& context, const OpenWorkbook& open, const rtl::OUString& url);

    [[nodiscard]] const css::uno::Reference<css::text::XTextDocument>& document() const
    {
        return m_document;
    }

private:
    std::optional<office::HiddenDocument> m_hidden;
    css::uno::Reference<css::text::XTextDocument> m_document;
};

/// All blocks that the plan would have if it were made now, of all figures; the workbook is computed for it.
[[nodiscard]] PlanBlocks blocks_now(const office::Context& context, const PlanFile& plan, const OpenWorkbook& open);

} // namespace trinvis::commands
