// SPDX-License-Identifier: MPL-2.0
//
// Many steps one after the other, each on the office's own thread, with progress and a Cancel button in between. While
// the dialog is shown nothing else can be done in the office's window: no document that a step uses can be closed.
//
//     const std::size_t done = run_steps(context, frame, {title, files.size(), label, step});
//     if (done < files.size()) ...                             // the person cancelled
#pragma once

#include "office/uno.hpp"

#include <com/sun/star/frame/XFrame.hpp>
#include <functional>
#include <string>

namespace trinvis::ui
{

struct Steps
{
    std::string title;
    std::size_t count = 0;
    std::function<std::string(std::size_t)> label; ///< of a step: "3 af 24: Syddjurs.ods"
    std::function<void(std::size_t)> step;
};

/// Runs the steps and returns how many were run. Without a frame that has a window all are run, and nothing is shown. What
/// a step throws ends the run and is thrown again here.
std::size_t run_steps(const office::Context& context, const css::uno::Reference<css::frame::XFrame>& frame,
                      const Steps& steps);

} // namespace trinvis::ui
