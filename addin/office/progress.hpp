// SPDX-License-Identifier: MPL-2.0
//
// What goes on, in the status bar of the document's window; nothing where there is no window.
//
//     Progress progress(document);
//     progress.show(texts.get("progress.validating"), 40);
//
// Showing lets the office handle events: nothing that an event could take away may be held across it.
#pragma once

#include "office/uno.hpp"

#include <chrono>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/task/XStatusIndicator.hpp>
#include <string_view>

namespace trinvis::office
{

class Progress
{
public:
    explicit Progress(const css::uno::Reference<css::frame::XModel>& document);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// Says what is being done and how much of the whole is done, 0 to 100. The first words are shown at once, later
    /// ones at most every tenth of a second.
    void show(std::string_view what, int percent);

private:
    css::uno::Reference<css::task::XStatusIndicator> m_indicator;
    std::chrono::steady_clock::time_point m_last;
    bool m_started = false;
};

} // namespace trinvis::office
