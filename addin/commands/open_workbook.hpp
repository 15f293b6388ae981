// SPDX-License-Identifier: MPL-2.0
//
// What every command begins with: the document read into the engine's model.
//
//     const OpenWorkbook open = open_workbook(context, document);
//     validate(open.workbook, open.package.words(), open.package.municipalities(), today());
#pragma once

#include "calc/sheet_writer.hpp"
#include "catalogue/workbook.hpp"
#include "office/package.hpp"
#include "results/results.hpp"

namespace trinvis::commands
{

struct OpenWorkbook
{
    const office::Package& package;
    css::uno::Reference<css::frame::XModel> model;
    calc::Document document;
    Workbook workbook;

    /// The texts of the workbook's language.
    [[nodiscard]] const Texts& texts() const
    {
        return package.words().in(workbook.language);
    }
};

/// Reads a document. Throws office::UserError when it is no key-figure workbook.
[[nodiscard]] OpenWorkbook open_workbook(const office::Context& context,
                                         const css::uno::Reference<css::uno::XInterface>& document);

/// Throws office::UserError when the workbook names no municipality, or lacks a sheet or column that figures are
/// computed from.
void require_figures(const OpenWorkbook& open);

/// Throws office::UserError when Stamdata does not say clearly whether the workbook is to be shared.
void refuse_unclear_sharing(const OpenWorkbook& open);

/// Validates and compares a workbook. Values with errors are blanked in `open`, and so is what must not be seen when the
/// workbook is to be shared. Throws office::UserError when it cannot be told whether it is.
[[nodiscard]] Results compute(OpenWorkbook& open);

/// Today's date.
[[nodiscard]] Date today();

} // namespace trinvis::commands
